import type { EtherTransfer } from '../ledger/ether-transfer.js';
import { ETHER_KINDS } from '../ledger/ether-transfer.js';
import { readEtherChunk } from '../ledger/ether-chunk.js';
import type { LedgerChunk } from '../ledger/ledger-chunk.js';
import type { LedgerFindings } from './ledger-finding.js';

interface Given {
  readonly source: string;
  readonly line: number;
  readonly row: EtherTransfer;
}

export interface OrderedTransfers {
  readonly transfers: readonly EtherTransfer[];
  readonly summary: { readonly transfers: number; readonly repeated: number; readonly orphaned: number };
}

/**
 * All rows of the chunks in the order in which they changed balances, each once: by block, by place in the block, then
 * the transaction's own value before what its contracts moved. Rows of replaced blocks drop out. A row that names no
 * transaction is left out where a row with a hash tells the same.
 */
export function orderTransfers(chunks: readonly LedgerChunk[], findings: LedgerFindings): OrderedTransfers {
  const given = chunks.flatMap(({ source, payload }): Given[] => [...readEtherChunk(payload)].map((read) => ({ source, ...read })));
  const standing = inCurrentBlocks(given);
  const named = distinct(standing.filter(({ row }) => row.hash !== null), findings);
  const unnamed = notToldElsewhere(standing.filter(({ row }) => row.hash === null), named);
  const transfers = inOrder([...named, ...unnamed]);
  return { transfers, summary: { transfers: transfers.length, repeated: standing.length - transfers.length, orphaned: given.length - standing.length } };
}

function inCurrentBlocks(given: readonly Given[]): readonly Given[] {
  const seen = new Set<string>();
  const current = new Map<number, string>();
  for (const { row: { blockNumber, blockHash } } of given) {
    if (blockNumber === null || blockHash === null || seen.has(blockHash)) continue;
    seen.add(blockHash);
    current.set(blockNumber, blockHash);
  }
  return given.filter(({ row: { blockNumber, blockHash } }) => blockNumber === null || blockHash === null || current.get(blockNumber) === blockHash);
}

/** One row for each transfer of a transaction. Of two that agree the one that knows more is kept. */
function distinct(given: readonly Given[], findings: LedgerFindings): EtherTransfer[] {
  const rows = new Map<string, EtherTransfer>();
  for (const { source, line, row } of given) {
    const key = keyOf(row);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, row);
    else if (!agrees(known, row)) findings.add({ source, line, fault: `Transaction ${String(row.hash)} was given before with another sender, recipient, amount, block or outcome; the first stays.` });
    else rows.set(key, { ...known, time: known.time ?? row.time, fee: known.fee ?? row.fee, blockHash: known.blockHash ?? row.blockHash });
  }
  return [...rows.values()];
}

/** A transaction has one value; what else it moves is told apart by trace or log, or, where the file has neither, by all that the row says. */
function keyOf({ kind, hash, within, from, to, token, amount }: EtherTransfer): string {
  if (kind === 'transaction') return `${kind} ${String(hash)}`;
  return within === '' ? `${kind} ${String(hash)} ${from} ${String(to)} ${token?.contract ?? ''} ${amount}` : `${kind} ${String(hash)} ${within}`;
}

function agrees(a: EtherTransfer, b: EtherTransfer): boolean {
  return a.from === b.from && a.to === b.to && a.amount === b.amount && a.blockNumber === b.blockNumber && a.failed === b.failed && a.token?.contract === b.token?.contract;
}

/** Rows without a transaction, as often as the file that tells most of them tells them, without those that rows with a hash tell. */
function notToldElsewhere(given: readonly Given[], named: readonly EtherTransfer[]): EtherTransfer[] {
  const bySource = new Map<string, Map<string, EtherTransfer[]>>();
  for (const { source, row } of given) {
    const key = `${placeOf(row)} ${row.amount}`;
    const sources = bySource.get(key) ?? new Map<string, EtherTransfer[]>();
    bySource.set(key, sources.set(source, [...(sources.get(source) ?? []), row]));
  }
  const rows = [...bySource.values()].flatMap((sources) => [...sources.values()].reduce((most, told) => (told.length > most.length ? told : most)));
  const told = new Map<string, EtherTransfer[]>();
  for (const row of named) if (row.token === null && row.kind !== 'token') told.set(placeOf(row), [...(told.get(placeOf(row)) ?? []), row]);
  return rows.filter((row) => {
    const candidates = told.get(placeOf(row)) ?? [];
    const index = candidates.findIndex(({ amount, failed }) => !failed && isRoundingOf(row.amount, amount));
    if (index === -1) return true;
    candidates.splice(index, 1);
    return false;
  });
}

function placeOf({ time, from, to }: EtherTransfer): string {
  return `${String(time)} ${from} ${String(to)}`;
}

/** From this many digits on an amount may have gone through a double, which keeps no more than 17. */
const DIGITS_OF_A_DOUBLE = 15;

/** Whether a stated amount is the true one, or is it as a double writes it: off by less than one in its last digit. */
export function isRoundingOf(stated: bigint, amount: bigint): boolean {
  if (stated === amount) return true;
  const text = String(stated);
  const zeros = text.length - text.replace(/0+$/, '').length;
  const difference = stated > amount ? stated - amount : amount - stated;
  return text.length - zeros >= DIGITS_OF_A_DOUBLE && difference < 10n ** BigInt(zeros);
}

function inOrder(rows: readonly EtherTransfer[]): EtherTransfer[] {
  const positions = new Map<string, number>();
  const times = new Map<number, number>();
  for (const { kind, hash, position, blockNumber, time } of rows) {
    if (kind === 'transaction' && hash !== null) positions.set(hash, position);
    if (blockNumber !== null && time !== null) times.set(blockNumber, time);
  }
  const clock = clockOf(rows, times);
  const keyed = rows.map((row) => ({
    row: row.time !== null || row.blockNumber === null ? row : { ...row, time: times.get(row.blockNumber) ?? null },
    at: row.time ?? clock(row.blockNumber), position: row.hash === null ? row.position : (positions.get(row.hash) ?? row.position), kind: ETHER_KINDS.indexOf(row.kind),
  }));
  keyed.sort((a, b) =>
    a.at - b.at || (a.row.blockNumber ?? Infinity) - (b.row.blockNumber ?? Infinity) || a.position - b.position || byText(a.row.hash ?? '', b.row.hash ?? '') || a.kind - b.kind ||
    byText(a.row.within, b.row.within) || byText(a.row.from, b.row.from) || byText(a.row.to ?? '', b.row.to ?? '') || byText(String(a.row.amount), String(b.row.amount)) || 0,
  );
  return keyed.map(({ row }) => row);
}

/** Where no row says when a block was, it is ordered by the last block before it whose time is known. Only for the order; it is told to nobody. */
function clockOf(rows: readonly EtherTransfer[], times: ReadonlyMap<number, number>): (block: number | null) => number {
  const numbers = [...new Set(rows.flatMap(({ blockNumber }) => (blockNumber === null ? [] : [blockNumber])))].sort((a, b) => a - b);
  const clock = new Map<number, number>();
  let last = 0;
  for (const block of numbers) clock.set(block, (last = times.get(block) ?? last));
  return (block) => (block === null ? 0 : (clock.get(block) ?? 0));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
