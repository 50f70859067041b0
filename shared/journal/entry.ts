import { hashOf, type JournalDocument } from './json.js';

/** Who acted, for whom and why. The actor need not be the owner of the chain. */
export interface Actor {
  /** "issuer|sub" */
  readonly subject: string;
  readonly organisation: string;
  readonly purpose: string | null;
  readonly caseReference: string | null;
}

/** `kept` stands as `after` says, `removed` and `erased` leave a tombstone; only `erased` destroys personal data. */
export type Fate = 'kept' | 'removed' | 'erased';

/** One change without its personal data: what counting, indexing and auditing need. */
export interface ChangeFacts {
  readonly collection: string;
  readonly id: string;
  readonly fate: Fate;
  /** The entry of this chain that last changed the record: its history as a linked list; null for a first change. */
  readonly previous: number | null;
  readonly before: JournalDocument | null;
  readonly after: JournalDocument | null;
}

/**
 * The personal data of one change, under a salt of its own, so that one person of an import of hundreds can be
 * erased. Erasing takes `salt` and `after` away; without the salt `hash` tells nothing about them.
 */
export interface PersonalPart {
  readonly hash: string;
  readonly salt?: string;
  readonly after?: JournalDocument;
}

export interface ChainId {
  readonly ownerCountry: string;
  readonly owner: string;
}

export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
  /** ISO 8601; empty before the first entry. */
  readonly at: string;
}

/** What the store holds. */
export interface JournalEntry extends ChainId {
  /** The entry id again: a second insert of the same entry cannot succeed anywhere. */
  readonly _id: string;
  readonly seq: number;
  /** Random, chosen once per command: tells a lost acknowledgement from a lost race. */
  readonly entryId: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly at: string;
  readonly actor: Actor;
  readonly action: string;
  readonly subject: string;
  readonly facts: { readonly changes: readonly ChangeFacts[] };
  readonly factsSalt: string;
  readonly factsHash: string;
  /** In step with `facts.changes`; null where a change has no personal data. */
  readonly personal: readonly (PersonalPart | null)[];
  readonly personalHash: string;
}

/** A change with both halves still together. */
export interface WholeChange extends ChangeFacts {
  readonly personalAfter: JournalDocument | null;
}

export interface EntryContent extends ChainId {
  readonly entryId: string;
  readonly at: string;
  readonly actor: Actor;
  readonly action: string;
  readonly subject: string;
  readonly changes: readonly WholeChange[];
}

export const ENTRY_KEYS = [
  '_id', 'ownerCountry', 'owner', 'seq', 'entryId', 'prevHash', 'hash', 'at', 'actor', 'action', 'subject',
  'facts', 'factsSalt', 'factsHash', 'personal', 'personalHash',
] as const satisfies readonly (keyof JournalEntry)[];

/** The head of a chain that has no entry yet. */
export const GENESIS: ChainHead = { seq: 0, hash: '0'.repeat(64), at: '' };

/** Links new content to a head. */
export function entryAfter(head: ChainHead, content: EntryContent, salt: () => string): JournalEntry {
  const { changes, entryId, ...rest } = content;
  const facts = { changes: changes.map(({ personalAfter: _, ...change }) => change) };
  const factsSalt = salt();
  const personal = changes.map(({ personalAfter }) => (personalAfter === null ? null : personalPart(personalAfter, salt())));
  const sealed = {
    ...rest,
    _id: entryId,
    entryId,
    seq: head.seq + 1,
    prevHash: head.hash,
    facts,
    factsSalt,
    factsHash: factsHashOf(facts, factsSalt),
    personal,
    personalHash: personalHashOf(personal),
  };
  return { ...sealed, hash: entryHashOf(sealed) };
}

export function headOf({ seq, hash, at }: JournalEntry): ChainHead {
  return { seq, hash, at };
}

/** The hash that the next entry builds on. It covers the salted hashes, not the data: erasing leaves it valid. */
export function entryHashOf(entry: Omit<JournalEntry, 'hash'>): string {
  const { ownerCountry, owner, seq, entryId, prevHash, at, actor, action, subject, factsHash, personalHash } = entry;
  return hashOf({ ownerCountry, owner, seq, entryId, prevHash, at, actor, action, subject, factsHash, personalHash });
}

export function factsHashOf(facts: JournalEntry['facts'], salt: string): string {
  return hashOf({ salt, facts });
}

export function personalHashOf(parts: JournalEntry['personal']): string {
  return hashOf(parts.map((part) => part?.hash ?? null));
}

export function partHashOf(after: JournalDocument, salt: string): string {
  return hashOf({ salt, after });
}

function personalPart(after: JournalDocument, salt: string): PersonalPart {
  return { hash: partHashOf(after, salt), salt, after };
}
