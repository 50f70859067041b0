import type { CriminalGroupId, OperationId, OrganisationId } from '../handling/label.js';
import { narrowerThan } from '../handling/label.js';
import { successorOf } from '../handling/may-read.js';
import type { Role, ViewerClaims } from '../viewer/viewer.js';
import type { CriminalGroupEntry, DirectoryState, OperationEntry, OrganisationEntry, OrganisationState, ParticipationEntry } from './directory-feed.js';

/** The register and the operations at one moment. It never changes: a change makes another snapshot. */
export class DirectorySnapshot {
  readonly revision: string;
  readonly #organisations: ReadonlyMap<OrganisationId, OrganisationEntry>;
  readonly #operations: ReadonlyMap<OperationId, OperationEntry>;
  readonly #participations: ReadonlyMap<OperationId, ReadonlyMap<OrganisationId, readonly ParticipationEntry[]>>;
  readonly #criminalGroups: ReadonlyMap<CriminalGroupId, CriminalGroupEntry>;
  readonly #suspendedSubjects: ReadonlySet<string>;
  readonly #merged: ReadonlyMap<OrganisationId, readonly OrganisationId[]>;

  constructor(organisations: OrganisationState, operations: DirectoryState<OperationEntry>) {
    this.revision = JSON.stringify([organisations.revision, operations.revision]);
    this.#organisations = new Map(organisations.entries.map((entry) => [entry.id, entry]));
    this.#suspendedSubjects = new Set(organisations.suspendedSubjects);
    this.#merged = this.#mergedBySuccessor();
    this.#operations = new Map(operations.entries.map((entry) => [entry.id, entry]));
    this.#criminalGroups = new Map(operations.entries.flatMap(({ criminalGroups }) => criminalGroups.map((group) => [group.id, group] as const)));
    this.#participations = new Map(operations.entries.map((entry) => [entry.id, this.#byOrganisation(entry)]));
  }

  organisation(id: OrganisationId): OrganisationEntry | undefined {
    return this.#organisations.get(id);
  }

  organisations(): Iterable<OrganisationEntry> {
    return this.#organisations.values();
  }

  /** An organisation, and those merged into it, whose records it answers for. */
  withMerged(organisation: OrganisationId): readonly OrganisationId[] {
    return [organisation, ...(this.#merged.get(organisation) ?? [])];
  }

  operation(id: OperationId): OperationEntry | undefined {
    return this.#operations.get(id);
  }

  operations(): Iterable<OperationEntry> {
    return this.#operations.values();
  }

  criminalGroup(id: CriminalGroupId): CriminalGroupEntry | undefined {
    return this.#criminalGroups.get(id);
  }

  criminalGroups(): Iterable<CriminalGroupEntry> {
    return this.#criminalGroups.values();
  }

  /** Past, present and future participations of an organisation and of those it succeeded. */
  participations(operation: OperationId, organisation: OrganisationId): readonly ParticipationEntry[] {
    return this.#participations.get(operation)?.get(organisation) ?? [];
  }

  subjectSuspended(subject: string): boolean {
    return this.#suspendedSubjects.has(subject);
  }

  /**
   * Claims reduced to what the register grants to their organisation: a token may ask for less, never for more.
   * Null when nobody may speak for it: unknown, suspended, merged into another, or the subject is suspended.
   */
  cap(claims: ViewerClaims): ViewerClaims | null {
    const organisation = this.#organisations.get(claims.organisation);
    if (organisation === undefined || organisation.suspended || organisation.succeededBy !== null) return null;
    if (this.#suspendedSubjects.has(claims.subject)) return null;
    const purpose = claims.purpose !== null && organisation.purposes.includes(claims.purpose) ? claims.purpose : null;
    return {
      ...claims,
      roles: this.#cappedRoles(claims.roles, organisation.roles),
      maxTlp: narrowerThan(claims.maxTlp, organisation.maxTlp) ? organisation.maxTlp : claims.maxTlp,
      purpose,
      caseReference: purpose === null ? null : claims.caseReference,
    };
  }

  /** A withdrawn `dashboard` leaves no role: what it kept from reading must not begin to read. */
  #cappedRoles(claimed: readonly Role[], granted: readonly Role[]): readonly Role[] {
    if (claimed.includes('dashboard') && !granted.includes('dashboard')) return [];
    return claimed.filter((role) => granted.includes(role));
  }

  #mergedBySuccessor(): ReadonlyMap<OrganisationId, readonly OrganisationId[]> {
    const found = new Map<OrganisationId, OrganisationId[]>();
    for (const { id, succeededBy } of this.#organisations.values()) {
      const holder = succeededBy === null ? undefined : successorOf(id, this);
      if (holder !== undefined) found.set(holder, [...(found.get(holder) ?? []), id]);
    }
    return found;
  }

  #byOrganisation(operation: OperationEntry): ReadonlyMap<OrganisationId, readonly ParticipationEntry[]> {
    const found = new Map<OrganisationId, ParticipationEntry[]>();
    for (const participation of operation.participations) {
      const holder = successorOf(participation.organisation, this);
      if (holder === undefined) continue;
      const held = found.get(holder);
      if (held === undefined) found.set(holder, [participation]);
      else held.push(participation);
    }
    return found;
  }
}
