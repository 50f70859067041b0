import type { Fraction } from '../../../shared/money/rational-sum.js';

/** The rules in words, for every answer that uses them. */
export const TAINT_RULES = {
  poison: 'Everything is tainted that tainted money has touched.',
  haircut: 'Taint spreads over what a transaction (or an account) pays in proportion to the amounts.',
  fifo: 'What came first goes first (Clayton\'s case, 1816): inputs in their order pay outputs in theirs, the fee last; accounts pay from what they received earliest.',
} as const;

/** How much of an amount is tainted, in base units, under each rule. */
export interface Taint {
  readonly poison: bigint;
  readonly haircut: Fraction;
  readonly fifo: bigint;
}
