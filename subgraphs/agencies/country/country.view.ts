import type { CountryRecord } from '../../../shared/reference/countries.js';
import { findCurrency } from '../../../shared/reference/currencies.js';
import { toCurrency } from '../currency/currency.view.js';
import { Country } from './country.type.js';

export function toCountry(record: CountryRecord): Country {
  const currency = record.currency === null ? undefined : findCurrency(record.currency);
  return Object.assign(new Country(), { ...record, currency: currency === undefined ? null : toCurrency(currency) });
}
