import type { Connection, mongo } from 'mongoose';
import { GENESIS, type ChainHead, type ChainId, type JournalEntry } from './entry.js';
import { driverCollection } from './projection.js';

/** How far a chain is applied to the records. The document also makes the chain known before its first entry. */
export interface ChainPosition extends ChainId {
  readonly seq: number;
}

interface StoredPosition { _id: string; ownerCountry: string; seq: number }
interface StoredRevision { _id: string; revision: number }

/** Beside the positions: how often any of them moved. No organisation has this code. */
const REVISION = '*';

const COMMITTED = { writeConcern: { w: 'majority', journal: true } } as const;
const CURRENT = { readPreference: 'primary', readConcern: { level: 'majority' } } as const;
const PAGE = 100;
const DUPLICATE_KEY = 11000;

/** The journal and its positions in the store: single commands, no decisions. */
export class ChainStore {
  readonly #connection: Connection;
  /** Moves of this process: acknowledged, and under way. */
  #moves = 0;
  #underWay = 0;
  /** The revision at which every position was known, with the moves of this process until then. */
  #known: { readonly revision: number; readonly moves: number } | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async prepare(): Promise<void> {
    await this.#connection.asPromise();
    await this.#entries.createIndex({ ownerCountry: 1, owner: 1, seq: 1 }, { unique: true }, {});
    await this.#revisions.updateOne({ _id: REVISION }, { $setOnInsert: { revision: 0 } }, { upsert: true, ...COMMITTED });
  }

  async chains(): Promise<ChainPosition[]> {
    const positions = await this.#positions.find({}, CURRENT).toArray();
    return positions.filter(({ _id }) => _id !== REVISION).map(({ _id, ownerCountry, seq }) => ({ owner: _id, ownerCountry, seq }));
  }

  /**
   * Every position, unless certainly no other process has moved one since this was last asked: then null, after one
   * look at one document. So a question does not cost more where somebody unknown to its reader has a chain.
   */
  async moved(): Promise<ChainPosition[] | null> {
    const [moves, quiet] = [this.#moves, this.#underWay === 0];
    const found = await this.#revisions.findOne({ _id: REVISION }, CURRENT);
    const revision = found?.revision ?? null;
    if (this.#known !== null && revision === this.#known.revision + moves - this.#known.moves) return null;
    const positions = await this.chains();
    // Only where no move of its own was under way does a process know which of them the revision counts.
    const certain = revision !== null && quiet && this.#underWay === 0 && this.#moves === moves;
    this.#known = certain ? { revision, moves } : null;
    return positions;
  }

  /** What `moved` told could not be used: it tells it again. */
  tellAgain(): void {
    this.#known = null;
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
    this.#underWay += 1;
    try {
      await this.#applied.bulkWrite(
        [
          { updateOne: { filter: { _id: owner, seq: { $lt: seq } }, update: { $set: { seq } } } },
          { updateOne: { filter: { _id: REVISION }, update: { $inc: { revision: 1 } } } },
        ],
        { ordered: true, ...COMMITTED },
      );
      this.#moves += 1;
    } catch (fault) {
      this.tellAgain();
      throw fault;
    } finally {
      this.#underWay -= 1;
    }
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

  get #revisions(): mongo.Collection<StoredRevision> {
    return driverCollection<StoredRevision>(this.#connection, 'applied');
  }

  get #applied(): mongo.Collection<StoredPosition | StoredRevision> {
    return driverCollection<StoredPosition | StoredRevision>(this.#connection, 'applied');
  }
}

export function isDuplicateKey(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === DUPLICATE_KEY;
}
