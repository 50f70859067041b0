import { toAmount, toMinorUnits, type Money } from '../../../shared/money/money.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import type { AskedMove } from './custody-move.js';
import type { Lot } from './custody.record.js';
import { addQuantities, compareQuantities } from './exact-quantity.js';
import { takeFrom } from './lot.js';

/**
 * What of a lot an officer wants to move: all of it where no part is stated. A part is never worked out from the
 * other measure, since nobody said that ten things of one lot are worth the same: several units that have a value
 * need both. Null, with issues that name the field, where that cannot be told.
 */
export function partToMove(lot: Lot, whole: Lot, { quantity: units, amount }: Pick<AskedMove, 'quantity' | 'amount'>, issues: InputIssues): Lot | null {
  if (units !== null && compareQuantities(units, '0') <= 0) return refuse(issues, 'quantity', 'A quantity is more than zero.');
  if (units !== null && compareQuantities(units, lot.quantity) > 0) return refuse(issues, 'quantity', `Only ${lot.quantity} stands there.`);
  const stated = amount === null ? null : amountToMove(lot.value, amount, issues);
  if (amount !== null && stated === null) return null;
  const all = (units === null || compareQuantities(units, lot.quantity) === 0) && (stated === null || stated.minorUnits === lot.value?.minorUnits);
  if (units === null && stated !== null && compareQuantities(whole.quantity, '1') > 0) {
    return refuse(issues, 'quantity', 'State how many of them go along: this asset has several units.');
  }
  if (all) return lot;
  if (units !== null && stated === null && lot.value !== null) return refuse(issues, 'amount', 'State how much of the value goes along with this part.');
  const part: Lot = { quantity: units === null ? '0' : addQuantities(units, '0'), value: stated };
  if (takeFrom(lot, part) === null) return refuse(issues, 'amount', 'The last units go with all the value that is left: leave out the amount, or state all of it.');
  return part;
}

function amountToMove(value: Money | null, amount: string, issues: InputIssues): Money | null {
  if (value === null) return refuse(issues, 'amount', 'This asset has no stated value: state a quantity.');
  const minorUnits = toMinorUnits(amount, value.decimals);
  if (minorUnits === undefined) return refuse(issues, 'amount', `${value.currency ?? value.network ?? ''} has ${String(value.decimals)} decimals; ${amount} has more.`);
  if (minorUnits < 0n) return refuse(issues, 'amount', 'An amount is not below zero.');
  const there = BigInt(value.minorUnits);
  if (minorUnits > there) return refuse(issues, 'amount', `Only ${toAmount(there, value.decimals)} stands there.`);
  return { ...value, minorUnits: minorUnits.toString() };
}

function refuse(issues: InputIssues, path: string, message: string): null {
  issues.add(path, message);
  return null;
}
