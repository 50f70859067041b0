import { hashOf } from '../journal/json.js';

/** What one owner's AMBER or stricter records gave away in one read. */
export interface DisclosedRecords {
  /** Handling keys of the labels under which they stand, in their order: the same labels are stored only once. */
  readonly labels: readonly string[];
  /** Ids of the records that were shown. */
  readonly ids: readonly string[];
  /** How many more took part only in a number. */
  readonly counted: number;
}

/** One read, told to one owner: nothing of what the same read showed of others. */
export interface Disclosure extends Omit<DisclosedRecords, 'labels'> {
  readonly id: string;
  readonly at: Date;
  readonly viewer: { readonly subject: string; readonly organisation: string };
  readonly purpose: string | null;
  readonly caseReference: string | null;
}

/** One read as the store holds it, hash-chained within one chain per process start. */
export interface StoredDisclosure {
  readonly _id: string;
  readonly chain: string;
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly at: string;
  readonly viewer: Disclosure['viewer'];
  readonly purpose: string | null;
  readonly caseReference: string | null;
  /** Hash of the labels of all owners: the id of a `StoredLabelSet`. */
  readonly labels: string;
  readonly owners: readonly OwnersShare[];
}

export interface OwnersShare extends Omit<DisclosedRecords, 'labels'> {
  readonly owner: string;
}

/** Labels under which something was disclosed. Reads that disclose under the same labels share one. */
export interface StoredLabelSet {
  /** Hash of the labels in order. */
  readonly _id: string;
  readonly labels: readonly string[];
}

export function disclosureHashOf({ hash: _, ...content }: StoredDisclosure): string {
  return hashOf(content);
}

/** Of one owner, together with those that were merged into it. */
export function disclosureOf({ _id, at, viewer, purpose, caseReference, owners }: StoredDisclosure, own: readonly string[]): Disclosure {
  const shares = owners.filter(({ owner }) => own.includes(owner));
  return {
    id: _id, at: new Date(at), viewer, purpose, caseReference,
    ids: shares.flatMap(({ ids }) => ids),
    counted: shares.reduce((sum, { counted }) => sum + counted, 0),
  };
}
