import type { CurrencyRecord } from '../../../shared/reference/currencies.js';
import { Currency } from './currency.type.js';

export function toCurrency(record: CurrencyRecord): Currency {
  return Object.assign(new Currency(), record);
}
