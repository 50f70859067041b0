import DataLoader from 'dataloader';
import type { Clock } from '../clock/clock.js';
import { assertDraft, type PlannedChange, type PlannedDraft } from './draft.js';
import { entryAfter, headOf, type Actor, type ChainHead, type ChainId, type Fate, type JournalEntry, type WholeChange } from './entry.js';
import { assertIndexable } from './indexable.js';
import { InvalidDraftError, type JournalDocument } from './json.js';
import type { FoldedRecord, Projection } from './projection.js';

/** What a command may look at while it decides. Reading anything else would escape being repeated after a lost race. */
export interface JournalView {
  /** The record as this entry will find it; null when absent, removed or erased. */
  readonly current: (collection: string, id: string) => Promise<JournalDocument | null>;
  /** An erased record can never be written again; a removed one can. */
  readonly tombstone: (collection: string, id: string) => Promise<Exclude<Fate, 'kept'> | null>;
  /** The instant that the entry will carry. */
  readonly at: Date;
}

/** A view that remembers what it showed. */
export interface TrackedView {
  readonly view: JournalView;
  /** Whether an entry that joined the batch since then changed something that was shown. */
  outdated(): boolean;
}

export interface BatchSources {
  readonly projections: ReadonlyMap<string, Projection>;
  readonly clock: Clock;
  readonly entropy: (bytes: number) => Buffer;
}

/** Entries that will be inserted together. Each is decided against the records as the ones before it leave them. */
export class Batch {
  readonly #chain: ChainId;
  readonly #sources: BatchSources;
  readonly #entries: JournalEntry[] = [];
  readonly #ahead = new Map<string, FoldedRecord>();
  readonly #stored = new Map<string, DataLoader<string, FoldedRecord | null>>();
  /** One instant for the whole group. A clock that goes back does not make the chain go back. */
  readonly #at: string;
  #head: ChainHead;

  constructor(chain: ChainId, head: ChainHead, sources: BatchSources) {
    const now = sources.clock.now().toISOString();
    this.#chain = chain;
    this.#head = head;
    this.#sources = sources;
    this.#at = now > head.at ? now : head.at;
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  get changes(): number {
    return this.#entries.reduce((sum, entry) => sum + entry.facts.changes.length, 0);
  }

  view(): TrackedView {
    const shown = new Map<string, FoldedRecord | null>();
    const show = async (collection: string, id: string): Promise<FoldedRecord | null> => {
      const record = await this.#record(collection, id);
      shown.set(keyOf(collection, id), record);
      return record;
    };
    return {
      view: {
        at: new Date(this.#at),
        current: async (collection, id) => {
          const record = await show(collection, id);
          return record?.tombstone === null ? record.values : null;
        },
        tombstone: async (collection, id) => (await show(collection, id))?.tombstone ?? null,
      },
      outdated: () => [...shown].some(([key, record]) => (this.#ahead.get(key) ?? record) !== record),
    };
  }

  /** Throws when the draft cannot be journalled as it is; fetches what adding it will need. */
  async check(draft: PlannedDraft): Promise<void> {
    assertDraft(draft);
    for (const [index, { collection, after }] of draft.changes.entries()) {
      if (after !== null) assertIndexable(after, this.#projection(collection).indexed, `changes[${index}].after`);
    }
    await Promise.all(draft.changes.map(({ collection, id }) => this.#record(collection, id)));
  }

  /** Throws, and changes nothing, when the records do not allow the draft. It must have been checked. */
  async add(draft: PlannedDraft, { entryId, actor }: { readonly entryId: string; readonly actor: Actor }): Promise<JournalEntry> {
    const changes = await Promise.all(draft.changes.map((change, index) => this.#wholeChange(change, index)));
    const content = { ...this.#chain, entryId, at: this.#at, actor, action: draft.action, subject: draft.subject, changes };
    const entry = entryAfter(this.#head, content, () => this.#sources.entropy(16).toString('base64url'));
    for (const { collection, id, after, fate } of draft.changes) {
      const tombstone = fate === 'kept' ? null : fate;
      this.#ahead.set(keyOf(collection, id), { appliedSeq: entry.seq, appliedChain: entry.owner, tombstone, values: after ?? {} });
    }
    this.#entries.push(entry);
    this.#head = headOf(entry);
    return entry;
  }

  async #wholeChange({ collection, id, after, fate }: PlannedChange, index: number): Promise<WholeChange> {
    const record = await this.#record(collection, id);
    const path = `changes[${index}]`;
    if (record && record.appliedChain !== this.#chain.owner)
      throw new InvalidDraftError(path, `changes ${collection}/${id}, which belongs to another owner's chain.`);
    if (record?.tombstone === 'erased') throw new InvalidDraftError(path, `changes ${collection}/${id}, which was erased: that is final.`);
    if (fate === 'removed' && record?.tombstone !== null)
      throw new InvalidDraftError(path, `removes ${collection}/${id}, which is not there.`);
    const { personal } = this.#projection(collection);
    const before = record?.tombstone === null ? split(record.values, personal).facts : null;
    const halves = after === null ? { facts: null, personal: null } : split(after, personal);
    return { collection, id, fate, previous: record?.appliedSeq ?? null, before, after: halves.facts, personalAfter: halves.personal };
  }

  async #record(collection: string, id: string): Promise<FoldedRecord | null> {
    return this.#ahead.get(keyOf(collection, id)) ?? this.#loader(collection).load(id);
  }

  #loader(collection: string): DataLoader<string, FoldedRecord | null> {
    const known = this.#stored.get(collection);
    if (known !== undefined) return known;
    const projection = this.#projection(collection);
    const loader = new DataLoader<string, FoldedRecord | null>(async (ids) => {
      const found = await projection.findMany(ids);
      return ids.map((id) => found.get(id) ?? null);
    });
    this.#stored.set(collection, loader);
    return loader;
  }

  #projection(collection: string): Projection {
    const projection = this.#sources.projections.get(collection);
    if (projection === undefined) throw new InvalidDraftError('collection', `${collection} has no projection in this journal.`);
    return projection;
  }
}

function keyOf(collection: string, id: string): string {
  return `${collection}\0${id}`;
}

function split(record: JournalDocument, personalKeys: readonly string[]): { facts: JournalDocument; personal: JournalDocument | null } {
  const isPersonal = ([key]: [string, unknown]): boolean => personalKeys.includes(key);
  const entries = Object.entries(record);
  const personal = entries.filter(isPersonal);
  const facts = Object.fromEntries(entries.filter((entry) => !isPersonal(entry)));
  return { facts, personal: personal.length === 0 ? null : Object.fromEntries(personal) };
}
