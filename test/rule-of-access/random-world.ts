import fc from 'fast-check';
import type {
  PlainLabel,
  PlainName,
  PlainOperation,
  PlainOrganisation,
  PlainPart,
  PlainParticipation,
  PlainReader,
  PlainRelease,
  PlainReleaseGroup,
  PlainTarget,
  PlainWorld,
} from './plain-world.js';

/** Two hours before a month ends, so that time passing soon changes the month too. */
export const NOON = Date.parse('2024-06-30T22:00:00.000Z');
const HOUR = 3_600_000;

/** Few names, so that random things meet; one more of each is never registered. */
const organisationIds = ['o1', 'o2', 'o3', 'o4', 'o5'];
const operationIds = ['p1', 'p2', 'p3'];
const groupIds = ['g1', 'g2', 'g3'];
const organisation = mostly(organisationIds);
const operation = mostly(operationIds);
const group = mostly(groupIds);
const subject = fc.constantFrom('issuer|a', 'issuer|b');
const country = fc.constantFrom('JP', 'NA');
const purpose = fc.constantFrom('investigation', 'border-control');
const rarely = fc.nat(15).map((drawn) => drawn === 7);

function mostly(registered: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...registered) }, { weight: 1, arbitrary: fc.constant('unknown') });
}

/** Instants at which something begins or ends, on both sides of every edge. */
const instant = fc
  .tuple(fc.constantFrom(-100, -72, -71, -1, 0, 1, 2, 3, 50), fc.constantFrom(-1, 0, 1))
  .map(([hours, milliseconds]) => NOON + hours * HOUR + milliseconds);

const name: fc.Arbitrary<PlainName> = fc.oneof(
  fc.record({ kind: fc.constant('ORGANISATION' as const), organisation }),
  fc.record({ kind: fc.constant('SUBJECT' as const), organisation, subject }),
);
export const target: fc.Arbitrary<PlainTarget> = fc.oneof(
  name,
  fc.record({ kind: fc.constant('NCB' as const), country }),
  fc.record({ kind: fc.constant('OPERATION' as const), operation }),
);

export const label: fc.Arbitrary<PlainLabel> = fc.record({
  originator: organisation,
  tlp: fc.constantFrom('CLEAR', 'GREEN', 'AMBER', 'AMBER', 'AMBER_STRICT', 'RED'),
  codes: fc.subarray(['H0', 'H2'] as const),
  restriction: fc.constant(null),
  operation: fc.option(operation),
  recipients: fc.array(name, { maxLength: 2 }),
  releaseGroup: fc.option(group),
});

export const reviewMonth = fc.option(fc.constantFrom('2024-05', '2024-06', '2024-07'), { freq: 1 });

export const part: fc.Arbitrary<PlainPart> = fc.record({ label, reviewMonth, erased: rarely });

export const reader: fc.Arbitrary<PlainReader> = fc.record({
  subject,
  organisation,
  roles: fc.oneof(
    { weight: 6, arbitrary: fc.constant<PlainReader['roles']>(['reader']) },
    { weight: 1, arbitrary: fc.constantFrom<PlainReader['roles'][]>(['contributor', 'releaser'], ['auditor'], ['reader', 'auditor'], ['dashboard'], ['reader', 'dashboard'], []) },
  ),
  maxTlp: fc.constantFrom('RED', 'RED', 'RED', 'RED', 'AMBER', 'GREEN', 'CLEAR', 'AMBER_STRICT'),
  purpose: fc.option(purpose, { freq: 9 }),
  caseReference: fc.option(fc.constantFrom('CASE-1', 'CASE-1', 'CASE-1', 'CASE-2', ''), { freq: 9 }),
});

function organisationOf(id: string): fc.Arbitrary<PlainOrganisation> {
  return fc.record({
    id: fc.constant(id),
    class: fc.constantFrom('AUTHORITY', 'AUTHORITY', 'COORDINATING_BODY', 'INSTITUTION'),
    country: fc.option(country),
    ncb: fc.boolean(),
    suspended: rarely,
    succeededBy: rarely.chain((merged) => (merged ? organisation : fc.constant(null))),
  });
}

export const participation: fc.Arbitrary<PlainParticipation> = fc.record({
  organisation,
  role: fc.constantFrom('LEAD', 'PARTICIPANT', 'OBSERVER'),
  founding: fc.boolean(),
  joinedAt: instant,
  endedAt: fc.option(instant),
  answers: fc.dictionary(fc.constantFrom(...organisationIds), fc.constantFrom('ACCEPTED', 'REFUSED'), { maxKeys: 2, noNullPrototype: true }),
});

export function operationOf(id: string): fc.Arbitrary<PlainOperation> {
  return fc.record({
    id: fc.constant(id),
    coordinatingBody: organisation,
    label: fc.oneof(
      { weight: 4, arbitrary: label.map((any): PlainLabel => ({ ...any, tlp: 'CLEAR', operation: null })) },
      { weight: 1, arbitrary: label.map((any): PlainLabel => ({ ...any, operation: id })) },
      { weight: 1, arbitrary: label },
    ),
    participations: fc.array(participation, { maxLength: 5 }),
  });
}

export const release: fc.Arbitrary<PlainRelease> = fc.record({ id: fc.uuid(), to: target, purpose, until: instant, recalled: rarely });

export function groupOf(id: string): fc.Arbitrary<PlainReleaseGroup> {
  return fc.record({
    id: fc.constant(id),
    originator: fc.constantFrom('o1', 'o1', 'o2'),
    extends: fc.option(group),
    grants: fc.array(release, { maxLength: 3 }),
  });
}

export const world: fc.Arbitrary<PlainWorld> = fc.record({
  now: fc.constantFrom(NOON, NOON - 1, NOON + HOUR, NOON + 3 * HOUR),
  organisations: fc.tuple(...organisationIds.map(organisationOf)),
  suspendedSubjects: fc.subarray(['issuer|b'], { maxLength: 1 }),
  operations: fc.tuple(...operationIds.map(operationOf)),
  releaseGroups: fc.tuple(...groupIds.map(groupOf)),
});
