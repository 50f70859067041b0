import type { Actor, ChainId, Fate, JournalEntry, PersonalPart } from './entry.js';
import type { JournalDocument } from './json.js';
import type { FoldChange } from './projection.js';

export interface AppliedChange {
  readonly collection: string;
  readonly id: string;
  readonly fate: Fate;
  /** Without personal data: enough to take back what the record contributed. */
  readonly before: JournalDocument | null;
  /** Whole, unless its personal part was erased since. */
  readonly after: JournalDocument | null;
}

/** An entry that the records already show. */
export interface AppliedEntry extends ChainId {
  readonly seq: number;
  readonly hash: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly action: string;
  readonly subject: string;
  readonly changes: readonly AppliedChange[];
}

/**
 * Called once for every entry, in chain order within one chain. A promise holds back the write that it tells of and
 * the next entry of that chain, so a listener must never wait for a write.
 */
export type JournalListener = (entry: AppliedEntry) => void | Promise<void>;

export function appliedEntry(entry: JournalEntry): AppliedEntry {
  const { ownerCountry, owner, seq, hash, at, actor, action, subject } = entry;
  const changes = entry.facts.changes.map(({ collection, id, fate, before, after }, index) => ({
    collection, id, fate, before, after: wholeAfter(after, entry.personal[index]),
  }));
  return { ownerCountry, owner, seq, hash, at: new Date(at), actor, action, subject, changes };
}

/** The steps that an entry takes in each collection. Within an entry no record occurs twice, so only entries need order. */
export function foldChanges(entry: JournalEntry): Map<string, FoldChange[]> {
  const steps = new Map<string, FoldChange[]>();
  for (const [index, { collection, id, fate, previous, after }] of entry.facts.changes.entries()) {
    const step = { id, seq: entry.seq, chain: entry.owner, previous, fate, after: wholeAfter(after, entry.personal[index]) };
    const ofCollection = steps.get(collection);
    if (ofCollection === undefined) steps.set(collection, [step]);
    else ofCollection.push(step);
  }
  return steps;
}

function wholeAfter(facts: JournalDocument | null, personal: PersonalPart | null | undefined): JournalDocument | null {
  return facts === null ? null : { ...facts, ...personal?.after };
}
