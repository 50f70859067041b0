import type { TallyKey } from '../api/tally-documents.js';
import type { Words } from '../language/language.js';

/** A month stays as it is written in tables, whatever the language. */
export function keyInWords({ dimension, country, term, value, label }: TallyKey, words: Words): string {
  if (dimension === 'MONTH' && value !== null) return value;
  if (country !== null) return words.countryName(country);
  if (term !== null) return words.term(term);
  return value === null ? words.t('tallies.notRecorded') : label;
}
