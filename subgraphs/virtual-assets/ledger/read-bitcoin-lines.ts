import { checkBitcoinTransaction, MAX_INPUTS_OR_OUTPUTS, MAX_SATOSHI, type BitcoinInput, type BitcoinOutput, type BitcoinTransaction } from './bitcoin-transaction.js';
import { rowAt, type LedgerRow } from './ledger-row.js';
import { readLines } from './read-lines.js';
import { asObject, parseObject, requireHash, requireList, requireWhole, shown, type Fields } from './row-fields.js';
import { RowFault } from './row-fault.js';
import { scriptType } from './script-types.js';

/** The largest transaction that a block can hold takes about half of this as a line. */
const MAX_LINE_BYTES = 48 * 1024 * 1024;

/**
 * Bitcoin transactions as JSON lines: `{txid, blockHeight, blockHash?, time, inputs: [{coinbase: true}] or
 * [{prevTxid, vout, address, valueSat, scriptType}], outputs: [{n, address, valueSat, scriptType}]}`.
 */
export async function* readBitcoinLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<readonly LedgerRow<BitcoinTransaction>[]> {
  for await (const lines of readLines(pieces, MAX_LINE_BYTES)) {
    const rows: LedgerRow<BitcoinTransaction>[] = [];
    for (const read of lines) {
      if ('tooLong' in read) rows.push({ line: read.line, fault: `The line is longer than ${read.tooLong} bytes, more than any transaction takes.` });
      else if (read.text.trim() !== '') rows.push(rowAt(read.line, () => bitcoinTransaction(parseObject(read.text))));
    }
    yield rows;
  }
}

function bitcoinTransaction(fields: Fields): BitcoinTransaction {
  const inputs = requireList(fields, 'inputs', MAX_INPUTS_OR_OUTPUTS);
  const coinbase = inputs.length === 1 && isCoinbase(inputs[0]);
  const transaction: BitcoinTransaction = {
    txid: requireHash(fields['txid'], 'txid'),
    block: {
      height: requireWhole(fields['blockHeight'], 'blockHeight', 0x7fff_ffff),
      hash: fields['blockHash'] === undefined || fields['blockHash'] === null ? null : requireHash(fields['blockHash'], 'blockHash'),
      previousHash: null,
      time: requireWhole(fields['time'], 'time', 0xffff_ffff),
    },
    coinbase,
    inputs: coinbase ? [] : inputs.map(bitcoinInput),
    outputs: requireList(fields, 'outputs', MAX_INPUTS_OR_OUTPUTS).map(bitcoinOutput),
  };
  checkBitcoinTransaction(transaction);
  return transaction;
}

function isCoinbase(input: unknown): boolean {
  return typeof input === 'object' && input !== null && (input as Fields)['coinbase'] === true;
}

function bitcoinInput(value: unknown, index: number): BitcoinInput {
  const fields = asObject(value, `inputs[${index}]`);
  return {
    txid: requireHash(fields['prevTxid'], `inputs[${index}].prevTxid`),
    vout: requireWhole(fields['vout'], `inputs[${index}].vout`, 0xffff_ffff),
    ...bitcoinAmount(fields, 'inputs', index),
  };
}

function bitcoinOutput(value: unknown, index: number): BitcoinOutput {
  const fields = asObject(value, `outputs[${index}]`);
  if (fields['n'] !== index) throw new RowFault(`outputs[${index}].n is ${shown(fields['n'])}: outputs stand in their order, from 0.`);
  return bitcoinAmount(fields, 'outputs', index);
}

function bitcoinAmount(fields: Fields, list: string, index: number): BitcoinOutput {
  return {
    address: bitcoinAddress(fields['address'], list, index),
    satoshi: BigInt(requireWhole(fields['valueSat'], `${list}[${index}].valueSat`, MAX_SATOSHI)),
    scriptType: scriptType(fields['scriptType']),
  };
}

/** Bech32 may be written in capitals; an address has one spelling in the ledger. */
function bitcoinAddress(value: unknown, list: string, index: number): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' || !/^[0-9A-Za-z]{14,90}$/.test(value)) throw new RowFault(`${list}[${index}].address is no Bitcoin address: ${shown(value)}.`);
  return /^(?:BC|TB)1/.test(value) ? value.toLowerCase() : value;
}
