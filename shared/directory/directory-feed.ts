import type { CriminalGroupId, Label, OperationId, OrganisationId, Tlp } from '../handling/label.js';
import type { Grant, OperationFacts, OrganisationFacts, ParticipationFacts } from '../handling/may-read.js';
import type { Role } from '../viewer/viewer.js';

/** An organisation as the register of the agencies subgraph publishes it. */
export interface OrganisationEntry extends OrganisationFacts {
  readonly id: OrganisationId;
  readonly name: string;
  /** Purposes that its people may state. */
  readonly purposes: readonly string[];
  /** Roles that its people may hold. */
  readonly roles: readonly Role[];
  /** The narrowest level that its people may be shown. */
  readonly maxTlp: Tlp;
  /** Handling of the entry itself: an organisation may be on the exchange without everybody knowing. */
  readonly label: Label;
}

export interface ParticipationEntry extends ParticipationFacts {
  readonly organisation: OrganisationId;
}

/** A criminal group of an operation: by what it is named, and what opens it. Nothing else of its content. */
export interface CriminalGroupEntry {
  readonly id: CriminalGroupId;
  readonly originator: OrganisationId;
  /** The originator's own name for it; with the originator before it, its code. */
  readonly reference: string;
  readonly label: Label;
  /** What its label's release group grants, which only the owner of the group knows otherwise. */
  readonly grants: readonly Grant[];
  /** Codes of its cells. */
  readonly cells: readonly string[];
}

/**
 * An operation as the operations subgraph publishes it: what rights follow from and what tallies are compared by. Its
 * label opens all of it: whoever may not read the operation is told nothing of the entry.
 */
export interface OperationEntry extends OperationFacts {
  readonly id: OperationId;
  /** Human code, unique in its coordinating body: `interpol/first-light-2024`. */
  readonly code: string;
  readonly exercise: boolean;
  /** First and last day that its stated period spans, inclusive; null where none is stated. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Codes of the list `crimeType`. */
  readonly crimeTypes: readonly string[];
  readonly participations: readonly ParticipationEntry[];
  readonly criminalGroups: readonly CriminalGroupEntry[];
}

/** Everything of one kind at one revision. Equal revisions mean equal entries. */
export interface DirectoryState<Entry> {
  readonly revision: string;
  readonly entries: readonly Entry[];
  /** How old it was when it was read; 0 when left out, as from the owner in the same process. */
  readonly ageMilliseconds?: number;
}

export interface OrganisationState extends DirectoryState<OrganisationEntry> {
  /** Subjects ("issuer|sub") that may read and do nothing, whatever their organisation may. */
  readonly suspendedSubjects: readonly string[];
}

/**
 * Where entries come from: the owner itself in one process, its HTTP endpoint between processes.
 * A read that may hang needs its own time limit: the directory waits for it.
 */
export interface DirectoryFeed<Entry> {
  read(): Promise<DirectoryState<Entry>>;
  onChange?(listener: () => void): void;
}

export interface OrganisationFeed extends DirectoryFeed<OrganisationEntry> {
  read(): Promise<OrganisationState>;
}

export type OperationFeed = DirectoryFeed<OperationEntry>;
