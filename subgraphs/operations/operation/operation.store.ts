import type { Model } from 'mongoose';
import type { PageRequest } from '../../../shared/graphql/connection.js';
import { projectionOf, type Projection } from '../../../shared/journal/projection.js';
import { disclose } from '../../../shared/record/disclose.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { operationModel, type OperationRecord } from './operation.model.js';

/** A coordinator by what the viewer calls it. */
export interface CoordinatorQuery {
  /** As a publication may have printed it. */
  readonly published: string;
  /** The organisation with this code, where the viewer may see it. */
  readonly code: string | null;
  /** The organisations of this name that the viewer may see: what they registered has no printed name. */
  readonly named: readonly string[];
}

/** Conditions on operations; undefined means any. */
export interface OperationQuery {
  /** A part of the name or of the code. */
  readonly search?: string | undefined;
  readonly coordinator?: CoordinatorQuery | undefined;
  /** A year that the period touches. */
  readonly year?: number | undefined;
  readonly unknownPeriod?: boolean | undefined;
  readonly crimeType?: string | undefined;
  readonly exercise?: boolean | undefined;
}

type StoreRuntime = Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures'>;

/** The only door to operations. */
export class OperationStore {
  readonly projection: Projection;
  readonly #model: Model<OperationRecord>;
  readonly #runtime: StoreRuntime;

  constructor(runtime: StoreRuntime) {
    this.#runtime = runtime;
    this.#model = operationModel(runtime.connection);
    this.projection = projectionOf(this.#model, { personal: [] });
  }

  async findReadable(viewer: Viewer, ids: readonly string[]): Promise<OperationRecord[]> {
    const found = await this.#model.find({ _id: { $in: [...ids] }, ...this.#readable(viewer) }).lean<OperationRecord[]>().exec();
    return this.#show(viewer, found);
  }

  async findByCode(viewer: Viewer, code: string): Promise<OperationRecord | null> {
    const found = await this.#model.find({ code, ...this.#readable(viewer) }).lean<OperationRecord[]>().exec();
    return (await this.#show(viewer, found))[0] ?? null;
  }

  /** Those of the codes that the viewer may read, by code. */
  async findByCodes(viewer: Viewer, codes: readonly string[]): Promise<OperationRecord[]> {
    const found = await this.#model.find({ code: { $in: [...codes] }, ...this.#readable(viewer) }).lean<OperationRecord[]>().exec();
    return this.#show(viewer, found.toSorted((one, other) => (one.code < other.code ? -1 : 1)));
  }

  /** All real operations that the viewer may read, or all exercises: to be compared with each other, never mixed. */
  async allOfKind(viewer: Viewer, exercise: boolean): Promise<OperationRecord[]> {
    return this.#show(viewer, await this.#model.find({ exercise, ...this.#readable(viewer) }).lean<OperationRecord[]>().exec());
  }

  /** One operation more than a page: the latest first, those without a period last, then by key. */
  async page(viewer: Viewer, query: OperationQuery, { first, after }: PageRequest): Promise<OperationRecord[]> {
    const conditions: object[] = [this.#readable(viewer), ...conditionsOf(query)];
    if (after !== null) {
      const [day, id] = after;
      conditions.push({ $or: [{ latestDay: { $lt: String(day) } }, { latestDay: String(day), _id: { $gt: String(id) } }] });
    }
    const found = await this.#model
      .find({ $and: conditions })
      .sort({ latestDay: -1, _id: 1 })
      .limit(first + 1)
      .lean<OperationRecord[]>()
      .exec();
    return this.#show(viewer, found);
  }

  /** For the directory feed, which decides about rights and is never an answer; hence no Viewer. */
  async allForDirectory(): Promise<Pick<OperationRecord, '_id' | 'code' | 'originator' | 'handling' | 'exercise' | 'period' | 'crimeTypes'>[]> {
    return this.#model.find({}, { code: 1, originator: 1, handling: 1, exercise: 1, period: 1, crimeTypes: 1 }).lean<OperationRecord[]>().exec();
  }

  /** Dashboards read operations that are CLEAR or GREEN: an operation is what they tally, not a record of an action. */
  #readable(viewer: Viewer): { handling: { $in: string[] } } {
    return { handling: { $in: [...this.#runtime.visible.countable(viewer).keys] } };
  }

  async #show(viewer: Viewer, records: OperationRecord[]): Promise<OperationRecord[]> {
    await disclose(this.#runtime, viewer, records.map(({ _id, originator, handling }) => ({ id: _id, originator, handlings: [handling] })), false);
    return records;
  }
}

function conditionsOf({ search, coordinator, year, unknownPeriod, crimeType, exercise }: OperationQuery): object[] {
  const conditions: object[] = [];
  if (search !== undefined && search.trim() !== '') {
    const pattern = new RegExp(search.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
    conditions.push({ $or: [{ name: pattern }, { code: pattern }] });
  }
  if (coordinator !== undefined) {
    const registered = { originator: { $in: [...coordinator.named] }, inputToken: { $ne: null } };
    const byCode = coordinator.code === null ? [] : [{ originator: coordinator.code }];
    conditions.push({ $or: [...byCode, registered, { coordinatorsAsPublished: coordinator.published }] });
  }
  if (year !== undefined) conditions.push({ yearFrom: { $lte: year }, yearTo: { $gte: year } });
  if (unknownPeriod !== undefined) conditions.push(unknownPeriod ? { yearFrom: null } : { yearFrom: { $ne: null } });
  if (crimeType !== undefined) conditions.push({ crimeTypes: crimeType });
  if (exercise !== undefined) conditions.push({ exercise });
  return conditions;
}
