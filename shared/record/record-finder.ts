import type { Model } from 'mongoose';
import type { Page, PageRequest } from '../graphql/connection.js';
import type { Viewer } from '../viewer/viewer.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Conditions } from './action-conditions.js';
import type { ActionRecord } from './action-record.js';
import { afterDayCursor, DAY_DESCENDING } from './day-order.js';
import type { Readable } from './handled-record.js';
import { RecordReader, type NullableKey } from './record-reader.js';

/**
 * The queries that the stores of actions share. Each begins with what the viewer may see, and a condition on the
 * identity part holds only under record ∧ part: a store cannot forget either.
 */
export class RecordFinder<Identity, Rec extends ActionRecord<Identity>> {
  readonly #model: Model<Rec>;
  readonly #reader: RecordReader<Identity, Rec>;

  constructor(
    runtime: Pick<SubgraphRuntime, 'visible' | 'disclosures' | 'ids' | 'directory'>,
    model: Model<Rec>,
    identityField: string,
    besideIdentity: readonly NullableKey<Rec>[] = [],
  ) {
    this.#model = model;
    this.#reader = new RecordReader(runtime, identityField, besideIdentity);
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Readable<Rec>[]> {
    return this.show(viewer, await this.find(viewer, { onRecord: [{ _id: { $in: [...ids] } }], onIdentity: [] }));
  }

  /** A page, latest day first. */
  async pageByDay(viewer: Viewer, conditions: Conditions, request: PageRequest): Promise<Page<Readable<Rec>>> {
    const behind = { ...conditions, onRecord: [...conditions.onRecord, afterDayCursor(request)] };
    return this.showPage(viewer, await this.find(viewer, behind, DAY_DESCENDING, request.first + 1), request);
  }

  /** What a tally of this viewer counts, in the fields that it needs; disclosed before it is returned. */
  async countable<Key extends keyof Rec & string>(viewer: Viewer, conditions: Conditions, keys: readonly Key[]): Promise<Pick<Rec, Key>[]> {
    const fields = [...keys, 'originator', 'handling', 'identityHandling'];
    const records = await this.#model
      .find(this.#where(viewer, this.#reader.countable(viewer, conditions.onHandling), conditions), Object.fromEntries(fields.map((field) => [field, 1])))
      .lean<Rec[]>()
      .exec();
    // A count by name or account number tells of the part as a list would.
    await this.#reader.discloseCount(viewer, records, conditions.onIdentity.length > 0);
    return records;
  }

  /** Stored records in an order of the store's own; they leave it through `show` alone. */
  find(viewer: Viewer, conditions: Conditions, sort: Readonly<Record<string, 1 | -1>> = {}, limit = 0): Promise<Rec[]> {
    return this.#model
      .find(this.#where(viewer, this.#reader.readable(viewer, conditions.onHandling), conditions))
      .sort(sort)
      .limit(limit)
      .lean<Rec[]>()
      .exec();
  }

  /** Of one record more than a page: only the page is shown, and so written to the disclosure log. */
  async showPage(viewer: Viewer, records: readonly Rec[], { first }: PageRequest): Promise<Page<Readable<Rec>>> {
    return { items: await this.show(viewer, records.slice(0, first)), hasNextPage: records.length > first };
  }

  show(viewer: Viewer, records: readonly Rec[]): Promise<Readable<Rec>[]> {
    return this.#reader.show(viewer, records);
  }

  /** Records that count as having no identity part for this viewer. */
  withoutIdentity(viewer: Viewer): object {
    return { identityHandling: { $nin: this.#reader.identityReadable(viewer).identityHandling.$in } };
  }

  #where(viewer: Viewer, access: object, { onRecord, onIdentity }: Conditions): object {
    return { $and: [access, ...onRecord, ...(onIdentity.length === 0 ? [] : [this.#reader.identityReadable(viewer), ...onIdentity])] };
  }
}
