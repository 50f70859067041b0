import type { Fate } from './entry.js';
import { assertIndexableText } from './indexable.js';
import { canonicalJson } from '../canonical-json/canonical-json.js';
import { isWellFormed } from '../canonical-json/well-formed.js';
import { assertJson, InvalidDraftError, type JournalDocument } from './json.js';
import { RESERVED_KEYS } from './projection.js';

/**
 * A batch is 500 records. Each may be the first to stand under its label and, for its part, under another: these come
 * on top, or a batch of few labels would be larger than one of many.
 */
export const MAX_CHANGES = 1_500;
/** This keeps a document far below the store's 16 MB, whatever it is made of: three bytes a character at most. */
const MAX_DRAFT_CHARACTERS = 4_000_000;

/** The draft is well made, but more than one entry holds: the caller can write less at once. */
export class DraftTooLargeError extends InvalidDraftError {
  constructor() {
    super('changes', 'are too large for one entry: write several.');
    this.name = 'DraftTooLargeError';
  }
}

export interface DraftChange {
  readonly collection: string;
  readonly id: string;
  /** The whole record after the change; null removes it and leaves a tombstone. */
  readonly after: JournalDocument | null;
}

/** What a command wants to be true, decided against the current records. */
export interface Draft {
  readonly action: string;
  readonly subject: string;
  readonly changes: readonly DraftChange[];
}

export interface PlannedChange extends DraftChange {
  readonly fate: Fate;
}

/** A draft that says of each change whether it removes or erases. */
export interface PlannedDraft extends Draft {
  readonly changes: readonly PlannedChange[];
}

export function planOf(draft: Draft): PlannedDraft {
  return {
    action: draft.action,
    subject: draft.subject,
    changes: draft.changes.map((change) => ({ ...change, fate: change.after === null ? 'removed' : 'kept' })),
  };
}

/** Throws unless the journal can keep every byte of the draft and apply it without fail. */
export function assertDraft(draft: PlannedDraft): void {
  assertJson(draft.action, 'action');
  assertJson(draft.subject, 'subject');
  if (draft.changes.length > MAX_CHANGES)
    throw new InvalidDraftError('changes', `are ${draft.changes.length}; an entry holds at most ${MAX_CHANGES}: write several.`);
  const seen = new Set<string>();
  for (const [index, { collection, id, after }] of draft.changes.entries()) {
    const path = `changes[${index}]`;
    if (id === '' || !isWellFormed(id)) throw new InvalidDraftError(`${path}.id`, 'must be a non-empty string.');
    assertIndexableText(id, `${path}.id`);
    const key = canonicalJson([collection, id]);
    if (seen.has(key)) throw new InvalidDraftError(path, `changes ${collection}/${id} a second time.`);
    seen.add(key);
    if (after !== null) assertRecord(after, `${path}.after`);
  }
  // As long as the canonical text, which has other keys first, and made in a fraction of the time.
  if (JSON.stringify(draft.changes).length > MAX_DRAFT_CHARACTERS)
    throw new DraftTooLargeError();
}

function assertRecord(record: JournalDocument, path: string): void {
  assertJson(record, path);
  if (Array.isArray(record)) throw new InvalidDraftError(path, 'must be an object.');
  const reserved = RESERVED_KEYS.find((key) => Object.hasOwn(record, key));
  if (reserved !== undefined) throw new InvalidDraftError(path, `must not set ${reserved}: the journal keeps it.`);
}
