import type { ScriptType } from '../ledger/script-types.js';

/** Kinds of CoinJoin that are told apart. The position in this list, plus one, is what the ledger's columns hold: append only. */
export const COIN_JOIN_KINDS = ['JOINMARKET', 'WASABI_1_0', 'WASABI_1_1', 'WASABI_2_0', 'WHIRLPOOL'] as const;
export type CoinJoinKind = (typeof COIN_JOIN_KINDS)[number];

/** An amount as recognition needs it; `owner` is the same for equal addresses and different for different ones. */
export interface ShapeAmount {
  readonly satoshi: number;
  /** Null for outputs without an address. */
  readonly owner: number | string | null;
  readonly scriptType: ScriptType;
}

/** A transaction without its identity: all that recognition looks at. */
export interface TransactionShape {
  readonly height: number;
  readonly inputs: readonly ShapeAmount[];
  readonly outputs: readonly ShapeAmount[];
}
