import { statesPurpose, type ViewerClaims } from '../viewer/viewer.js';
import {
  TLP_LEVELS,
  narrowerThan,
  type Handled,
  type Label,
  type NamedRecipient,
  type OperationId,
  type OrganisationId,
  type Recipient,
  type Tlp,
} from './label.js';

export type OrganisationClass = 'AUTHORITY' | 'COORDINATING_BODY' | 'INSTITUTION';
export type ParticipationRole = 'LEAD' | 'PARTICIPANT' | 'OBSERVER';

export interface OrganisationFacts {
  readonly class: OrganisationClass;
  readonly country: string | null;
  /** Whether it is the National Central Bureau of its country. */
  readonly ncb: boolean;
  readonly suspended: boolean;
  /** The organisation that it was merged into. Labels that name it are not rewritten: the successor holds its rights. */
  readonly succeededBy: OrganisationId | null;
}

export interface ParticipationFacts {
  readonly role: ParticipationRole;
  readonly founding: boolean;
  /** Milliseconds since 1970; the end is exclusive. */
  readonly joinedAt: number;
  readonly endedAt: number | null;
  /** What originators answered about this participation: accepted or refused. Silence is no entry. */
  readonly decisions: ReadonlyMap<OrganisationId, 'ACCEPTED' | 'REFUSED'>;
}

export interface OperationFacts {
  readonly coordinatingBody: OrganisationId;
  readonly label: Label;
}

/** A release to someone, for a purpose, until an instant in milliseconds since 1970 (exclusive). Recalled grants are not listed. */
export interface Grant {
  readonly to: Recipient;
  readonly purpose: string;
  readonly until: number;
}

/** What the rule needs to know of the world. Unknown things are undefined, and unknown is never readable. */
export interface HandlingFacts {
  /** Milliseconds since 1970. */
  readonly now: number;
  organisation(id: OrganisationId): OrganisationFacts | undefined;
  subjectSuspended(subject: string): boolean;
  operation(id: OperationId): OperationFacts | undefined;
  participations(operation: OperationId, organisation: OrganisationId): readonly ParticipationFacts[];
  grants(releaseGroup: string): readonly Grant[];
}

/** How long an originator may stay silent before a later participation reaches its AMBER records. */
export const ACCEPTANCE_HOURS = 72;
export const ACCEPTANCE_MILLISECONDS = ACCEPTANCE_HOURS * 3_600_000;

/**
 * Records are for the role `reader` alone: who only audits, approves, registers or contributes reads none. A
 * `dashboard` is a machine for tallies: no other role that it may also hold gives it a record.
 */
export function readsRecords(viewer: ViewerClaims): boolean {
  return viewer.roles.includes('reader') && !isDashboard(viewer);
}

/** The rule of access: may this viewer read a part that is handled so? Pure; the only place that knows. */
export function mayRead(viewer: ViewerClaims, handled: Handled, facts: HandlingFacts): boolean {
  return readsRecords(viewer) && opensWithOperation(viewer, handled, facts);
}

/**
 * May a tally shown to this viewer contain a part that is handled so? What it may read, and for those who read
 * nothing, GREEN and CLEAR: the same rule under a lower ceiling.
 */
export function mayCount(viewer: ViewerClaims, handled: Handled, facts: HandlingFacts): boolean {
  if (viewer.roles.length === 0) return false;
  return opensWithOperation(readsRecords(viewer) ? viewer : underCeiling(viewer, 'GREEN'), handled, facts);
}

/**
 * May this viewer name a part that is handled so in what it does: record under an operation, release to an
 * organisation, retract a record? As `mayRead`, but acting needs no role to read: nothing is shown.
 */
export function mayName(viewer: ViewerClaims, handled: Handled, facts: HandlingFacts): boolean {
  return viewer.roles.length > 0 && !isDashboard(viewer) && opensWithOperation(viewer, handled, facts);
}

/** Whether it speaks for an organisation: its own, or one that was merged into it. */
export function speaksFor(viewer: Pick<ViewerClaims, 'organisation'>, organisation: OrganisationId, facts: Pick<HandlingFacts, 'organisation'>): boolean {
  return successorOf(organisation, facts) === viewer.organisation;
}

function isDashboard(viewer: ViewerClaims): boolean {
  return viewer.roles.includes('dashboard');
}

/**
 * A record made under an operation is readable only by those who may also read that operation. Its originator keeps
 * it whatever becomes of the operation: otherwise whoever labels the operation could take the record from it.
 */
function opensWithOperation(viewer: ViewerClaims, handled: Handled, facts: HandlingFacts): boolean {
  const { originator, operation } = handled.label;
  return opensTo(viewer, handled, facts) && (speaksFor(viewer, originator, facts) || readsOperation(viewer, operation, facts));
}

/** The operation, the one that it is part of, and so upwards. */
function readsOperation(viewer: ViewerClaims, operation: OperationId | null, facts: HandlingFacts): boolean {
  const asked = new Set<OperationId>();
  // The label of an operation names that operation itself: nothing is asked a second time.
  for (let next = operation; next !== null && !asked.has(next); ) {
    asked.add(next);
    const label = facts.operation(next)?.label;
    if (label === undefined || !opensTo(viewer, { label, reviewMonth: null, erased: false }, facts)) return false;
    next = label.operation;
  }
  return true;
}

/** The table of the rule, in its order. */
function opensTo(viewer: ViewerClaims, { label, reviewMonth, erased }: Handled, facts: HandlingFacts): boolean {
  if (erased) return false;

  const organisation = facts.organisation(viewer.organisation);
  const originatorKnown = successorOf(label.originator, facts) !== undefined;
  if (organisation === undefined || !originatorKnown || !TLP_LEVELS.includes(label.tlp)) return false;
  // Nobody speaks for an organisation that was merged into another.
  if (organisation.succeededBy !== null) return false;
  if (organisation.suspended || facts.subjectSuspended(viewer.subject)) return false;
  if (narrowerThan(label.tlp, viewer.maxTlp)) return false;

  if (speaksFor(viewer, label.originator, facts)) return true;

  if (reviewMonth !== null && isReviewOver(reviewMonth, facts.now)) return false;
  if (!narrowerThan('AMBER', label.tlp) && !statesPurpose(viewer)) return false;

  if (label.recipients.some((recipient) => isNamed(recipient, viewer, facts))) return true;
  if (grantFor(viewer, label, facts) !== undefined) return true;

  if (organisation.class === 'INSTITUTION') return label.tlp === 'CLEAR';

  switch (label.tlp) {
    case 'CLEAR':
    case 'GREEN':
      return true;
    case 'AMBER':
      return !label.codes.includes('H2') && reachesAmber(viewer.organisation, label, facts);
    case 'AMBER_STRICT':
    case 'RED':
      return false;
  }
}

/** The release that opens a label to this viewer for the purpose now stated; it is shown to that viewer alone. */
export function grantFor(viewer: ViewerClaims, label: Label, facts: HandlingFacts): Grant | undefined {
  if (label.releaseGroup === null || !statesPurpose(viewer)) return undefined;
  return facts
    .grants(label.releaseGroup)
    .find((grant) => grant.purpose === viewer.purpose && facts.now < grant.until && isReleasedTo(grant.to, viewer, label, facts));
}

/** The organisation that holds the rights of this one today; undefined when it is unknown. Labels keep the old name. */
export function successorOf(id: OrganisationId, facts: Pick<HandlingFacts, 'organisation'>): OrganisationId | undefined {
  const walked = new Set<OrganisationId>();
  let holder = id;
  for (;;) {
    const organisation = facts.organisation(holder);
    if (organisation === undefined || walked.has(holder)) return undefined;
    if (organisation.succeededBy === null) return holder;
    walked.add(holder);
    holder = organisation.succeededBy;
  }
}

function isNamed(recipient: NamedRecipient, viewer: ViewerClaims, facts: HandlingFacts): boolean {
  switch (recipient.kind) {
    case 'ORGANISATION':
      return successorOf(recipient.organisation, facts) === viewer.organisation;
    case 'SUBJECT':
      return successorOf(recipient.organisation, facts) === viewer.organisation && recipient.subject === viewer.subject;
    // Labels come out of storage: another kind of recipient there names nobody.
    default:
      return false;
  }
}

function isReleasedTo(to: Recipient, viewer: ViewerClaims, label: Label, facts: HandlingFacts): boolean {
  switch (to.kind) {
    case 'ORGANISATION':
    case 'SUBJECT':
      return isNamed(to, viewer, facts);
    case 'NCB': {
      const organisation = facts.organisation(viewer.organisation);
      return organisation !== undefined && organisation.ncb && organisation.country === to.country;
    }
    case 'OPERATION':
      return takesPart(viewer.organisation, label, to.operation, facts);
  }
}

/**
 * Those of the given organisations whom the AMBER row admits now to this originator's information of an operation,
 * by the name of who holds their rights today. H2 freezes this audience.
 */
export function amberAudience(
  organisations: Iterable<OrganisationId>,
  label: Pick<Label, 'originator' | 'operation'>,
  facts: HandlingFacts,
): OrganisationId[] {
  const holders = new Set<OrganisationId>();
  for (const organisation of organisations) {
    const holder = successorOf(organisation, facts);
    const known = holder === undefined ? undefined : facts.organisation(holder);
    if (holder === undefined || known === undefined || known.suspended || known.class === 'INSTITUTION') continue;
    if (reachesAmber(holder, label, facts)) holders.add(holder);
  }
  return [...holders];
}

function reachesAmber(organisation: OrganisationId, label: Pick<Label, 'originator' | 'operation'>, facts: HandlingFacts): boolean {
  if (label.operation === null) return false;
  const body = facts.operation(label.operation)?.coordinatingBody;
  if (body !== undefined && successorOf(body, facts) === organisation) return true;
  return takesPart(organisation, label, label.operation, facts);
}

/** Takes part now, as lead or participant, and the label's originator has not kept that participation out. */
function takesPart(organisation: OrganisationId, label: Pick<Label, 'originator'>, operation: OperationId, facts: HandlingFacts): boolean {
  if (facts.operation(operation) === undefined) return false;
  return facts
    .participations(operation, organisation)
    .some((participation) => isActive(participation, facts.now) && isAccepted(participation, label.originator, facts));
}

function isActive({ role, joinedAt, endedAt }: ParticipationFacts, now: number): boolean {
  return (role === 'LEAD' || role === 'PARTICIPANT') && joinedAt <= now && (endedAt === null || now < endedAt);
}

function isAccepted(participation: ParticipationFacts, originator: OrganisationId, facts: HandlingFacts): boolean {
  if (participation.founding) return true;
  const successor = successorOf(originator, facts);
  const decision =
    (successor === undefined ? undefined : participation.decisions.get(successor)) ?? participation.decisions.get(originator);
  if (decision !== undefined) return decision === 'ACCEPTED';
  return facts.now >= participation.joinedAt + ACCEPTANCE_MILLISECONDS;
}

/** A month that cannot be read counts as over. */
function isReviewOver(reviewMonth: string, now: number): boolean {
  const wellFormed = /^\d{4}-(0[1-9]|1[0-2])$/.test(reviewMonth);
  return !wellFormed || new Date(now).toISOString().slice(0, 7) > reviewMonth;
}

function underCeiling(viewer: ViewerClaims, ceiling: Tlp): ViewerClaims {
  return narrowerThan(viewer.maxTlp, ceiling) ? { ...viewer, maxTlp: ceiling } : viewer;
}
