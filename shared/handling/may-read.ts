import type { Viewer, ViewerClaims } from '../viewer/viewer.js';
import { statesPurpose } from '../viewer/viewer.js';
import { tlpRank, type Handled, type Label, type OperationId, type OrganisationId, type Recipient } from './label.js';

export type OrganisationClass = 'AUTHORITY' | 'COORDINATING_BODY' | 'INSTITUTION';
export type ParticipationRole = 'LEAD' | 'PARTICIPANT' | 'OBSERVER';

export interface OrganisationFacts {
  readonly class: OrganisationClass;
  readonly country: string | null;
  /** Whether it is the National Central Bureau of its country. */
  readonly ncb: boolean;
  readonly suspended: boolean;
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

/** A release to someone, for a purpose, until an instant (exclusive). Recalled grants are not listed. */
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
 * The rule of access: may this viewer read a part that is handled so? Pure; the only place that knows.
 * A record made under an operation is readable only by those who may also read that operation.
 */
export function mayRead(viewer: Viewer | ViewerClaims, handled: Handled, facts: HandlingFacts): boolean {
  const { label } = handled;
  if (!mayReadLabel(viewer, handled, facts)) return false;
  if (label.operation === null) return true;
  const operation = facts.operation(label.operation);
  if (operation === undefined) return false;
  // The label of the operation itself names the operation: it is not asked a second time.
  return mayReadLabel(viewer, { label: operation.label, reviewMonth: null, erased: false }, facts);
}

function mayReadLabel(viewer: ViewerClaims, { label, reviewMonth, erased }: Handled, facts: HandlingFacts): boolean {
  if (erased) return false;

  const organisation = facts.organisation(viewer.organisation);
  if (organisation === undefined || facts.organisation(label.originator) === undefined) return false;
  if (organisation.suspended || facts.subjectSuspended(viewer.subject)) return false;
  if (tlpRank(label.tlp) > tlpRank(viewer.maxTlp)) return false;

  if (label.originator === viewer.organisation) return true;

  if (reviewMonth !== null && monthOf(facts.now) > reviewMonth) return false;
  if (tlpRank(label.tlp) >= tlpRank('AMBER') && !statesPurpose(viewer)) return false;

  if (label.recipients.some((recipient) => names(recipient, viewer, facts))) return true;
  if (label.releaseGroup !== null && grantFor(viewer, label.releaseGroup, facts) !== undefined) return true;

  if (organisation.class === 'INSTITUTION') return label.tlp === 'CLEAR';

  switch (label.tlp) {
    case 'CLEAR':
    case 'GREEN':
      return true;
    case 'AMBER':
      return label.operation !== null && !label.codes.includes('H2') && takesPart(viewer, label, label.operation, facts);
    case 'AMBER_STRICT':
    case 'RED':
      return false;
  }
}

/** The release that opens a group to this viewer for the purpose now stated; it is shown to that viewer alone. */
export function grantFor(viewer: ViewerClaims, releaseGroup: string, facts: HandlingFacts): Grant | undefined {
  if (!statesPurpose(viewer)) return undefined;
  return facts
    .grants(releaseGroup)
    .find((grant) => grant.purpose === viewer.purpose && facts.now < grant.until && names(grant.to, viewer, facts));
}

function names(recipient: Recipient, viewer: ViewerClaims, facts: HandlingFacts): boolean {
  switch (recipient.kind) {
    case 'ORGANISATION':
      return recipient.organisation === viewer.organisation;
    case 'SUBJECT':
      return recipient.organisation === viewer.organisation && recipient.subject === viewer.subject;
    case 'NCB': {
      const organisation = facts.organisation(viewer.organisation);
      return organisation !== undefined && organisation.ncb && organisation.country === recipient.country;
    }
    case 'OPERATION':
      return activeParticipations(viewer, recipient.operation, facts).length > 0;
  }
}

function takesPart(viewer: ViewerClaims, label: Label, operation: OperationId, facts: HandlingFacts): boolean {
  if (facts.operation(operation)?.coordinatingBody === viewer.organisation) return true;
  return activeParticipations(viewer, operation, facts).some((participation) => {
    if (participation.founding) return true;
    const decision = participation.decisions.get(label.originator);
    if (decision !== undefined) return decision === 'ACCEPTED';
    return facts.now >= participation.joinedAt + ACCEPTANCE_MILLISECONDS;
  });
}

function activeParticipations(viewer: ViewerClaims, operation: OperationId, facts: HandlingFacts): ParticipationFacts[] {
  return facts
    .participations(operation, viewer.organisation)
    .filter(
      (participation) =>
        participation.role !== 'OBSERVER' &&
        participation.joinedAt <= facts.now &&
        (participation.endedAt === null || facts.now < participation.endedAt),
    );
}

function monthOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 7);
}
