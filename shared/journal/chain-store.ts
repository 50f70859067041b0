import type { Connection, mongo } from 'mongoose';
import { GENESIS, type ChainHead, type ChainId, type JournalEntry } from './entry.js';
import { driverCollection } from './projection.js';

/** How far a chain is applied to the records. The document also makes the chain known before its first entry. */
export interface ChainPosition extends ChainId {
  readonly seq: number;
}

interface StoredPosition { _id: string; ownerCountry: string; seq: number }

const COMMITTED = { writeConcern: { w: 'majority', journal: true } } as const;
const CURRENT = { readPreference: 'primary', readConcern: { level: 'majority' } } as const;
const PAGE = 100;
const DUPLICATE_KEY = 11000;

/** The journal and its positions in the store: single commands, no decisions. */
export class ChainStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async prepare(): Promise<void> {
    await this.#connection.asPromise();
    await this.#entries.createIndex({ ownerCountry: 1, owner: 1, seq: 1 }, { unique: true }, {});
  }

  async chains(): Promise<ChainPosition[]> {
    const positions = await this.#positions.find({}, CURRENT).toArray();
    return positions.map(({ _id, ownerCountry, seq }) => ({ owner: _id, ownerCountry, seq }));
  }

  async position(owner: string): Promise<ChainPosition | null> {
    const position = await this.#positions.findOne({ _id: owner }, CURRENT);
    return position && { owner, ownerCountry: position.ownerCountry, seq: position.seq };
  }

  /** Makes a chain known. The country of a chain never changes, whatever the register says later. */
  async register({ owner, ownerCountry }: ChainId): Promise<void> {
    try {
      await this.#positions.insertOne({ _id: owner, ownerCountry, seq: 0 }, COMMITTED);
    } catch (fault) {
      if (!isDuplicateKey(fault)) throw fault;
    }
  }

  async advance(owner: string, seq: number): Promise<void> {
    await this.#positions.updateOne({ _id: owner, seq: { $lt: seq } }, { $set: { seq } }, COMMITTED);
  }

  async head({ ownerCountry, owner }: ChainId): Promise<ChainHead> {
    // An entry of a batch is a megabyte; what is asked here is a line of it.
    const projection = { _id: 0, seq: 1, hash: 1, at: 1 };
    const [head] = await this.#entries.find<ChainHead>({ ownerCountry, owner }, { ...CURRENT, projection }).sort({ seq: -1 }).limit(1).toArray();
    return head ?? GENESIS;
  }

  async entry(chain: ChainId, seq: number): Promise<JournalEntry | null> {
    const [entry] = await this.slots(chain, seq - 1, seq);
    return entry ?? null;
  }

  /** The entries after one position and up to another, in their order, page by page. */
  async *entries(chain: ChainId, after: number, upTo: number): AsyncGenerator<readonly JournalEntry[]> {
    for (let from = after; from < upTo; ) {
      const page = await this.slots(chain, from, Math.min(upTo, from + PAGE));
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      from = last.seq;
    }
  }

  slots({ ownerCountry, owner }: ChainId, after: number, upTo: number): Promise<JournalEntry[]> {
    return this.#entries.find({ ownerCountry, owner, seq: { $gt: after, $lte: upTo } }, CURRENT).sort({ seq: 1 }).toArray();
  }

  /** The commit. Ordered, so that of several entries a prefix stands and never one with a gap before it. */
  async append(entries: readonly JournalEntry[]): Promise<void> {
    await this.#entries.insertMany([...entries], { ordered: true, ...COMMITTED });
  }

  /** Takes one personal part and its salt away. By position, so that two erasures in one entry do not undo each other. */
  async shred({ ownerCountry, owner }: ChainId, seq: number, part: number): Promise<void> {
    const gone = { [`personal.${part}.salt`]: '', [`personal.${part}.after`]: '' } as const;
    const entries = driverCollection<mongo.Document>(this.#connection, 'journal');
    await entries.updateOne({ ownerCountry, owner, seq }, { $unset: gone }, COMMITTED);
  }

  get #entries(): mongo.Collection<JournalEntry> {
    return driverCollection<JournalEntry>(this.#connection, 'journal');
  }

  get #positions(): mongo.Collection<StoredPosition> {
    return driverCollection<StoredPosition>(this.#connection, 'applied');
  }
}

export function isDuplicateKey(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === DUPLICATE_KEY;
}
