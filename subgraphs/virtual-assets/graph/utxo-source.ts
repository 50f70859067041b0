import type { CoinJoinKind } from '../coinjoin/coinjoin.js';

/** What was read: part of every answer, so that another analyst can ask the same of the same. */
export interface LedgerEvidence {
  readonly network: string;
  /** The highest block; null for an empty ledger. */
  readonly height: number | null;
  /** SHA-256 of the whole ledger in its canonical order: equal content has one version, whatever files it came in. */
  readonly dataVersion: string;
}

/**
 * The edges of a ledger of outputs, as tracing and clustering read them. Transactions, outputs and addresses are whole
 * numbers from 0. Transactions stand in an order in which each comes after those that it spends from. An output that a
 * transaction of the ledger spends, but none of it made, has a number, too: its origin is unknown.
 *
 * Here it lies in memory (`UtxoGraph`). One that reads from a database would load the neighbours of a frontier of
 * transactions at a time and answer from those.
 */
export interface UtxoSource {
  readonly evidence: LedgerEvidence;
  readonly transactionCount: number;
  readonly addressCount: number;

  /** -1 when the ledger does not hold it. */
  findTransaction(txid: string): number;
  txid(transaction: number): string;
  height(transaction: number): number;
  /** Seconds since 1970. */
  time(transaction: number): number;
  isCoinbase(transaction: number): boolean;
  coinJoin(transaction: number): CoinJoinKind | null;
  /** Whether everything that it spends can be followed to coinbases within the ledger. */
  isOriginKnown(transaction: number): boolean;

  /** Places of its inputs: from here to before `inputEnd`. */
  inputStart(transaction: number): number;
  inputEnd(transaction: number): number;
  /** The output that is spent at a place. */
  spentAt(place: number): number;

  /** Its outputs: from here to before `outputEnd`. */
  outputStart(transaction: number): number;
  outputEnd(transaction: number): number;
  /** Exact: no amount of satoshi reaches 2^53. */
  satoshi(output: number): number;
  /** -1 when it has none. */
  addressOf(output: number): number;
  /** The transaction that made it; -1 when its origin is unknown. */
  madeBy(output: number): number;
  /** The transaction that spends it; -1 when none of the ledger does. */
  spentBy(output: number): number;
  outpoint(output: number): { readonly txid: string; readonly vout: number };

  /** -1 when the ledger does not name it. */
  findAddress(address: string): number;
  address(address: number): string;
  /** Outputs that it received, in ascending order; those of unknown origin come last. */
  outputsOf(address: number): Int32Array;
}
