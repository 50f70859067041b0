import { hashOf } from '../journal/json.js';

/** What one owner's AMBER or stricter records gave away in one read. */
export interface DisclosedRecords {
  /** Handling keys of the labels under which they stand. */
  readonly labels: readonly string[];
  /** Ids of the records that were shown. */
  readonly ids: readonly string[];
  /** How many more took part only in a number. */
  readonly counted: number;
}

/** One read, told to one owner. What the same read showed of other owners is in entries of theirs. */
export interface Disclosure extends DisclosedRecords {
  readonly id: string;
  readonly at: Date;
  readonly viewer: { readonly subject: string; readonly organisation: string };
  readonly purpose: string | null;
  readonly caseReference: string | null;
}

/** What the store holds: hash-chained within one chain per process start. */
export interface StoredDisclosure {
  readonly _id: string;
  readonly chain: string;
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly at: string;
  readonly owner: string;
  readonly viewer: Disclosure['viewer'];
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly labels: readonly string[];
  readonly ids: readonly string[];
  readonly counted: number;
}

export function disclosureHashOf({ hash: _, ...content }: StoredDisclosure): string {
  return hashOf(content);
}

export function disclosureOf({ _id, at, viewer, purpose, caseReference, labels, ids, counted }: StoredDisclosure): Disclosure {
  return { id: _id, at: new Date(at), viewer, purpose, caseReference, labels, ids, counted };
}
