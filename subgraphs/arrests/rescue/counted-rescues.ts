import type { CountedKind } from '../../../shared/tally/open-tally.js';
import { statedNames } from '../../../shared/tally/stated-names.js';
import type { RescueRecord } from './rescue.model.js';
import type { RescueQuery } from './rescue.store.js';
import { RESCUE_TALLY } from './rescue.tally.js';

/** Rescues as their tallies ask for them. */
export const COUNTED_RESCUES: CountedKind<RescueQuery, RescueRecord> = {
  kind: RESCUE_TALLY,
  weighing: 'Each rescued person counts once.',
  filter: {
    whereOf: ({ victimState }) => ({ codes: { victimState } }),
    onRecords: ({ personName, documentNumber }) => statedNames({ personName, documentNumber }),
  },
};
