import { baseUnits } from './base-units.js';
import { ETHER_KINDS, MAX_AMOUNT, type EtherKind, type EtherTransfer, type Token } from './ether-transfer.js';
import { rowAt, type LedgerRow } from './ledger-row.js';
import { PositionsInBlock } from './positions-in-block.js';
import { readLines } from './read-lines.js';
import { parseObject, requireWhole, shown, type Fields } from './row-fields.js';
import { RowFault } from './row-fault.js';

/** No row of these files carries call data. */
const MAX_LINE_BYTES = 1024 * 1024;
const ETHER_DECIMALS = 18;

/**
 * Ether transactions, internal transfers and token transfers as JSON lines: `{kind, hash, blockNumber, time, from, to,
 * valueWei | valueBase, tokenContract?, …}`; also rows of a reduced make `{time, from, to, valueEth}`, which name no transaction.
 */
export async function* readEtherLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<readonly LedgerRow<EtherTransfer>[]> {
  const positions = new PositionsInBlock();
  for await (const lines of readLines(pieces, MAX_LINE_BYTES)) {
    const rows: LedgerRow<EtherTransfer>[] = [];
    for (const read of lines) {
      if ('tooLong' in read) rows.push({ line: read.line, fault: `The line is longer than ${read.tooLong} bytes.` });
      else if (read.text.trim() !== '') rows.push(rowAt(read.line, () => etherTransfer(parseObject(read.text), positions)));
    }
    yield rows;
  }
}

function etherTransfer(fields: Fields, positions: PositionsInBlock): EtherTransfer {
  const kind = fields['kind'] === undefined ? 'transaction' : etherKind(fields['kind']);
  const hash = fields['hash'] === undefined ? null : requireEtherHash(fields['hash'], 'hash');
  const blockNumber = fields['blockNumber'] === undefined ? null : requireWhole(fields['blockNumber'], 'blockNumber', 0x7fff_ffff);
  if (hash !== null && blockNumber === null) throw new RowFault('blockNumber is missing: a transaction stands in a block.');
  return {
    kind,
    hash,
    blockNumber,
    blockHash: fields['blockHash'] === undefined ? null : requireEtherHash(fields['blockHash'], 'blockHash'),
    time: requireWhole(fields['time'], 'time', 0xffff_ffff),
    position: positions.of(blockNumber, hash),
    within: withinTransaction(fields),
    from: requireAccount(fields['from'], 'from'),
    to: fields['to'] === undefined || fields['to'] === null ? null : requireAccount(fields['to'], 'to'),
    token: kind === 'token' ? token(fields) : null,
    amount: amountOf(fields, kind),
    failed: fields['status'] === 'failed',
    fee: kind === 'transaction' ? feeOf(fields) : null,
  };
}

function etherKind(value: unknown): EtherKind {
  const kind = ETHER_KINDS.find((known) => known === value);
  if (kind === undefined) throw new RowFault(`kind is ${shown(value)}; it may be ${ETHER_KINDS.join(', ')}.`);
  return kind;
}

export function requireEtherHash(value: unknown, name: string): string {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{64}$/.test(value)) throw new RowFault(`${name} is no hash of 0x and 64 hexadecimal digits: ${shown(value)}.`);
  return value.toLowerCase();
}

/** Capitals are a checksum of the spelling; an account has one spelling in the ledger. */
export function requireAccount(value: unknown, name: string): string {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{40}$/.test(value)) throw new RowFault(`${name} is no account of 0x and 40 hexadecimal digits: ${shown(value)}.`);
  return value.toLowerCase();
}

/** Whole base units in decimal text, which no double rounds. */
export function requireUnits(value: unknown, name: string): bigint {
  if (typeof value !== 'string' || !/^\d{1,78}$/.test(value)) throw new RowFault(`${name} is no whole number in text: ${shown(value)}.`);
  const units = BigInt(value);
  if (units > MAX_AMOUNT) throw new RowFault(`${name} does not fit into 256 bits.`);
  return units;
}

function amountOf(fields: Fields, kind: EtherKind): bigint {
  if (kind === 'token') return requireUnits(fields['valueBase'], 'valueBase');
  if (fields['valueWei'] !== undefined) return requireUnits(fields['valueWei'], 'valueWei');
  if (typeof fields['valueEth'] !== 'string') throw new RowFault(`valueWei is no whole number in text: ${shown(fields['valueWei'])}.`);
  return baseUnits(fields['valueEth'], ETHER_DECIMALS, 'valueEth');
}

function withinTransaction(fields: Fields): string {
  if (typeof fields['traceId'] === 'string' && fields['traceId'].length <= 200) return orderedPath(fields['traceId'].split('_'));
  return fields['logIndex'] === undefined ? '' : orderedPath([String(requireWhole(fields['logIndex'], 'logIndex', 0xffff_ffff))]);
}

/** Numbers of a path, written so that text sorts as they do: 0_2 before 0_14. */
export function orderedPath(parts: readonly string[]): string {
  return parts.map((part) => `${String.fromCharCode(0x40 + Math.min(part.length, 0x30))}${part}`).join('');
}

function token(fields: Fields): Token {
  return {
    contract: requireAccount(fields['tokenContract'], 'tokenContract'),
    symbol: typeof fields['asset'] === 'string' ? fields['asset'].slice(0, 40) : null,
    decimals: fields['decimals'] === undefined ? null : requireWhole(fields['decimals'], 'decimals', 255),
  };
}

function feeOf(fields: Fields): bigint | null {
  if (fields['gasUsed'] === undefined || fields['gasPriceWei'] === undefined) return null;
  return BigInt(requireWhole(fields['gasUsed'], 'gasUsed')) * requireUnits(fields['gasPriceWei'], 'gasPriceWei');
}
