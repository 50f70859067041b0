import type { LedgerEvidence } from './utxo-source.js';

/** What moves a balance; the order within one transaction is the order of this list. */
export const TRANSFER_KINDS = ['fee', 'transaction', 'internal', 'token'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** Ether's own place in the list of assets; every other asset is known by the account of its contract. */
export const ETHER = 'ETH';

/**
 * The balance changes of a ledger of accounts. Transfers are whole numbers from 0, in the order in which they change
 * balances. A holding is one asset on one account: ether and each token of an account are queues of their own.
 */
export interface AccountSource {
  readonly evidence: LedgerEvidence;
  readonly transferCount: number;

  kind(transfer: number): TransferKind;
  /** The holding that pays. */
  from(transfer: number): number;
  /** The holding that receives; -1 for a fee, and where a contract was created whose account the row does not name. */
  to(transfer: number): number;
  amount(transfer: number): bigint;
  /** Null where no row says. */
  time(transfer: number): number | null;
  block(transfer: number): number | null;
  /** Null for rows that name no transaction. */
  hash(transfer: number): string | null;

  /** Transfers of one transaction, in their order. */
  transfersOf(hash: string): readonly number[];
  /** Holdings of an account; empty when the ledger does not name it. */
  holdingsOf(account: string): readonly number[];
  account(holding: number): string;
  asset(holding: number): string;
  /** Transfers that change a holding, ascending, each once. */
  eventsOf(holding: number): Int32Array;
  /**
   * What the holding must have had before its first transfer, at least: otherwise it could not have paid what it paid.
   * Nobody knows where that came from.
   */
  openingBalance(holding: number): bigint;
}
