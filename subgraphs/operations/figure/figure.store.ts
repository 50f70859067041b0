import type { Model } from 'mongoose';
import { projectionOf, type Projection } from '../../../shared/journal/projection.js';
import { disclose } from '../../../shared/record/disclose.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { figureModel, type FigureRecord } from './figure.model.js';
import { statesWhole, type Subject } from './whole-bounds.js';

type StoreRuntime = Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures'>;

/** The only door to reported figures. */
export class FigureStore {
  readonly projection: Projection;
  readonly #model: Model<FigureRecord>;
  readonly #runtime: StoreRuntime;

  constructor(runtime: StoreRuntime) {
    this.#runtime = runtime;
    this.#model = figureModel(runtime.connection);
    this.projection = projectionOf(this.#model, { personal: [] });
  }

  async findReadable(viewer: Viewer, ids: readonly string[]): Promise<FigureRecord[]> {
    return this.#show(viewer, await this.#model.find({ _id: { $in: [...ids] }, ...this.#readable(viewer) }).lean<FigureRecord[]>().exec());
  }

  /** The figures of several operations, in the order of their sources. */
  async ofOperations(viewer: Viewer, operations: readonly string[]): Promise<FigureRecord[]> {
    const found = await this.#model
      .find({ operation: { $in: [...operations] }, ...this.#readable(viewer) })
      .sort({ position: 1, _id: 1 })
      .lean<FigureRecord[]>()
      .exec();
    return this.#show(viewer, found);
  }

  /** What is stated of one subject for each of several operations as a whole. */
  async ofWhole(viewer: Viewer, operations: readonly string[], subject: Subject): Promise<FigureRecord[]> {
    const found = await this.#model
      .find({ operation: { $in: [...operations] }, measure: subject.measure, ...this.#readable(viewer) })
      .sort({ position: 1, _id: 1 })
      .lean<FigureRecord[]>()
      .exec();
    return this.#show(viewer, found.filter((figure) => statesWhole(figure, subject)));
  }

  /** Dashboards read figures that are CLEAR or GREEN: a statement is no record of an action. */
  #readable(viewer: Viewer): { handling: { $in: string[] } } {
    return { handling: { $in: [...this.#runtime.visible.countable(viewer).keys] } };
  }

  async #show(viewer: Viewer, records: FigureRecord[]): Promise<FigureRecord[]> {
    await disclose(this.#runtime, viewer, records.map(({ _id, originator, handling }) => ({ id: _id, originator, handlings: [handling] })), false);
    return records;
  }
}
