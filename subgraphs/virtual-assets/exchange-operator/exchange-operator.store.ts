import type { Model } from 'mongoose';
import type { Page, PageRequest } from '../../../shared/graphql/connection.js';
import { projectionOf, type Projection } from '../../../shared/journal/projection.js';
import { PERSONAL_KEYS, type Readable } from '../../../shared/record/handled-record.js';
import type { HandlingQuery } from '../../../shared/record/handling-conditions.js';
import { RecordReader } from '../../../shared/record/record-reader.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { containing } from '../containing.js';
import { exchangeOperatorModel, type ExchangeOperatorRecord } from './exchange-operator.model.js';

export const EXCHANGE_OPERATORS = 'exchange_operators';

export type ReadableExchangeOperator = Readable<ExchangeOperatorRecord>;

export interface ExchangeOperatorQuery extends HandlingQuery {
  readonly search?: string | undefined;
  readonly actor?: string | undefined;
  readonly category?: string | undefined;
  readonly jurisdiction?: string | undefined;
}

/** The only door to exchange operators. */
export class ExchangeOperatorStore {
  readonly projection: Projection;
  readonly #model: Model<ExchangeOperatorRecord>;
  readonly #reader: RecordReader<null, ExchangeOperatorRecord>;

  constructor(runtime: Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures' | 'ids' | 'directory'>) {
    this.#model = exchangeOperatorModel(runtime.connection);
    this.#reader = new RecordReader(runtime, 'identity');
    this.projection = projectionOf(this.#model, { personal: [...PERSONAL_KEYS, 'name', 'nameKey', 'webAddresses', 'context'] });
  }

  async findReadable(viewer: Viewer, ids: readonly string[]): Promise<ReadableExchangeOperator[]> {
    const filter = { _id: { $in: [...ids] }, ...this.#reader.readable(viewer) };
    return this.#reader.show(viewer, await this.#model.find(filter).lean<ExchangeOperatorRecord[]>().exec());
  }

  /** The entries of several actors, by originator. */
  async ofActors(viewer: Viewer, actors: readonly string[]): Promise<ReadableExchangeOperator[]> {
    const filter = { actor: { $in: [...actors] }, ...this.#reader.readable(viewer) };
    const found = await this.#model.find(filter).sort({ originator: 1, _id: 1 }).lean<ExchangeOperatorRecord[]>().exec();
    return this.#reader.show(viewer, found);
  }

  /** A page by name. */
  async page(viewer: Viewer, { search, actor, category, jurisdiction, ...asked }: ExchangeOperatorQuery, { first, after }: PageRequest): Promise<Page<ReadableExchangeOperator>> {
    const wanted = search === undefined || search.trim() === '' ? null : containing(search);
    const conditions: object[] = [
      this.#reader.readable(viewer, asked),
      ...(actor === undefined ? [] : [{ actor }]),
      ...(category === undefined ? [] : [{ categories: category }]),
      ...(jurisdiction === undefined ? [] : [{ jurisdictions: jurisdiction }]),
      ...(wanted === null ? [] : [{ $or: [{ name: wanted }, { actor: wanted }, { webAddresses: wanted }] }]),
      ...(after === null ? [] : [{ $or: [{ nameKey: { $gt: String(after[0]) } }, { nameKey: String(after[0]), _id: { $gt: String(after[1]) } }] }]),
    ];
    const found = await this.#model.find({ $and: conditions }).sort({ nameKey: 1, _id: 1 }).limit(first + 1).lean<ExchangeOperatorRecord[]>().exec();
    return { items: await this.#reader.show(viewer, found.slice(0, first)), hasNextPage: found.length > first };
  }
}
