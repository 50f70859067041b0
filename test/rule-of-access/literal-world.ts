import type {
  PlainLabel,
  PlainOperation,
  PlainOrganisation,
  PlainParticipation,
  PlainReader,
  PlainRelease,
  PlainReleaseGroup,
  PlainTarget,
  PlainTlp,
  PlainWorld,
} from './plain-world.js';

/** Noon of 15 June 2024. Everything "exactly" or "a moment" before or after refers to it. */
const NOW = Date.parse('2024-06-15T12:00:00.000Z');
const LONG_AGO = Date.parse('2024-01-01T00:00:00.000Z');
const HOUR = 3_600_000;

function authority(id: string, country: string, ncb = true): PlainOrganisation {
  return { id, class: 'AUTHORITY', country, ncb, suspended: false, succeededBy: null };
}

const organisations: readonly PlainOrganisation[] = [
  { id: 'interpol', class: 'COORDINATING_BODY', country: null, ncb: false, suspended: false, succeededBy: null },
  { id: 'europol', class: 'COORDINATING_BODY', country: null, ncb: false, suspended: false, succeededBy: null },
  authority('jp-ncb', 'JP'),
  authority('jp-police', 'JP', false),
  authority('na-ncb', 'NA'),
  authority('de-ncb', 'DE'),
  authority('ch-observer', 'CH'),
  authority('fr-late', 'FR'),
  authority('es-late', 'ES'),
  authority('pt-late', 'PT'),
  authority('it-ended', 'IT'),
  authority('pl-ending', 'PL'),
  authority('se-future', 'SE'),
  authority('fi-today', 'FI'),
  { ...authority('gr-suspended', 'GR'), suspended: true },
  { ...authority('gb-former', 'GB'), succeededBy: 'gb-ncb' },
  authority('gb-ncb', 'GB'),
  { id: 'jp-bank', class: 'INSTITUTION', country: 'JP', ncb: false, suspended: false, succeededBy: null },
  { id: 'na-bank', class: 'INSTITUTION', country: 'NA', ncb: false, suspended: false, succeededBy: null },
];

export function reader(organisation: string, changes: Partial<PlainReader> = {}): PlainReader {
  return {
    subject: `issuer|${organisation}`,
    organisation,
    roles: ['reader'],
    maxTlp: 'RED',
    purpose: 'investigation',
    caseReference: 'CASE-1',
    ...changes,
  };
}

export function label(originator: string, tlp: PlainTlp, changes: Partial<PlainLabel> = {}): PlainLabel {
  return { originator, tlp, codes: [], restriction: null, operation: null, recipients: [], releaseGroup: null, ...changes };
}

function founder(organisation: string, changes: Partial<PlainParticipation> = {}): PlainParticipation {
  return { organisation, role: 'PARTICIPANT', founding: true, joinedAt: LONG_AGO, endedAt: null, answers: {}, ...changes };
}

const participations: readonly PlainParticipation[] = [
  founder('jp-ncb', { role: 'LEAD' }),
  founder('na-ncb'),
  founder('jp-bank'),
  founder('gr-suspended'),
  founder('gb-former'),
  founder('ch-observer', { role: 'OBSERVER' }),
  founder('it-ended', { endedAt: NOW }),
  founder('pl-ending', { endedAt: NOW + 1 }),
  founder('se-future', { joinedAt: NOW + 1 }),
  founder('fi-today', { joinedAt: NOW }),
  founder('fr-late', { founding: false, joinedAt: NOW - HOUR, answers: { 'jp-ncb': 'ACCEPTED', 'na-ncb': 'REFUSED' } }),
  founder('es-late', { founding: false, joinedAt: NOW - 72 * HOUR, answers: { 'na-ncb': 'REFUSED' } }),
  founder('pt-late', { founding: false, joinedAt: NOW - 72 * HOUR + 1_000 }),
];

function operation(id: string, handling: PlainLabel): PlainOperation {
  return { id, coordinatingBody: 'interpol', label: handling, participations };
}

/** One cast of participants, under operations that are handled differently. */
const operations: readonly PlainOperation[] = [
  operation('open', label('interpol', 'CLEAR')),
  operation('known', label('interpol', 'GREEN')),
  operation('joint', label('interpol', 'AMBER', { operation: 'joint' })),
  operation('quiet', label('interpol', 'RED', { recipients: [{ kind: 'ORGANISATION', organisation: 'jp-ncb' }] })),
  operation('phase-of-quiet', label('interpol', 'CLEAR', { operation: 'quiet' })),
  operation('phase-of-nothing', label('interpol', 'CLEAR', { operation: 'nowhere' })),
  operation('circle-a', label('interpol', 'CLEAR', { operation: 'circle-b' })),
  operation('circle-b', label('interpol', 'CLEAR', { operation: 'circle-a' })),
];

function release(to: PlainTarget, changes: Partial<PlainRelease> = {}): PlainRelease {
  return { id: 'g1', to, purpose: 'investigation', until: NOW + HOUR, recalled: false, ...changes };
}
const toGermany: PlainTarget = { kind: 'ORGANISATION', organisation: 'de-ncb' };

function group(id: string, grants: readonly PlainRelease[], changes: Partial<PlainReleaseGroup> = {}): PlainReleaseGroup {
  return { id, originator: 'na-ncb', extends: null, grants, ...changes };
}

const releaseGroups: readonly PlainReleaseGroup[] = [
  group('to-de', [release(toGermany)]),
  group('to-de-expiring', [release(toGermany, { until: NOW + 1 })]),
  group('to-de-expired', [release(toGermany, { until: NOW })]),
  group('to-de-recalled', [release(toGermany, { recalled: true })]),
  group('to-de-border', [release(toGermany, { purpose: 'border-control' })]),
  group('to-de-person', [release({ kind: 'SUBJECT', organisation: 'de-ncb', subject: 'issuer|de-ncb' })]),
  group('to-de-bureau', [release({ kind: 'NCB', country: 'DE' })]),
  group('to-jp-bureau', [release({ kind: 'NCB', country: 'JP' })]),
  group('to-bank', [release({ kind: 'ORGANISATION', organisation: 'jp-bank' })]),
  group('to-joint', [release({ kind: 'OPERATION', operation: 'joint' })]),
  group('to-nowhere', [release({ kind: 'OPERATION', operation: 'nowhere' })]),
  group('to-former', [release({ kind: 'ORGANISATION', organisation: 'gb-former' })]),
  group('to-suspended', [release({ kind: 'ORGANISATION', organisation: 'gr-suspended' })]),
  group('extends-to-de', [], { extends: 'to-de' }),
  group('extends-recalled', [], { extends: 'to-de-recalled' }),
  group('extends-itself', [], { extends: 'extends-itself' }),
  group('extends-of-another', [], { originator: 'jp-ncb', extends: 'to-de' }),
];

export const literalWorld: PlainWorld = {
  now: NOW,
  organisations,
  suspendedSubjects: ['issuer|suspended'],
  operations,
  releaseGroups,
};
