import { CountryReference } from '../graphql/references/country.reference.js';
import { codedTerm } from '../reference/code-lists.js';
import { countBy } from './count-by.js';
import { CodedTally, CountryTally, Tally } from './tally.type.js';

export interface Countable {
  readonly country: string;
  /** A code of the list that the tally is broken down by. */
  readonly code: string;
}

export function toTally(records: readonly Countable[], list: string, asOf: Date): Tally {
  return Object.assign(new Tally(), {
    status: records.length === 0 ? 'NO_RECORDS_CONTRIBUTED' : 'COUNTED',
    count: records.length === 0 ? null : records.length,
    asOf,
    byCountry: countBy(records, ({ country }) => country).map(([code, count]) =>
      Object.assign(new CountryTally(), { country: CountryReference.of(code), count }),
    ),
    byCode: countBy(records, ({ code }) => code).map(([code, count]) =>
      Object.assign(new CodedTally(), { term: codedTerm(list, code), count }),
    ),
  });
}
