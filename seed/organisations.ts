import type { AgencyEntry } from '../subgraphs/agencies/agency/agency.service.js';
import type { Role } from '../shared/viewer/viewer.js';

const PURPOSES = ['SUPPORT_INVESTIGATION', 'LOCATE_WANTED_PERSON', 'IDENTIFY_PERSON_OR_OBJECT', 'TREND_ANALYSIS'];
const OFFICERS: readonly Role[] = ['reader', 'contributor', 'releaser', 'approver', 'registrar', 'auditor', 'dashboard'];

type Seed = Pick<AgencyEntry, 'code' | 'name'> & Partial<AgencyEntry>;

/** Who coordinates the operations that are published. */
export const COORDINATING_BODIES: readonly AgencyEntry[] = [
  { code: 'interpol', name: 'INTERPOL General Secretariat' },
  { code: 'europol', name: 'Europol' },
  { code: 'afripol', name: 'AFRIPOL' },
].map((body) => authority({ ...body, class: 'COORDINATING_BODY', kind: 'COORDINATING_BODY' }));

/** Organisations of the embedded mode: those of the ready sign-ins and those of the exercise. */
export const ORGANISATIONS: readonly AgencyEntry[] = [
  authority({ code: 'jp-ncb', name: 'NCB Tokyo (National Police Agency)', nameLocal: '警察庁', kind: 'NCB', country: 'JP', ncb: true }),
  authority({ code: 'jp-tokyo', name: 'Tokyo Metropolitan Police Department', nameLocal: '警視庁', kind: 'POLICE', country: 'JP' }),
  authority({ code: 'na-ncb', name: 'NCB Windhoek (Namibian Police Force)', kind: 'NCB', country: 'NA', ncb: true }),
  authority({ code: 'sg-ncb', name: 'NCB Singapore (Singapore Police Force)', kind: 'NCB', country: 'SG', ncb: true }),
  authority({ code: 'es-ncb', name: 'NCB Madrid (Policía Nacional)', kind: 'NCB', country: 'ES', ncb: true }),
  authority({ code: 'br-ncb', name: 'NCB Brasília (Polícia Federal)', kind: 'NCB', country: 'BR', ncb: true }),
  authority({ code: 'fi-ncb', name: 'NCB Helsinki (National Bureau of Investigation)', kind: 'NCB', country: 'FI', ncb: true }),
  authority({ code: 'jp-bank', name: 'Exercise Bank (invented)', class: 'INSTITUTION', kind: 'BANK', country: 'JP' }),
];

function authority(seed: Seed): AgencyEntry {
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
