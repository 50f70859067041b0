import type { AgencyEntry } from '../subgraphs/agencies/agency/agency.service.js';
import type { Role } from '../shared/viewer/viewer.js';

const PURPOSES = ['SUPPORT_INVESTIGATION', 'LOCATE_WANTED_PERSON', 'IDENTIFY_PERSON_OR_OBJECT', 'TREND_ANALYSIS'];
const OFFICERS: readonly Role[] = ['reader', 'contributor', 'releaser', 'approver', 'registrar', 'auditor', 'dashboard'];

type Seed = Pick<AgencyEntry, 'code' | 'name'> & Partial<AgencyEntry>;

/** An entry of the embedded mode's register: an authority that may do everything, but for what is said of it. */
export function authority(seed: Seed): AgencyEntry {
  return {
    nameLocal: null,
    class: 'AUTHORITY',
    kind: 'POLICE',
    country: null,
    ncb: false,
    suspended: false,
    suspendedSubjects: [],
    purposes: PURPOSES,
    roles: OFFICERS,
    maxTlp: 'RED',
    succeededBy: null,
    tlp: 'CLEAR',
    ...seed,
  };
}
