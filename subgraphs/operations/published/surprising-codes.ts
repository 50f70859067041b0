import { isKnownCode } from '../../../shared/reference/code-lists.js';
import { findCountry } from '../../../shared/reference/countries.js';
import { findCurrency } from '../../../shared/reference/currencies.js';
import type { PublishedOperation } from './published-file.js';
import type { Remark } from './remark.js';

/** Codes that the lists do not know, and codes that are wanting. They are kept as they came; the importer is told. */
export function surprisingCodes(operation: PublishedOperation): Remark[] {
  const remarks: Remark[] = [];
  const listed = (path: string, list: string, code: string | null | undefined): void => {
    if (code && !isKnownCode(list, code)) remarks.push({ path, message: `"${code}" is not in the code list "${list}"; kept as it came.` });
  };
  const country = (path: string, code: string | null | undefined): void => {
    if (code && findCountry(code) === undefined) remarks.push({ path, message: `"${code}" is no country of ISO 3166-1; kept as it came.` });
  };
  for (const [index, code] of operation.crimeTypes.entries()) listed(`crimeTypes[${String(index)}]`, 'crimeType', code);
  listed('participatingCountries.qualifier', 'qualifier', operation.participatingCountries?.qualifier);
  for (const [index, code] of (operation.participatingCountries?.codes ?? []).entries()) country(`participatingCountries.codes[${String(index)}]`, code);
  for (const [index, figure] of operation.figures.entries()) {
    const at = `figures[${String(index)}]`;
    listed(`${at}.measure`, 'measure', figure.measure);
    listed(`${at}.qualifier`, 'qualifier', figure.qualifier);
    listed(`${at}.meaning`, 'meaning', figure.meaning);
    if (figure.measure === 'AMOUNT' && !figure.meaning) {
      remarks.push({ path: `${at}.meaning`, message: 'is not stated, so nobody can tell seized from lost money; kept without it.' });
    }
    listed(`${at}.assetClass`, 'assetClass', figure.assetClass);
    country(`${at}.country`, figure.country);
    for (const [place, code] of (figure.countries ?? []).entries()) country(`${at}.countries[${String(place)}]`, code);
    if (figure.currency && findCurrency(figure.currency) === undefined) {
      remarks.push({ path: `${at}.currency`, message: `"${figure.currency}" is no currency of ISO 4217; kept as it came.` });
    }
  }
  for (const [index, { measure, country: code }] of operation.conflicts.entries()) {
    listed(`conflicts[${String(index)}].measure`, 'measure', measure);
    country(`conflicts[${String(index)}].country`, code);
  }
  return remarks;
}
