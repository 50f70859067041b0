import { toAmount, toMinorUnits } from '../../../shared/money/money.js';

/** Quantities are decimal strings of any length, so nothing is ever rounded: 0.1 + 0.2 is 0.3. */
export function addQuantities(one: string, other: string): string {
  const [a, b, decimals] = aligned(one, other);
  return toAmount(a + b, decimals);
}

export function subtractQuantities(one: string, other: string): string {
  const [a, b, decimals] = aligned(one, other);
  return toAmount(a - b, decimals);
}

/** Below zero when the first is less, zero when both are the same number (`5` and `5.0`). */
export function compareQuantities(one: string, other: string): number {
  const [a, b] = aligned(one, other);
  return a < b ? -1 : a === b ? 0 : 1;
}

function aligned(one: string, other: string): [bigint, bigint, number] {
  const decimals = Math.max(fractionLength(one), fractionLength(other));
  const [a, b] = [toMinorUnits(one, decimals), toMinorUnits(other, decimals)];
  if (a === undefined || b === undefined) throw new Error('A quantity has more decimals than it has.');
  return [a, b, decimals];
}

function fractionLength(quantity: string): number {
  return quantity.split('.')[1]?.length ?? 0;
}
