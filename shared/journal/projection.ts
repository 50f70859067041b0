import { mongo, type Connection } from 'mongoose';
import type { Fate } from './entry.js';
import type { JournalDocument } from './json.js';

/** Top-level keys of a stored record that belong to the journal. */
export const RESERVED_KEYS = ['_id', 'appliedSeq', 'appliedChain', 'tombstone'] as const;

/** A record as the fold left it. A tombstone stays for ever, so that a late applier cannot revive the record. */
export interface FoldedRecord {
  readonly appliedSeq: number;
  /** The owner whose chain the record belongs to. */
  readonly appliedChain: string;
  readonly tombstone: Exclude<Fate, 'kept'> | null;
  readonly values: JournalDocument;
}

/** One step of the fold. */
export interface FoldChange {
  readonly id: string;
  readonly seq: number;
  readonly chain: string;
  /** Null when this is the first change of the record. */
  readonly previous: number | null;
  readonly fate: Fate;
  readonly after: JournalDocument | null;
}

/** One collection of records, written by nobody but the journal. */
export interface Projection {
  readonly collection: string;
  /** Top-level keys whose values are personal data. */
  readonly personal: readonly string[];
  /** Paths of an index, whose values the store may refuse. */
  readonly indexed: readonly string[];
  /** The current records, tombstones included. */
  findMany(ids: readonly string[]): Promise<ReadonlyMap<string, FoldedRecord>>;
  /** Applies changes in their order. Twice changes nothing. */
  apply(changes: readonly FoldChange[]): Promise<void>;
}

type StoredValues = Record<string, unknown>;
type StoredRecord = { _id: string; appliedSeq: number; appliedChain: string; tombstone?: Exclude<Fate, 'kept'> } & StoredValues;
type Records = mongo.Collection<StoredRecord>;

/** A mongoose collection, or a model by its `collection`. */
export interface CollectionSource {
  readonly name: string;
  readonly conn: Connection;
}

/** What a model says of its indexes; a bare collection has none but `_id`. */
export interface IndexedSource {
  readonly collection: CollectionSource;
  readonly schema: { indexes(): [Record<string, unknown>, unknown][] };
}

/** Majority, because a position in `applied` that outlives the records before it would lose them for ever. */
const DURABLE = { writeConcern: { w: 'majority' } } as const;
const CURRENT = { readPreference: 'primary', promoteValues: true } as const;
const DUPLICATE_KEY = 11000;

/** Declare no unique index on the collection, and every index in the schema: applying must not be able to fail. */
export function projectionOf(
  source: CollectionSource | IndexedSource,
  { personal }: { readonly personal: readonly string[] },
): Projection {
  const { name, conn } = 'conn' in source ? source : source.collection;
  const records = (): Records => driverCollection<StoredRecord>(conn, name);
  return {
    collection: name,
    personal,
    indexed: 'schema' in source ? indexedPaths(source) : [],
    findMany: (ids) => findRecords(records(), ids),
    apply: (changes) => applyInOrder(records(), changes),
  };
}

function indexedPaths({ schema }: IndexedSource): string[] {
  const paths = schema.indexes().flatMap(([fields]) => Object.keys(fields));
  return [...new Set(paths)].filter((path) => path !== '_id');
}

/** The driver's own collection: no casting, no buffering, no schema between the journal and the store. */
export function driverCollection<T extends mongo.Document>(connection: Connection, name: string): mongo.Collection<T> {
  if (connection.db === undefined) throw new Error(`The connection for ${name} is not open yet: await connection.asPromise() first.`);
  return connection.db.collection<T>(name);
}

async function findRecords(records: Records, ids: readonly string[]): Promise<Map<string, FoldedRecord>> {
  const found = await records.find({ _id: { $in: [...ids] } } as mongo.Filter<StoredRecord>, CURRENT).toArray();
  return new Map(found.map((record) => [record._id, foldedRecord(record as StoredRecord)]));
}

async function applyInOrder(records: Records, changes: readonly FoldChange[]): Promise<void> {
  for (let start = 0; start < changes.length; ) {
    const first = changes[start]?.previous === null;
    let end = start + 1;
    while (end < changes.length && (changes[end]?.previous === null) === first) end += 1;
    const run = changes.slice(start, end);
    await (first ? create(records, run) : change(records, run));
    start = end;
  }
}

/** A record that is already there was created by this very change, since only one change of a record is the first. */
async function create(records: Records, changes: readonly FoldChange[]): Promise<void> {
  let rest = changes.map(storedRecord);
  while (rest.length > 0) {
    try {
      await records.insertMany(rest, { ordered: true, ...DURABLE });
      return;
    } catch (fault) {
      if (!(fault instanceof mongo.MongoBulkWriteError) || fault.code !== DUPLICATE_KEY) throw fault;
      rest = rest.slice(fault.insertedCount + 1);
    }
  }
}

/**
 * The filter names `_id` alone and the guard sits in the update: a guard in the filter would make an applier that
 * comes late miss its record, which looks just like a record that is not there.
 */
async function change(records: Records, changes: readonly FoldChange[]): Promise<void> {
  const operations = changes.map((step) => ({
    updateOne: {
      filter: { _id: step.id },
      update: [{ $replaceWith: { $cond: [{ $lt: ['$appliedSeq', step.seq] }, { $literal: storedRecord(step) }, '$$ROOT'] } }],
    },
  }));
  const { matchedCount } = await records.bulkWrite(operations, { ordered: true, ...DURABLE });
  if (matchedCount !== changes.length) throw new Error(`Records of ${records.collectionName} are missing: its folds must be rebuilt from the journal.`);
}

function storedRecord({ id, seq, chain, fate, after }: FoldChange): StoredRecord {
  const kept = { _id: id, ...after, appliedSeq: seq, appliedChain: chain };
  return fate === 'kept' ? kept : { _id: id, appliedSeq: seq, appliedChain: chain, tombstone: fate };
}

function foldedRecord({ _id, appliedSeq, appliedChain, tombstone, ...values }: StoredRecord): FoldedRecord {
  return { appliedSeq, appliedChain, tombstone: tombstone ?? null, values: values as JournalDocument };
}
