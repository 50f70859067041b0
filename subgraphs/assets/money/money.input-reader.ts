import { toMinorUnits, type Money } from '../../../shared/money/money.js';
import { currencyUnit, networkUnit } from '../../../shared/money/money-units.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import type { MoneyInput } from './money.input.js';

/** Reads an amount; null, with an issue that names the field, when it cannot be counted exactly. */
export function moneyFromInput({ amount, currency, network }: MoneyInput, path: string, issues: InputIssues): Money | null {
  if (Boolean(currency) === Boolean(network)) {
    issues.add(path, 'Name exactly one of `currency` and `network`.');
    return null;
  }
  const found = currency ? currencyUnit(currency) : networkUnit(network ?? '');
  if ('fault' in found) {
    issues.add(`${path}.${currency ? 'currency' : 'network'}`, found.fault);
    return null;
  }
  const minorUnits = toMinorUnits(amount, found.unit.decimals);
  if (minorUnits === undefined) {
    issues.add(`${path}.amount`, `${currency ?? network ?? ''} has ${String(found.unit.decimals)} decimals; ${amount} has more.`);
    return null;
  }
  if (minorUnits < 0n) {
    issues.add(`${path}.amount`, 'A value is not below zero.');
    return null;
  }
  return { ...found.unit, minorUnits: minorUnits.toString() };
}
