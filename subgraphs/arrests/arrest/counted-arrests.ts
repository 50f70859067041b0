import { statedNames } from '../../../shared/tally/stated-names.js';
import type { CountedKind } from '../../../shared/tally/open-tally.js';
import type { ArrestRecord } from './arrest.model.js';
import type { ArrestQuery } from './arrest.store.js';
import { ARREST_TALLY } from './arrest.tally.js';

/** Arrests as their tallies ask for them. */
export const COUNTED_ARRESTS: CountedKind<ArrestQuery, ArrestRecord> = {
  kind: ARREST_TALLY,
  weighing: 'Each arrest counts once; by crime type it counts under its principal one.',
  filter: {
    whereOf: ({ crimeType, principalCrimeType, role, roleRecorded }) => ({
      codes: { crimeType: principalCrimeType, role },
      recorded: { role: roleRecorded },
      anyCrimeType: crimeType,
    }),
    onRecords: ({ suspectName, documentNumber }) => statedNames({ suspectName, documentNumber }),
  },
};
