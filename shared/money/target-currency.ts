import type { ReferenceRates } from '../reference/reference-rates.js';
import type { TargetCurrency } from './convert.js';
import { currencyUnit } from './money-units.js';

/** A currency into which sums can be converted, or the reason why not, as a sentence that names the fix. */
export type TargetFound = { readonly target: TargetCurrency } | { readonly fault: string };

export function targetCurrency(code: string, rates: ReferenceRates): TargetFound {
  const found = currencyUnit(code);
  if ('fault' in found) return found;
  const quoted = ['EUR', ...rates.currencies];
  if (!quoted.includes(code)) return { fault: `The European Central Bank publishes no reference rate of ${code}: choose one of ${quoted.join(', ')}.` };
  return { target: { currency: code, decimals: found.unit.decimals } };
}
