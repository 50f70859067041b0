import { ENTRY_KEYS, entryHashOf, factsHashOf, partHashOf, personalHashOf, type ChainHead, type JournalEntry } from './entry.js';

export type EntryFault = 'SHAPE' | 'MISSING' | 'LINK' | 'TIME' | 'HASH' | 'FACTS' | 'PERSONAL';

/** What is wrong with an entry that should follow a head, as the first thing an auditor would have to explain. */
export function entryFault(head: ChainHead, entry: JournalEntry): EntryFault | null {
  if (!hasShape(entry)) return 'SHAPE';
  if (entry.seq !== head.seq + 1) return 'MISSING';
  if (entry.prevHash !== head.hash) return 'LINK';
  if (factsHashOf(entry.facts, entry.factsSalt) !== entry.factsHash) return 'FACTS';
  if (!personalHolds(entry)) return 'PERSONAL';
  if (entryHashOf(entry) !== entry.hash) return 'HASH';
  if (entry.at < head.at) return 'TIME';
  return null;
}

/** The records whose personal part is gone from an entry: rightly so only if an erasure follows. */
export function shreddedRecords(entry: JournalEntry): string[] {
  return entry.facts.changes.flatMap(({ collection, id }, index) => {
    const part = entry.personal[index];
    return part && part.salt === undefined ? [`${collection}/${id}`] : [];
  });
}

export function erasedRecords(entry: JournalEntry): string[] {
  return entry.facts.changes.flatMap(({ collection, id, fate }) => (fate === 'erased' ? [`${collection}/${id}`] : []));
}

/** A field that nobody hashed is a place to hide something. */
function hasShape(entry: JournalEntry): boolean {
  const keys = Object.keys(entry).sort();
  const expected = [...ENTRY_KEYS].sort();
  return (
    keys.length === expected.length && keys.every((key, index) => key === expected[index]) &&
    entry._id === entry.entryId && Array.isArray(entry.facts.changes) && Array.isArray(entry.personal) &&
    entry.personal.length === entry.facts.changes.length
  );
}

function personalHolds(entry: JournalEntry): boolean {
  if (personalHashOf(entry.personal) !== entry.personalHash) return false;
  return entry.personal.every((part) => {
    if (part === null) return true;
    if (part.salt === undefined || part.after === undefined) return part.salt === part.after;
    return partHashOf(part.after, part.salt) === part.hash && Object.keys(part).length === 3;
  });
}
