import type { RecordIds } from '../identifiers/record-ids.js';
import type { OperationId, OrganisationId } from '../handling/label.js';
import type { WithheldReason } from '../graphql/enums.js';
import { speaksFor, type HandlingFacts } from '../handling/may-read.js';
import { refusalToAct } from '../viewer/may-act.js';
import type { CountedRecord } from '../tally/tally-kind.js';
import type { Viewer } from '../viewer/viewer.js';

/**
 * What every record of an action has in common (arrest, rescue, asset): facts under one label and, beside them,
 * an identity part that may carry a stricter one.
 */
export interface HandledRecord<Identity> extends CountedRecord {
  readonly _id: string;
  readonly state: 'RECORDED' | 'RETRACTED' | 'ERASED';
  readonly originator: OrganisationId;
  readonly operation: OperationId | null;
  /** The originator's own name for the record. */
  readonly reference: string;
  /** Key of the label; null once retracted or erased, which no reader's set contains. */
  readonly handling: string | null;
  /** Key of the label and review month of the identity; null where there is none any more, or none was given. */
  readonly identityHandling: string | null;
  readonly identity: Identity | null;
  readonly version: number;
  readonly identityVersion: number;
  /** Counts what not every reader sees: who may read it, what it refers to. Only editors' tokens tell of it. */
  readonly handlingVersion: number;
  /** RFC 3339, UTC. */
  readonly recordedAt: string;
  /** Recognises a repeated recording even after corrections; personal, because it is made from the identity too. */
  readonly inputToken: string;
}

/** Keys of a record that are personal data in the journal. */
export const PERSONAL_KEYS = ['identity', 'inputToken'] as const;

export interface WithheldPart {
  readonly field: string;
  readonly reason: WithheldReason;
  readonly originator: OrganisationId;
}

/** A record as one reader may see it: what is withheld has been taken out, not merely marked. */
export interface Readable<Rec> {
  readonly record: Rec;
  readonly withheld: readonly WithheldPart[];
  /** Stands for the parts shown; computed when it is asked for. */
  readonly versionToken: () => string;
}

/** As a record leaves its store; the same object where it has none any more. */
export function withoutInputToken<Rec extends Pick<HandledRecord<unknown>, 'inputToken'>>(record: Rec): Rec {
  return record.inputToken === '' ? record : { ...record, inputToken: '' };
}

/** Whether a viewer may change a record: it speaks for the originator in a role that writes, and sees all of it. */
export function mayEdit(viewer: Viewer, { originator }: Pick<HandledRecord<unknown>, 'originator'>, facts: HandlingFacts): boolean {
  const writes = (['contributor', 'releaser'] as const).some((role) => refusalToAct(viewer, role) === null);
  return writes && speaksFor(viewer, originator, facts);
}

/** The token changes with what its reader sees and with nothing else: for an editor, with who may read it too. */
export function versionToken(
  ids: RecordIds,
  record: Pick<HandledRecord<unknown>, '_id' | 'version' | 'identityVersion' | 'handlingVersion'>,
  { seesIdentity, edits }: { readonly seesIdentity: boolean; readonly edits: boolean },
): string {
  return ids.version(record._id, [record.version, seesIdentity ? record.identityVersion : null, edits ? record.handlingVersion : null]);
}
