import type { TallyKind } from '../../../shared/tally/tally-kind.js';
import type { RescueRecord } from './rescue.model.js';

/** What a rescue counts for. */
export const RESCUE_TALLY: TallyKind<RescueRecord> = {
  collection: 'rescues',
  axes: ['victimState'],
  custody: false,
  facetsOf: ({ operation, country, day, victimState }) => ({
    operation,
    country,
    day,
    codes: { victimState },
    furtherCrimeTypes: [],
    lots: [{ custodyState: null, value: null }],
  }),
};
