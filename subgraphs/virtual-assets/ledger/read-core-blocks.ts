import { parse } from 'lossless-json';
import { baseUnits } from './base-units.js';
import {
  checkBitcoinTransaction, MAX_INPUTS_OR_OUTPUTS, MAX_SATOSHI, type BitcoinBlock, type BitcoinInput, type BitcoinOutput, type BitcoinTransaction,
} from './bitcoin-transaction.js';
import { rowAt, type LedgerRow } from './ledger-row.js';
import { publicKeyAddress } from './public-key-address.js';
import { readLines } from './read-lines.js';
import { asObject, requireHash, requireList, requireWhole, shown, type Fields } from './row-fields.js';
import { RowFault } from './row-fault.js';
import { scriptType } from './script-types.js';

/** A full block with all its scripts stays well below this. */
const MAX_BLOCK_BYTES = 128 * 1024 * 1024;
const BITCOIN_DECIMALS = 8;

/**
 * Blocks as Bitcoin Core gives them (`getblock <hash> 3`, with or without the envelope of its JSON-RPC): one on each
 * line, or indented over many. Amounts are read as they are written, never as doubles. The line of a row is the first of its block.
 */
export async function* readCoreBlocks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<readonly LedgerRow<BitcoinTransaction>[]> {
  let [first, held, length, skipping]: [number, string[], number, boolean] = [0, [], 0, false];
  for await (const lines of readLines(pieces, MAX_BLOCK_BYTES)) {
    for (const read of lines) {
      const text = 'text' in read ? read.text : '';
      // What follows a block that is too long, up to the end of its object, belongs to it.
      if (skipping) skipping = text !== '}';
      else if ('text' in read && text.trim() === '') continue;
      else {
        if (held.length === 0) first = read.line;
        held.push(text);
        length += text.length;
        if ('tooLong' in read || length > MAX_BLOCK_BYTES) {
          yield [{ line: first, fault: `The block is longer than ${MAX_BLOCK_BYTES} bytes, more than any block takes.` }];
          [skipping, held, length] = [held.length > 1, [], 0];
        } else if (text === '}' || (held.length === 1 && text.trimEnd().endsWith('}'))) {
          yield transactionsOf(first, held.join('\n'));
          [held, length] = [[], 0];
        }
      }
    }
  }
  if (held.length > 0) yield transactionsOf(first, held.join('\n'));
}

function transactionsOf(line: number, text: string): LedgerRow<BitcoinTransaction>[] {
  const opened = rowAt(line, () => openBlock(text));
  if ('fault' in opened) return [opened];
  const { block, transactions } = opened.row;
  return transactions.map((value, index) => rowAt(line, () => coreTransaction(value, index, block)));
}

function openBlock(text: string): { block: BitcoinBlock; transactions: readonly unknown[] } {
  let value: unknown;
  try {
    value = parse(text, null, exactNumber);
  } catch {
    throw new RowFault('The block is no JSON.');
  }
  const envelope = asObject(value, 'The block');
  const fields = typeof envelope['result'] === 'object' && envelope['result'] !== null ? asObject(envelope['result'], 'result') : envelope;
  return {
    block: {
      height: requireWhole(fields['height'], 'height', 0x7fff_ffff),
      hash: requireHash(fields['hash'], 'hash'),
      previousHash: fields['previousblockhash'] === undefined ? null : requireHash(fields['previousblockhash'], 'previousblockhash'),
      time: requireWhole(fields['time'], 'time', 0xffff_ffff),
    },
    transactions: requireList(fields, 'tx', MAX_INPUTS_OR_OUTPUTS),
  };
}

/** Whole numbers as numbers, everything else as it is written. */
function exactNumber(written: string): number | string {
  const number = Number(written);
  return /^\d+$/.test(written) && Number.isSafeInteger(number) ? number : written;
}

function coreTransaction(value: unknown, index: number, block: BitcoinBlock): BitcoinTransaction {
  if (typeof value === 'string') throw new RowFault(`tx[${index}] is only an id: ask for the block with verbosity 3.`);
  const fields = asObject(value, `tx[${index}]`);
  const inputs = requireList(fields, 'vin', MAX_INPUTS_OR_OUTPUTS);
  const coinbase = inputs.length === 1 && Object.hasOwn(asObject(inputs[0], 'vin[0]'), 'coinbase');
  const transaction: BitcoinTransaction = {
    txid: requireHash(fields['txid'], `tx[${index}].txid`),
    block,
    coinbase,
    inputs: coinbase ? [] : inputs.map(coreInput),
    outputs: requireList(fields, 'vout', MAX_INPUTS_OR_OUTPUTS).map(coreOutput),
  };
  checkBitcoinTransaction(transaction);
  return transaction;
}

function coreInput(value: unknown, index: number): BitcoinInput {
  const fields = asObject(value, `vin[${index}]`);
  const txid = requireHash(fields['txid'], `vin[${index}].txid`);
  if (fields['prevout'] === undefined) throw new RowFault(`vin[${index}] has no prevout, so nobody can say what it spends: ask for the block with verbosity 3.`);
  return { txid, vout: requireWhole(fields['vout'], `vin[${index}].vout`, 0xffff_ffff), ...coreAmount(asObject(fields['prevout'], `vin[${index}].prevout`), `vin[${index}].prevout`) };
}

function coreOutput(value: unknown, index: number): BitcoinOutput {
  const fields = asObject(value, `vout[${index}]`);
  if (fields['n'] !== index) throw new RowFault(`vout[${index}].n is ${shown(fields['n'])}: outputs stand in their order, from 0.`);
  return coreAmount(fields, `vout[${index}]`);
}

function coreAmount(fields: Fields, place: string): BitcoinOutput {
  const value = fields['value'];
  if (typeof value !== 'number' && typeof value !== 'string') throw new RowFault(`${place}.value is no amount: ${shown(value)}.`);
  const satoshi = baseUnits(String(value), BITCOIN_DECIMALS, `${place}.value`);
  if (satoshi > MAX_SATOSHI) throw new RowFault(`${place}.value is ${satoshi} satoshi, more than there will ever be.`);
  const script = asObject(fields['scriptPubKey'], `${place}.scriptPubKey`);
  const { address, hex } = script;
  return {
    address: typeof address === 'string' ? address : typeof hex === 'string' ? publicKeyAddress(hex) : null,
    satoshi,
    scriptType: scriptType(script['type']),
  };
}
