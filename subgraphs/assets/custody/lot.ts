import type { Money } from '../../../shared/money/money.js';
import type { Lot } from './custody.record.js';
import { addQuantities, compareQuantities, subtractQuantities } from './exact-quantity.js';

/** Nothing is left of a lot that has neither units nor value. */
export function isNothing({ quantity, value }: Lot): boolean {
  return compareQuantities(quantity, '0') === 0 && (value === null || BigInt(value.minorUnits) === 0n);
}

export function joinLots(one: Lot, other: Lot): Lot {
  return { quantity: addQuantities(one.quantity, other.quantity), value: plus(one.value, other.value, 1n) };
}

/**
 * What is left once a part is taken; null where the lot does not hold that much, or where its last units would go
 * and leave some of their value behind.
 */
export function takeFrom(lot: Lot, part: Lot): Lot | null {
  const rest: Lot = { quantity: subtractQuantities(lot.quantity, part.quantity), value: plus(lot.value, part.value, -1n) };
  const left = BigInt(rest.value?.minorUnits ?? '0');
  if (compareQuantities(rest.quantity, '0') < 0 || left < 0n) return null;
  const unitsGo = compareQuantities(part.quantity, '0') > 0 && compareQuantities(rest.quantity, '0') === 0;
  return unitsGo && left > 0n ? null : rest;
}

/** All lots of an asset have a value, in one unit, or none has. */
function plus(one: Money | null, other: Money | null, sign: 1n | -1n): Money | null {
  if (one === null && other === null) return null;
  if (one === null || other === null) throw new Error('Lots of one asset have a value all, or none.');
  return { ...one, minorUnits: (BigInt(one.minorUnits) + sign * BigInt(other.minorUnits)).toString() };
}
