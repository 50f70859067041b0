import type { Connection, mongo } from 'mongoose';
import type { Clock } from '../clock/clock.js';
import { CodedError } from '../errors/coded-error.js';
import { driverCollection } from '../journal/projection.js';
import type { ViewerClaims } from '../viewer/viewer.js';
import { disclosureHashOf, disclosureOf, type DisclosedRecords, type Disclosure, type StoredDisclosure, type StoredLabelSet } from './disclosure.js';
import { decodeCursor, encodeCursor } from './disclosure-cursor.js';
import { labelSetOf, LabelSets } from './label-sets.js';

export interface DisclosureLogOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly entropy: (bytes: number) => Buffer;
}

export interface DisclosingRead {
  readonly viewer: Pick<ViewerClaims, 'subject' | 'organisation' | 'purpose' | 'caseReference'>;
  /** What was shown or counted, by owner. The reader's own organisation is passed over. */
  readonly owners: ReadonlyMap<string, DisclosedRecords>;
}

export interface DisclosurePage {
  readonly disclosures: readonly { readonly cursor: string; readonly disclosure: Disclosure }[];
  readonly hasNextPage: boolean;
}

type DisclosureContent = Omit<StoredDisclosure, 'chain' | 'seq' | 'prevHash' | 'hash' | 'at'>;

interface Waiting {
  readonly content: DisclosureContent;
  readonly labels: StoredLabelSet;
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
}

interface ChainEnd {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
}

const MAX_GROUP = 500;
const MAX_PAGE = 200;
const COMMITTED = { ordered: true, writeConcern: { w: 'majority', journal: true } } as const;
const CURRENT = { readPreference: 'primary', readConcern: { level: 'majority' } } as const;

/**
 * Who read what of whom. An answer that shows or counts another organisation's AMBER or stricter records leaves
 * only after `record` has resolved; when it rejects, those records are unavailable.
 */
export class DisclosureLog {
  readonly #options: DisclosureLogOptions;
  readonly #labelSets: LabelSets;
  #end: ChainEnd;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  constructor(options: DisclosureLogOptions) {
    this.#options = options;
    this.#labelSets = new LabelSets(options.connection);
    this.#end = this.#newChain();
  }

  async open(): Promise<void> {
    await this.#options.connection.asPromise();
    await this.#disclosures.createIndex({ chain: 1, seq: 1 }, { unique: true }, {});
    await this.#disclosures.createIndex({ 'owners.owner': 1, at: -1, _id: -1 }, {}, {});
  }

  record({ viewer, owners }: DisclosingRead): Promise<void> {
    const { subject, organisation, purpose, caseReference } = viewer;
    const others = [...owners].filter(([owner, { ids, counted }]) => owner !== organisation && (ids.length > 0 || counted > 0));
    if (others.length === 0) return Promise.resolve();
    const labels = labelSetOf(others.flatMap(([, shown]) => shown.labels));
    const content = {
      _id: this.#options.entropy(16).toString('base64url'),
      viewer: { subject, organisation }, purpose, caseReference, labels: labels._id,
      owners: others.map(([owner, { ids, counted }]) => ({ owner, ids: [...ids], counted })),
    };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ content, labels, resolve, reject });
      this.#writing ??= this.#drain();
    });
  }

  /** What others read of these owners' records, newest first. */
  async list(owners: readonly string[], { first, after }: { readonly first: number; readonly after: string | null }): Promise<DisclosurePage> {
    const limit = Math.min(Math.max(1, first), MAX_PAGE);
    const found = await this.#disclosures
      .find({ 'owners.owner': { $in: [...owners] }, ...(after === null ? {} : olderThan(after)) }, CURRENT)
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .toArray();
    const page = found.slice(0, limit).map((stored) => ({ cursor: encodeCursor({ at: stored.at, id: stored._id }), disclosure: disclosureOf(stored, owners) }));
    return { disclosures: page, hasNextPage: found.length > limit };
  }

  async close(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  /** Ends in the same tick in which it finds nobody waiting, so that nobody can come in between and wait for ever. */
  async #drain(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, MAX_GROUP));
    this.#writing = null;
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#labelSets.keep(group.map(({ labels }) => labels));
      await this.#disclosures.insertMany(this.#chain(group.map(({ content }) => content)), COMMITTED);
      for (const { resolve } of group) resolve();
    } catch (fault) {
      // What was written is not known, so nothing may be built upon it: the next entry begins a chain of its own.
      this.#end = this.#newChain();
      const unavailable = new CodedError('UNAVAILABLE', 'These records cannot be shown now: the disclosure log cannot be written.', { cause: fault });
      for (const { reject } of group) reject(unavailable);
    }
  }

  #chain(contents: readonly DisclosureContent[]): StoredDisclosure[] {
    const now = this.#options.clock.now().toISOString();
    return contents.map((content) => {
      const { chain, seq, hash: prevHash, at: previous } = this.#end;
      const link = { ...content, chain, seq: seq + 1, prevHash, at: now > previous ? now : previous, hash: '' };
      const entry = { ...link, hash: disclosureHashOf(link) };
      this.#end = { chain, seq: entry.seq, hash: entry.hash, at: entry.at };
      return entry;
    });
  }

  #newChain(): ChainEnd {
    return { chain: this.#options.entropy(16).toString('base64url'), seq: 0, hash: '0'.repeat(64), at: '' };
  }

  get #disclosures(): mongo.Collection<StoredDisclosure> {
    return driverCollection<StoredDisclosure>(this.#options.connection, 'disclosures');
  }
}

function olderThan(cursor: string): mongo.Filter<StoredDisclosure> {
  const { at, id } = decodeCursor(cursor);
  return { $or: [{ at: { $lt: at } }, { at, _id: { $lt: id } }] };
}
