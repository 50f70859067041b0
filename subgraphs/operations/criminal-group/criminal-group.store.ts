import type { Model } from 'mongoose';
import { projectionOf, type Projection } from '../../../shared/journal/projection.js';
import { PERSONAL_KEYS, type Readable } from '../../../shared/record/handled-record.js';
import { RecordReader } from '../../../shared/record/record-reader.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { criminalGroupModel, type CriminalGroupRecord } from './criminal-group.model.js';

export const CRIMINAL_GROUPS = 'criminal_groups';

export type ReadableCriminalGroup = Readable<CriminalGroupRecord>;

/** The only door to criminal groups. */
export class CriminalGroupStore {
  readonly projection: Projection;
  readonly #model: Model<CriminalGroupRecord>;
  readonly #reader: RecordReader<null, CriminalGroupRecord>;

  constructor(runtime: Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures' | 'ids' | 'directory'>) {
    this.#model = criminalGroupModel(runtime.connection);
    this.#reader = new RecordReader(runtime, 'identity');
    this.projection = projectionOf(this.#model, { personal: PERSONAL_KEYS });
  }

  async findReadable(viewer: Viewer, ids: readonly string[]): Promise<ReadableCriminalGroup[]> {
    const filter = { _id: { $in: [...ids] }, ...this.#reader.readable(viewer) };
    return this.#reader.show(viewer, await this.#model.find(filter).lean<CriminalGroupRecord[]>().exec());
  }

  /** The groups of several operations, by their reference. */
  async ofOperations(viewer: Viewer, operations: readonly string[]): Promise<ReadableCriminalGroup[]> {
    const filter = { operation: { $in: [...operations] }, ...this.#reader.readable(viewer) };
    const found = await this.#model.find(filter).sort({ reference: 1, _id: 1 }).lean<CriminalGroupRecord[]>().exec();
    return this.#reader.show(viewer, found);
  }

  /** For the directory feed, which decides about rights and is never an answer; hence no Viewer. */
  async allForDirectory(): Promise<Pick<CriminalGroupRecord, '_id' | 'operation' | 'originator' | 'reference' | 'handling' | 'cells'>[]> {
    return this.#model
      .find({}, { operation: 1, originator: 1, reference: 1, handling: 1, cells: 1 })
      .lean<CriminalGroupRecord[]>()
      .exec();
  }
}
