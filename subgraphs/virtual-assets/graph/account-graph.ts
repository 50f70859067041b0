import { ACCOUNT_COLUMNS } from './account-columns.js';
import { TRANSFER_KINDS, type AccountSource, type TransferKind } from './account-source.js';
import { layColumns, type ColumnLengths, type Columns } from './columns.js';
import { equalBytes, findInSlots, hashOfBytes } from './hash-slots.js';
import { findText } from './interned-texts.js';
import type { LedgerEvidence } from './utxo-source.js';
import { readWide } from './wide-numbers.js';

const HASH_BYTES = 32;

/** The ledger of Ethereum in memory that any thread can read. */
export class AccountGraph implements AccountSource {
  readonly evidence: LedgerEvidence;
  readonly transferCount: number;
  readonly #columns: Columns<typeof ACCOUNT_COLUMNS>;

  constructor(lengths: ColumnLengths<typeof ACCOUNT_COLUMNS>, memory: SharedArrayBuffer, dataVersion: string) {
    this.#columns = layColumns(ACCOUNT_COLUMNS, lengths, memory);
    this.transferCount = lengths.kind;
    const highest = this.#columns.block.reduce((most, block) => Math.max(most, block), -1);
    this.evidence = { network: 'ETHEREUM', height: highest === -1 ? null : highest, dataVersion };
  }

  kind(transfer: number): TransferKind {
    return TRANSFER_KINDS[this.#columns.kind[transfer] ?? 0] ?? 'transaction';
  }

  from(transfer: number): number {
    return this.#columns.from[transfer] ?? -1;
  }

  to(transfer: number): number {
    return this.#columns.to[transfer] ?? -1;
  }

  amount(transfer: number): bigint {
    return readWide(this.#columns.amount, transfer);
  }

  time(transfer: number): number | null {
    const time = this.#columns.time[transfer] ?? -1;
    return time === -1 ? null : time;
  }

  block(transfer: number): number | null {
    const block = this.#columns.block[transfer] ?? -1;
    return block === -1 ? null : block;
  }

  hash(transfer: number): string | null {
    const transaction = this.#columns.transaction[transfer] ?? -1;
    return transaction === -1 ? null : `0x${Buffer.from(this.#columns.transactionHash.slice(transaction * HASH_BYTES, (transaction + 1) * HASH_BYTES)).toString('hex')}`;
  }

  transfersOf(hash: string): readonly number[] {
    if (!/^0x[0-9a-fA-F]{64}$/.test(hash)) return [];
    const sought = Buffer.from(hash.slice(2), 'hex');
    const { transactionHash, transactionSlots, transactionStart, transactionTransfer } = this.#columns;
    const found = findInSlots(transactionSlots, hashOfBytes(sought, 0, HASH_BYTES), (entry) => equalBytes(transactionHash, entry * HASH_BYTES, sought, 0, HASH_BYTES));
    return found === -1 ? [] : [...transactionTransfer.subarray(transactionStart[found], transactionStart[found + 1])];
  }

  holdingsOf(account: string): readonly number[] {
    const { accountBytes, accountStart, accountSlots, accountHolding, accountHoldingStart } = this.#columns;
    const found = findText({ bytes: accountBytes, starts: accountStart, slots: accountSlots }, account.toLowerCase());
    return found === -1 ? [] : [...accountHolding.subarray(accountHoldingStart[found], accountHoldingStart[found + 1])];
  }

  account(holding: number): string {
    return textAt(this.#columns.accountBytes, this.#columns.accountStart, this.#columns.holdingAccount[holding] ?? 0);
  }

  asset(holding: number): string {
    return textAt(this.#columns.assetBytes, this.#columns.assetStart, this.#columns.holdingAsset[holding] ?? 0);
  }

  eventsOf(holding: number): Int32Array {
    return this.#columns.event.subarray(this.#columns.eventStart[holding], this.#columns.eventStart[holding + 1]);
  }

  openingBalance(holding: number): bigint {
    return readWide(this.#columns.opening, holding);
  }
}

function textAt(bytes: Uint8Array, starts: Uint32Array, entry: number): string {
  return Buffer.from(bytes.slice(starts[entry], starts[entry + 1])).toString('utf8');
}
