import type { Fraction } from '../../../shared/money/rational-sum.js';
import { shorten } from './haircut.js';
import type { Taint } from './taint.js';

/** The exact sum under each rule. */
export function sumOfTaints(taints: readonly Taint[]): Taint {
  // Equal denominators are added first, and the few sums that are left meet late.
  const byDenominator = new Map<bigint, bigint>();
  let [poison, fifo] = [0n, 0n];
  for (const { poison: touched, haircut, fifo: first } of taints) {
    poison += touched;
    fifo += first;
    const { numerator, denominator } = haircut;
    byDenominator.set(denominator, (byDenominator.get(denominator) ?? 0n) + numerator);
  }
  return { poison, fifo, haircut: exactSum([...byDenominator].map(([denominator, numerator]) => shorten({ numerator, denominator }))) };
}

function exactSum(fractions: readonly Fraction[]): Fraction {
  const [first] = fractions;
  if (first === undefined) return { numerator: 0n, denominator: 1n };
  if (fractions.length === 1) return first;
  const middle = fractions.length >> 1;
  const [a, b] = [exactSum(fractions.slice(0, middle)), exactSum(fractions.slice(middle))];
  return shorten({ numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: a.denominator * b.denominator });
}
