import type { Fraction } from '../../../shared/money/rational-sum.js';

export const DIRECTIONS = ['FORWARD', 'BACKWARD'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where a trace begins. Everything that the place received is traced: of an address all outputs or transfers to it, of a transaction all that it paid. */
export type TraceSource =
  | { readonly kind: 'ADDRESS'; readonly address: string }
  | { readonly kind: 'TRANSACTION'; readonly txid: string }
  | { readonly kind: 'OUTPUT'; readonly txid: string; readonly vout: number };

/** How far a trace goes. Null where there is no such limit; there is always a budget. */
export interface TraceLimits {
  /** Inputs and outputs (or transfers) that may be looked at. */
  readonly budget: number;
  /** Transactions after one another. */
  readonly hops: number | null;
  /** Seconds since 1970, both included. */
  readonly from: number | null;
  readonly to: number | null;
  /** In base units: less than this by haircut and by FIFO is not followed. */
  readonly amountFloor: bigint | null;
  /** Less than this share of the whole output or transfer, by haircut and by FIFO, is not followed. */
  readonly shareFloor: Fraction | null;
}

export const NO_LIMITS: TraceLimits = { budget: 1_000_000, hops: null, from: null, to: null, amountFloor: null, shareFloor: null };

export interface TraceQuestion {
  readonly direction: Direction;
  readonly sources: readonly TraceSource[];
  readonly limits: TraceLimits;
  /** Addresses at which a trace goes on although they belong to a service: the override. */
  readonly through: readonly string[];
}

/** Whether money that reaches the address is mixed with that of others, so that a trace must not go on. Comes from tags; a reader's own. */
export type IsService = (address: string) => boolean;

/** Why a trace does not go on from a place. */
export const END_REASONS = [
  /** The address belongs to a service: whose money leaves it, only the service knows. */
  'SERVICE',
  /** Nothing in the data spends it; of an account, what it still holds. */
  'UNSPENT',
  /** It comes from a transaction that the data does not hold. */
  'UNKNOWN_ORIGIN',
  /** New coins. */
  'MINED',
  /** Paid to a miner or burnt. */
  'FEE',
  /** Paid to a contract that was just created; the row does not say its account. */
  'UNNAMED',
  'FLOOR',
  'WINDOW',
  'HOPS',
  'BUDGET',
] as const;
export type EndReason = (typeof END_REASONS)[number];
