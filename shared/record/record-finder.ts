import type { Model } from 'mongoose';
import type { Page, PageRequest } from '../graphql/connection.js';
import type { Viewer } from '../viewer/viewer.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import { pastVersionCondition, versionAt, type CountedEvidence } from '../tally/counted-version.js';
import type { TallyKind } from '../tally/tally-kind.js';
import type { TallyQuery } from '../tally/tally-query.js';
import type { Conditions } from './action-conditions.js';
import type { ActionRecord } from './action-record.js';
import { DayList, type DayOrder, type DayRange } from './day-list.js';
import { afterDayCursor, behindOnItsDay, DAY_ASCENDING, DAY_DESCENDING } from './day-order.js';
import type { Readable } from './handled-record.js';
import { operationChoice, operationConditions } from './operation-conditions.js';
import { RecordCache } from './record-cache.js';
import { RecordReader, type NullableKey } from './record-reader.js';

export type CountedAt = Pick<TallyQuery, 'where' | 'asOf'>;

const WITHOUT_PERSONAL = { identity: 0, inputToken: 0 } as const;

type FinderRuntime = Pick<SubgraphRuntime, 'visible' | 'disclosures' | 'ids' | 'directory' | 'tallies'>;

/**
 * The queries that the stores of actions share. Each begins with what the viewer may see, and a condition on the
 * identity part holds only under record ∧ part: a store cannot forget either.
 */
export class RecordFinder<Identity, Rec extends ActionRecord<Identity>> {
  readonly #model: Model<Rec>;
  readonly #reader: RecordReader<Identity, Rec>;
  readonly #runtime: FinderRuntime;
  readonly #days: DayList;
  readonly #records: RecordCache<Rec>;

  constructor(runtime: FinderRuntime, model: Model<Rec>, identityField: string, besideIdentity: readonly NullableKey<Rec>[] = []) {
    this.#runtime = runtime;
    this.#model = model;
    this.#records = new RecordCache(model);
    this.#reader = new RecordReader(runtime, identityField, besideIdentity);
    this.#days = new DayList(runtime.tallies, model.collection.name);
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Readable<Rec>[]> {
    return this.show(viewer, await this.find(viewer, { onRecord: [{ _id: { $in: [...ids] } }], onIdentity: [] }));
  }

  /** A page by day, latest first unless told otherwise. Its rows are those of one query over all labels that the viewer sees. */
  async pageByDay(viewer: Viewer, conditions: Conditions, request: PageRequest, order: DayOrder = -1): Promise<Page<Readable<Rec>>> {
    const cursorDay = request.after === null ? null : String(request.after[0]);
    const behind = ({ last, behind: windowBefore }: DayRange): Conditions => {
      // Days behind that of the cursor lie behind the cursor.
      if (cursorDay !== null && windowBefore !== null) return conditions;
      return { ...conditions, onRecord: [...conditions.onRecord, cursorDay !== null && last === cursorDay ? behindOnItsDay(request, order) : afterDayCursor(request, order)] };
    };
    const [from, to] = order === -1 ? [conditions.onDays?.dayTo, conditions.onDays?.dayFrom] : [conditions.onDays?.dayFrom, conditions.onDays?.dayTo];
    const rows = await this.#days.rows(
      {
        labels: this.#reader.readable(viewer, conditions.onHandling).handling.$in,
        from: furthest([from, request.after?.[0]], order),
        to: to ?? null,
        order,
        wanted: request.first + 1,
        cursorDay,
        country: conditions.onDays?.country,
      },
      (range, limit) => this.#inRange(viewer, behind(range), range, order, limit),
    );
    return this.showPage(viewer, rows, request);
  }

  /** What a tally of this viewer counts, in the fields that it needs; disclosed before it is returned. */
  async countable<Key extends keyof Rec & string>(viewer: Viewer, conditions: Conditions, keys: readonly Key[]): Promise<Pick<Rec, Key>[]> {
    const fields = [...keys, 'originator', 'handling', 'identityHandling'];
    return this.#counted(viewer, conditions, Object.fromEntries(fields.map((field) => [field, 1])));
  }

  /** The same in every field that is no personal data, for who counts by facets. */
  countableRecords(viewer: Viewer, conditions: Conditions): Promise<Rec[]> {
    return this.#counted(viewer, conditions, WITHOUT_PERSONAL);
  }

  /**
   * A page of the versions behind a number, by id. Of the past also those of records that were retracted since: they
   * stand under their last label, and whoever may read that label reads what it counted for.
   */
  async countedAt(viewer: Viewer, kind: TallyKind<Rec>, conditions: Conditions, { where, asOf }: CountedAt, { first, after }: PageRequest): Promise<Page<CountedEvidence>> {
    const counts = asOf === null ? { countedSince: { $ne: null } } : { countedSince: { $ne: null, $lte: asOf.toISOString() } };
    const present = this.#where(viewer, counts, conditions);
    const versions = asOf === null ? present : { $or: [present, pastVersionCondition(where, asOf)] };
    // A record stays under its operation, so the condition on that stands where an index can begin with it.
    const narrowed = [...operationConditions(where), ...(after === null ? [] : [{ _id: { $gt: String(after[0]) } }])];
    const found = await this.#model
      .find({ $and: [this.#reader.counted(viewer, conditions.onHandling), ...narrowed, versions] }, WITHOUT_PERSONAL)
      .sort({ _id: 1 })
      .limit(first + 1)
      .lean<Rec[]>()
      .exec();
    const page = found.slice(0, first);
    await this.#reader.discloseCounted(viewer, page);
    return { items: page.flatMap((record) => versionAt(record, kind, asOf) ?? []), hasNextPage: found.length > first };
  }

  /** Stored records in an order of the store's own; they leave it through `show` alone. */
  find(viewer: Viewer, conditions: Conditions, sort: Readonly<Record<string, 1 | -1>> = {}, limit = 0): Promise<Rec[]> {
    return this.#records.find(this.#where(viewer, this.#reader.readable(viewer, conditions.onHandling), conditions), sort, limit);
  }

  #inRange(viewer: Viewer, conditions: Conditions, { labels, behind, last }: DayRange, order: DayOrder, limit: number): Promise<Rec[]> {
    const days = [...(behind === null ? [] : [{ day: { [order === -1 ? '$lt' : '$gt']: behind } }]), ...(last === null ? [] : [{ day: { [order === -1 ? '$gte' : '$lte']: last } }])];
    const where = this.#where(viewer, { handling: { $in: [...labels] } }, { ...conditions, onRecord: [...conditions.onRecord, ...days] });
    return this.#records.find(where, order === -1 ? DAY_DESCENDING : DAY_ASCENDING, limit);
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

  async #counted(viewer: Viewer, conditions: Conditions, fields: Readonly<Record<string, 0 | 1>>): Promise<Rec[]> {
    const records = await this.#model
      .find(this.#where(viewer, this.#reader.countable(viewer, conditions.onHandling), conditions), fields)
      .lean<Rec[]>()
      .exec();
    // A count by name or account number tells of the part as a list would.
    await this.#reader.discloseCount(viewer, records, conditions.onIdentity.length > 0);
    return records;
  }

  #where(viewer: Viewer, access: object, { onRecord, onIdentity, onOperation = {} }: Conditions): object {
    const onItsOperation = operationConditions(operationChoice(this.#runtime, viewer, onOperation));
    return { $and: [access, ...onRecord, ...onItsOperation, ...(onIdentity.length === 0 ? [] : [this.#reader.identityReadable(viewer), ...onIdentity])] };
  }
}

/** Where a list begins at the earliest: the day of its cursor, or the first that its conditions let through. */
function furthest(days: readonly unknown[], order: DayOrder): string | null {
  const named = days.filter((day) => typeof day === 'string').sort();
  return (order === -1 ? named[0] : named.at(-1)) ?? null;
}
