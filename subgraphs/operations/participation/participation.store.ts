import type { Model } from 'mongoose';
import { projectionOf, type Projection } from '../../../shared/journal/projection.js';
import { disclose } from '../../../shared/record/disclose.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { handlingOfParticipation } from './participation.handling.js';
import {
  participationDecisionModel,
  participationModel,
  type ParticipationDecisionRecord,
  type ParticipationRecord,
} from './participation.model.js';

type StoreRuntime = Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures' | 'directory'>;

/** The only door to participations and to what originators decided about them. */
export class ParticipationStore {
  readonly projections: readonly Projection[];
  readonly #participations: Model<ParticipationRecord>;
  readonly #decisions: Model<ParticipationDecisionRecord>;
  readonly #runtime: StoreRuntime;

  constructor(runtime: StoreRuntime) {
    this.#runtime = runtime;
    this.#participations = participationModel(runtime.connection);
    this.#decisions = participationDecisionModel(runtime.connection);
    this.projections = [projectionOf(this.#participations, { personal: [] }), projectionOf(this.#decisions, { personal: [] })];
  }

  async findReadable(viewer: Viewer, ids: readonly string[]): Promise<ParticipationRecord[]> {
    const filter = { _id: { $in: [...ids] }, handling: { $in: [...this.#runtime.visible.of(viewer).keys] } };
    return this.#show(viewer, await this.#participations.find(filter).lean<ParticipationRecord[]>().exec());
  }

  /** The participations in several operations, in the order of joining. */
  async ofOperations(viewer: Viewer, operations: readonly string[]): Promise<ParticipationRecord[]> {
    const filter = { operation: { $in: [...operations] }, handling: { $in: [...this.#runtime.visible.of(viewer).keys] } };
    const found = await this.#participations.find(filter).sort({ joinedAt: 1, _id: 1 }).lean<ParticipationRecord[]>().exec();
    return this.#show(viewer, found);
  }

  /** For the directory feed, which decides about rights and is never an answer; hence no Viewer. */
  async allForDirectory(): Promise<{ participations: ParticipationRecord[]; decisions: ParticipationDecisionRecord[] }> {
    const [participations, decisions] = await Promise.all([
      this.#participations.find().lean<ParticipationRecord[]>().exec(),
      this.#decisions.find().lean<ParticipationDecisionRecord[]>().exec(),
    ]);
    return { participations, decisions };
  }

  async #show(viewer: Viewer, records: ParticipationRecord[]): Promise<ParticipationRecord[]> {
    const shown = records.map((record) => ({ id: record._id, originator: record.originator, handlings: [handlingOfParticipation(this.#runtime.directory(), record)] }));
    await disclose(this.#runtime, viewer, shown, false);
    return records;
  }
}
