import type { Model } from 'mongoose';
import type { OrganisationEntry } from '../../../shared/directory/directory-feed.js';
import { projectionOf, type Projection } from '../../../shared/journal/projection.js';
import { disclose } from '../../../shared/record/disclose.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { PageRequest } from '../../../shared/graphql/connection.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { agencyModel, type AgencyRecord } from './agency.model.js';

export interface AgencyQuery {
  /** A part of the code or of a name. */
  readonly search?: string | undefined;
  readonly country?: string | undefined;
}

type StoreRuntime = Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures'>;

/** The only door to the register of organisations. */
export class AgencyStore {
  readonly projection: Projection;
  readonly #model: Model<AgencyRecord>;
  readonly #runtime: StoreRuntime;

  constructor(runtime: StoreRuntime) {
    this.#runtime = runtime;
    this.#model = agencyModel(runtime.connection);
    this.projection = projectionOf(this.#model, { personal: [] });
  }

  async findReadable(viewer: Viewer, codes: readonly string[]): Promise<AgencyRecord[]> {
    return this.#show(viewer, await this.#model.find({ _id: { $in: [...codes] }, ...this.#readable(viewer) }).lean<AgencyRecord[]>().exec());
  }

  async findByPublicId(viewer: Viewer, publicId: string): Promise<AgencyRecord | null> {
    const found = await this.#model.find({ publicId, ...this.#readable(viewer) }).lean<AgencyRecord[]>().exec();
    return (await this.#show(viewer, found))[0] ?? null;
  }

  /** One entry more than a page, ordered by code. */
  async page(viewer: Viewer, { search, country }: AgencyQuery, { first, after }: PageRequest): Promise<AgencyRecord[]> {
    const conditions: object[] = [this.#readable(viewer)];
    if (country !== undefined) conditions.push({ country });
    if (search !== undefined && search.trim() !== '') {
      const pattern = new RegExp(escapeRegExp(search.trim()), 'i');
      conditions.push({ $or: [{ _id: pattern }, { name: pattern }, { nameLocal: pattern }] });
    }
    if (after !== null) conditions.push({ _id: { $gt: String(after[0]) } });
    const found = await this.#model.find({ $and: conditions }).sort({ _id: 1 }).limit(first + 1).lean<AgencyRecord[]>().exec();
    return this.#show(viewer, found);
  }

  /** For the directory feed, which decides about rights and is never an answer; hence no Viewer. */
  async directoryEntries(): Promise<(OrganisationEntry & Pick<AgencyRecord, 'suspendedSubjects'>)[]> {
    const records = await this.#model.find().sort({ _id: 1 }).lean<AgencyRecord[]>().exec();
    return records.flatMap(({ _id: id, handling, name, class: organisationClass, country, ncb, suspended, suspendedSubjects, purposes, roles, maxTlp, succeededBy }) => {
      const label = this.#runtime.visible.find(handling)?.label;
      return label === undefined
        ? []
        : [{ id, name, class: organisationClass, country, ncb, suspended, suspendedSubjects, purposes, roles, maxTlp, succeededBy, label }];
    });
  }

  /** Dashboards read the register where it is CLEAR or GREEN: an organisation is no record of an action. */
  #readable(viewer: Viewer): { handling: { $in: string[] } } {
    return { handling: { $in: [...this.#runtime.visible.countable(viewer).keys] } };
  }

  async #show(viewer: Viewer, records: AgencyRecord[]): Promise<AgencyRecord[]> {
    await disclose(this.#runtime, viewer, records.map(({ publicId, originator, handling }) => ({ id: publicId, originator, handlings: [handling] })), false);
    return records;
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
