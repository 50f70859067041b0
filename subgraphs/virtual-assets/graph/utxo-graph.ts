import { COIN_JOIN_KINDS, type CoinJoinKind } from '../coinjoin/coinjoin.js';
import { HASH_BYTES } from '../ledger/bitcoin-chunk.js';
import { layColumns, type ColumnLengths } from './columns.js';
import { equalBytes, findInSlots, hashOfBytes } from './hash-slots.js';
import { findText } from './interned-texts.js';
import { FLAG, UTXO_COLUMNS, type UtxoColumns } from './utxo-columns.js';
import type { LedgerEvidence, UtxoSource } from './utxo-source.js';

/** The ledger of Bitcoin in memory that any thread can read. */
export class UtxoGraph implements UtxoSource {
  readonly evidence: LedgerEvidence;
  readonly transactionCount: number;
  readonly addressCount: number;
  readonly #columns: UtxoColumns;
  readonly #made: number;

  constructor(lengths: ColumnLengths<typeof UTXO_COLUMNS>, memory: SharedArrayBuffer, dataVersion: string) {
    this.#columns = layColumns(UTXO_COLUMNS, lengths, memory);
    this.transactionCount = lengths.height;
    this.addressCount = lengths.addressStart - 1;
    this.#made = lengths.madeBy;
    // Transactions stand in the order of their heights.
    this.evidence = { network: 'BITCOIN', height: this.#columns.height.at(-1) ?? null, dataVersion };
  }

  findTransaction(txid: string): number {
    if (!/^[0-9a-f]{64}$/.test(txid)) return -1;
    const sought = Buffer.from(txid, 'hex');
    const { txid: txids, txidSlots } = this.#columns;
    return findInSlots(txidSlots, hashOfBytes(sought, 0, HASH_BYTES), (entry) => equalBytes(txids, entry * HASH_BYTES, sought, 0, HASH_BYTES));
  }

  txid(transaction: number): string {
    return hex(this.#columns.txid, transaction);
  }

  height(transaction: number): number {
    return this.#columns.height[transaction] ?? 0;
  }

  time(transaction: number): number {
    return this.#columns.time[transaction] ?? 0;
  }

  isCoinbase(transaction: number): boolean {
    return ((this.#columns.flags[transaction] ?? 0) & FLAG.coinbase) !== 0;
  }

  isOriginKnown(transaction: number): boolean {
    return ((this.#columns.flags[transaction] ?? 0) & FLAG.originKnown) !== 0;
  }

  coinJoin(transaction: number): CoinJoinKind | null {
    return COIN_JOIN_KINDS[(this.#columns.coinJoin[transaction] ?? 0) - 1] ?? null;
  }

  inputStart(transaction: number): number {
    return this.#columns.inputStart[transaction] ?? 0;
  }

  inputEnd(transaction: number): number {
    return this.#columns.inputStart[transaction + 1] ?? 0;
  }

  spentAt(place: number): number {
    return this.#columns.spent[place] ?? -1;
  }

  outputStart(transaction: number): number {
    return this.#columns.outputStart[transaction] ?? 0;
  }

  outputEnd(transaction: number): number {
    return this.#columns.outputStart[transaction + 1] ?? 0;
  }

  satoshi(output: number): number {
    return this.#columns.satoshi[output] ?? 0;
  }

  addressOf(output: number): number {
    return this.#columns.address[output] ?? -1;
  }

  madeBy(output: number): number {
    return this.#columns.madeBy[output] ?? -1;
  }

  spentBy(output: number): number {
    return this.#columns.spentBy[output] ?? -1;
  }

  outpoint(output: number): { readonly txid: string; readonly vout: number } {
    const transaction = this.madeBy(output);
    if (transaction !== -1) return { txid: this.txid(transaction), vout: output - this.outputStart(transaction) };
    const foreign = output - this.#made;
    return { txid: hex(this.#columns.foreignTxid, foreign), vout: this.#columns.foreignVout[foreign] ?? 0 };
  }

  findAddress(address: string): number {
    const { addressBytes: bytes, addressStart: starts, addressSlots: slots } = this.#columns;
    return findText({ bytes, starts, slots }, address);
  }

  address(address: number): string {
    const { addressBytes, addressStart } = this.#columns;
    return textOf(addressBytes, addressStart[address] ?? 0, addressStart[address + 1] ?? 0);
  }

  outputsOf(address: number): Int32Array {
    const { addressOutput, addressOutputStart } = this.#columns;
    return addressOutput.subarray(addressOutputStart[address], addressOutputStart[address + 1]);
  }
}

function hex(bytes: Uint8Array, entry: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + entry * HASH_BYTES, HASH_BYTES).toString('hex');
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}
