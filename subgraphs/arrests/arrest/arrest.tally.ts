import type { TallyKind } from '../../../shared/tally/tally-kind.js';
import type { ArrestRecord } from './arrest.model.js';

/** What an arrest counts for. One principal crime type each, so that rows by crime type add up. */
export const ARREST_TALLY: TallyKind<ArrestRecord> = {
  collection: 'arrests',
  axes: ['crimeType', 'role'],
  custody: false,
  facetsOf: ({ operation, country, day, crimeType, role, furtherCrimeTypes }) => ({
    operation,
    country,
    day,
    codes: { crimeType, role },
    furtherCrimeTypes: [...new Set(furtherCrimeTypes)].sort(),
    lots: [{ custodyState: null, value: null }],
  }),
};
