import type { Model } from 'mongoose';
import { BoundedCache } from '../caching/bounded-cache.js';
import { withoutInputToken, type HandledRecord } from './handled-record.js';

/** A page is at most 200 records; so many pages lie beside each other. */
const REMEMBERED = 2_000;

type Stamp = Pick<StoredRecord, '_id' | 'appliedSeq'>;
type StoredRecord = HandledRecord<unknown> & { readonly appliedSeq: number };

/**
 * Runs the queries of a store, and decodes a version of a record once only. Which records a query finds, and in which
 * version, the database says each time; a version that this process has decoded before is not sent again. A record is
 * never changed without its `appliedSeq`, so what is remembered cannot be stale.
 */
export class RecordCache<Rec> {
  readonly #model: Model<Rec>;
  readonly #decoded = new BoundedCache<StoredRecord>(REMEMBERED);

  constructor(model: Model<Rec>) {
    this.#model = model;
  }

  /** The records of a query in its order; a limit of zero is none. */
  async find(where: object, sort: Readonly<Record<string, 1 | -1>>, limit: number): Promise<Rec[]> {
    if (limit === 0) return this.#whole(where, sort, limit);
    const stamps = await this.#model.find(where, { appliedSeq: 1 }).sort(sort).limit(limit).lean<Stamp[]>().exec();
    const found = await this.#versions(stamps);
    // One of them has changed since the query found it: it may not even match any more.
    return found ?? this.#whole(where, sort, limit);
  }

  async #versions(stamps: readonly Stamp[]): Promise<Rec[] | null> {
    const known = new Map<string, StoredRecord>();
    const missing: string[] = [];
    for (const { _id, appliedSeq } of stamps) {
      const record = this.#decoded.get(_id);
      if (record?.appliedSeq === appliedSeq) known.set(_id, record);
      else missing.push(_id);
    }
    if (missing.length > 0) {
      for (const record of await this.#model.find({ _id: { $in: missing } }).lean<StoredRecord[]>().exec()) {
        const kept = withoutInputToken(record);
        known.set(record._id, kept);
        this.#decoded.set(record._id, kept);
      }
    }
    const found: StoredRecord[] = [];
    for (const { _id, appliedSeq } of stamps) {
      const record = known.get(_id);
      if (record?.appliedSeq !== appliedSeq) return null;
      found.push(record);
    }
    return found as unknown[] as Rec[];
  }

  #whole(where: object, sort: Readonly<Record<string, 1 | -1>>, limit: number): Promise<Rec[]> {
    return this.#model.find(where).sort(sort).limit(limit).lean<Rec[]>().exec();
  }
}
