import type { Model, SortOrder } from 'mongoose';
import type { Page, PageRequest } from '../../../shared/graphql/connection.js';
import type { AppliedEntry } from '../../../shared/journal/applied-entry.js';
import { projectionOf, type Projection } from '../../../shared/journal/projection.js';
import { PERSONAL_KEYS, type Readable } from '../../../shared/record/handled-record.js';
import type { HandlingQuery } from '../../../shared/record/handling-conditions.js';
import { RecordReader } from '../../../shared/record/record-reader.js';
import type { VisibleLabels } from '../../../shared/handling/visible-labels.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { addressId, canonicalAddress, type WalletAddress } from '../../../shared/wallet/address-id.js';
import { containing } from '../containing.js';
import { SERVICE_CATEGORIES } from '../trace/service-categories.js';
import { ServiceMemory, type ServiceAddresses } from './service-memory.js';
import { tagModel, type TagRecord } from './tag.model.js';

export const TAGS = 'tags';

export type ReadableTag = Readable<TagRecord>;

export interface TagQuery extends HandlingQuery {
  readonly network?: string | undefined;
  readonly address?: string | undefined;
  readonly transaction?: string | undefined;
  readonly currency?: string | undefined;
  readonly category?: string | undefined;
  readonly abuse?: string | undefined;
  readonly concept?: string | undefined;
  readonly actor?: string | undefined;
  readonly confidence?: string | undefined;
  readonly pack?: string | undefined;
  /** A part of the label. */
  readonly search?: string | undefined;
}

type Sort = Readonly<Record<string, SortOrder>>;

const isOfService = { $or: [{ category: { $in: [...SERVICE_CATEGORIES] } }, { concepts: { $in: [...SERVICE_CATEGORIES] } }] };

const LATEST_FIRST: Sort = { recordedAt: -1, _id: 1 };
const STRONGEST_FIRST: Sort = { strength: -1, _id: 1 };
const BY_ADDRESS: Sort = { address: 1, network: 1 };

/** The only door to tags. */
export class TagStore {
  readonly projection: Projection;
  readonly #model: Model<TagRecord>;
  readonly #reader: RecordReader<null, TagRecord>;
  readonly #visible: VisibleLabels;
  readonly #services = new ServiceMemory(TAGS);

  constructor(runtime: Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures' | 'ids' | 'directory'>) {
    this.#model = tagModel(runtime.connection);
    this.#reader = new RecordReader(runtime, 'identity');
    this.#visible = runtime.visible;
    // Of an erased tag nothing stays that tells whose address it was.
    this.projection = projectionOf(this.#model, { personal: [...PERSONAL_KEYS, 'address', 'statedAddress', 'transaction', 'label', 'source', 'context'] });
  }

  async findReadable(viewer: Viewer, ids: readonly string[]): Promise<ReadableTag[]> {
    return this.#reader.show(viewer, await this.#find(viewer, [{ _id: { $in: [...ids] } }]));
  }

  /** A page, the latest recorded first. */
  async page(viewer: Viewer, query: TagQuery, { first, after }: PageRequest): Promise<Page<ReadableTag>> {
    const behind = after === null ? [] : [{ $or: [{ recordedAt: { $lt: String(after[0]) } }, { recordedAt: String(after[0]), _id: { $gt: String(after[1]) } }] }];
    return this.#page(viewer, await this.#find(viewer, [...conditionsOf(query), ...behind], { sort: LATEST_FIRST, limit: first + 1, asked: query }), first);
  }

  /** The tags of one address, those that can be relied on most first. */
  async pageOfAddress(viewer: Viewer, { network, address }: WalletAddress, { first, after }: PageRequest): Promise<Page<ReadableTag>> {
    const behind = after === null ? [] : [{ $or: [{ strength: { $lt: Number(after[0]) } }, { strength: Number(after[0]), _id: { $gt: String(after[1]) } }] }];
    return this.#page(viewer, await this.#find(viewer, [{ address, network }, ...behind], { sort: STRONGEST_FIRST, limit: first + 1 }), first);
  }

  /** The tags of an address on whatever network, those that can be relied on most first, and at most `limit`. */
  async ofAddress(viewer: Viewer, address: string, limit: number): Promise<ReadableTag[]> {
    return this.#reader.show(viewer, await this.#find(viewer, [{ address }], { sort: STRONGEST_FIRST, limit }));
  }

  /** A page of the addresses, each once, that tags of an actor name, by address and network. */
  async pageOfActor(viewer: Viewer, actor: string, { first, after }: PageRequest): Promise<Page<WalletAddress>> {
    const found = new Map<string, { readonly address: WalletAddress; readonly tags: TagRecord[] }>();
    let behind: WalletAddress | null = after === null ? null : { address: String(after[0]), network: String(after[1]) };
    for (let more = true; more && found.size <= first; ) {
      const onward: object = behind === null ? { address: { $ne: null } } : { $or: [{ address: { $gt: behind.address } }, { address: behind.address, network: { $gt: behind.network } }] };
      const tags = await this.#find(viewer, [{ actor }, onward], { sort: BY_ADDRESS, limit: first + 1 });
      for (const tag of tags) {
        behind = { network: tag.network, address: tag.address ?? '' };
        const known = found.get(addressId(behind)) ?? { address: behind, tags: [] };
        found.set(addressId(behind), known);
        known.tags.push(tag);
      }
      more = tags.length > first;
    }
    const page = [...found.values()].slice(0, first);
    await this.#reader.show(viewer, page.flatMap(({ tags }) => tags));
    return { items: page.map(({ address }) => address), hasNextPage: found.size > first };
  }

  /**
   * Addresses of a network that tags which the viewer may read say belong to a service. Nothing of it is shown yet: what
   * an answer uses is passed through `findReadable` before it leaves. It may miss the last second of what other
   * processes wrote.
   */
  serviceAddresses(viewer: Viewer, network: string): Promise<ServiceAddresses> {
    return this.#services.of(this.#visible.of(viewer), network, () => this.#readServices(viewer, network));
  }

  /** For whoever found that it no longer holds. */
  forgetServices(viewer: Viewer): void {
    this.#services.forget(this.#visible.of(viewer));
  }

  /** Told of every entry of the journal. */
  note(entry: AppliedEntry): void {
    this.#services.note(entry);
  }

  async #readServices(viewer: Viewer, network: string): Promise<ServiceAddresses> {
    const found = new Map<string, string[]>();
    const tags = this.#model
      .find({ $and: [this.#reader.readable(viewer), { network, address: { $ne: null } }, isOfService] }, { address: 1 })
      .lean<Pick<TagRecord, '_id' | 'address'>[]>()
      .cursor();
    for await (const { _id, address } of tags) {
      if (address === null) continue;
      const ids = found.get(address);
      if (ids === undefined) found.set(address, [_id]);
      else ids.push(_id);
    }
    for (const ids of found.values()) ids.sort();
    return found;
  }

  #find(
    viewer: Viewer,
    conditions: readonly object[],
    { sort = {}, limit = 0, asked }: { readonly sort?: Sort; readonly limit?: number; readonly asked?: HandlingQuery } = {},
  ): Promise<TagRecord[]> {
    return this.#model
      .find({ $and: [this.#reader.readable(viewer, asked), ...conditions] })
      .sort({ ...sort })
      .limit(limit)
      .lean<TagRecord[]>()
      .exec();
  }

  /** Of one tag more than a page: only the page is shown, and so written to the disclosure log. */
  async #page(viewer: Viewer, tags: readonly TagRecord[], first: number): Promise<Page<ReadableTag>> {
    return { items: await this.#reader.show(viewer, tags.slice(0, first)), hasNextPage: tags.length > first };
  }
}

function conditionsOf({ address, transaction, concept, search, network, currency, category, abuse, actor, confidence, pack }: TagQuery): object[] {
  const equal = Object.entries({ network, currency, category, abuse, actor, confidence, pack }).filter(([, value]) => value !== undefined);
  return [
    ...equal.map(([field, value]) => ({ [field]: value })),
    ...(address === undefined ? [] : [{ address: canonicalAddress(address) }]),
    ...(transaction === undefined ? [] : [{ transaction: transaction.toLowerCase() }]),
    ...(concept === undefined ? [] : [{ concepts: concept }]),
    ...(search === undefined || search.trim() === '' ? [] : [{ label: containing(search) }]),
  ];
}
