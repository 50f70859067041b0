/**
 * What moves a balance. The order within one transaction is the order of this list: the transaction's own value, then
 * what its contracts moved, then what its tokens say.
 */
export const ETHER_KINDS = ['transaction', 'internal', 'token'] as const;
export type EtherKind = (typeof ETHER_KINDS)[number];

export interface Token {
  readonly contract: string;
  /** Null where the file does not say: a token is known by its contract, never by the name it gives itself. */
  readonly symbol: string | null;
  readonly decimals: number | null;
}

/** One movement of ether or of a token between two accounts. */
export interface EtherTransfer {
  readonly kind: EtherKind;
  /** Null when the source gives none: such a row may tell again what a row with a hash tells. */
  readonly hash: string | null;
  readonly blockNumber: number | null;
  readonly blockHash: string | null;
  /** Seconds since 1970, UTC. Null where the file names only the block; another row of that block may say. */
  readonly time: number | null;
  /** Where its transaction stands in the block, or, where the file does not say, in the file's rows of that block. */
  readonly position: number;
  /** Orders movements of one kind within a transaction: the trace id or the log index. */
  readonly within: string;
  readonly from: string;
  /** Null when a contract was created: the row does not say its account. */
  readonly to: string | null;
  /** Null for ether. */
  readonly token: Token | null;
  /** Wei, or the token's base units. */
  readonly amount: bigint;
  /** A failed transaction moves nothing, and still costs its sender the fee. */
  readonly failed: boolean;
  /** Wei that the sender paid for it; null where the file does not say. */
  readonly fee: bigint | null;
}

/** Amounts are 256-bit words. */
export const MAX_AMOUNT = 2n ** 256n - 1n;
