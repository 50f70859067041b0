import { findCurrency } from '../reference/currencies.js';
import type { MoneyUnit } from './money.js';
import { coinDecimals, knownNetworks } from './networks.js';

/** A unit in which new amounts may be recorded, or the reason why not, as a sentence that names the fix. */
export type UnitFound = { readonly unit: MoneyUnit } | { readonly fault: string };

export function currencyUnit(code: string): UnitFound {
  const currency = findCurrency(code);
  if (currency === undefined) return { fault: `"${code}" is no ISO 4217 code: use one such as "JPY".` };
  if (currency.withdrawn) return { fault: `${code} (${currency.name}) is withdrawn: state the amount in the currency that followed it.` };
  if (currency.minorUnits === null) return { fault: `${code} (${currency.name}) has no minor units, so amounts in it cannot be exact: state another currency.` };
  return { unit: { currency: code, network: null, decimals: currency.minorUnits } };
}

export function networkUnit(code: string): UnitFound {
  const decimals = coinDecimals(code);
  if (decimals === undefined) return { fault: `"${code}" is no known network: use one of ${knownNetworks().join(', ')}.` };
  return { unit: { currency: null, network: code, decimals } };
}
