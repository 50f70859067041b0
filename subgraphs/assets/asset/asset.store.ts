import type { Page, PageRequest } from '../../../shared/graphql/connection.js';
import { projectionOf, type Projection } from '../../../shared/journal/projection.js';
import { actionConditions, type ActionQuery, type Conditions } from '../../../shared/record/action-conditions.js';
import { afterDayCursor, DAY_DESCENDING } from '../../../shared/record/day-order.js';
import { spellingsOf, type WalletAddress } from '../../../shared/wallet/address-id.js';
import type { DayOrder } from '../../../shared/record/day-list.js';
import { PERSONAL_KEYS, type Readable } from '../../../shared/record/handled-record.js';
import { RecordFinder, type CountedAt } from '../../../shared/record/record-finder.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { CountedStore } from '../../../shared/tally/open-tally.js';
import type { CountedEvidence } from '../../../shared/tally/counted-version.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { IdentifiersRecord } from '../identifiers/identifiers.record.js';
import { assetModel, type AssetRecord } from './asset.model.js';
import { ASSET_TALLY } from './asset.tally.js';

export type ReadableAsset = Readable<AssetRecord>;

export interface AssetQuery extends ActionQuery {
  readonly kind?: string | undefined;
  readonly custodyState?: string | undefined;
  readonly currency?: string | undefined;
  readonly network?: string | undefined;
  readonly account?: string | undefined;
  readonly walletAddress?: string | undefined;
}

/** The only door to assets. The Viewer comes first, and every filter begins with what that viewer may see. */
export class AssetStore implements CountedStore<AssetQuery, AssetRecord> {
  readonly projection: Projection;
  readonly #finder: RecordFinder<IdentifiersRecord, AssetRecord>;

  constructor(runtime: Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures' | 'ids' | 'directory' | 'tallies'>) {
    const model = assetModel(runtime.connection);
    this.#finder = new RecordFinder(runtime, model, 'identifiers', ['legalBases']);
    this.projection = projectionOf(model, { personal: [...PERSONAL_KEYS, 'legalBases'] });
  }

  findReadable(viewer: Viewer, ids: readonly string[]): Promise<ReadableAsset[]> {
    return this.#finder.byIds(viewer, ids);
  }

  /** A page by day. */
  pageByDay(viewer: Viewer, query: AssetQuery, request: PageRequest, order: DayOrder = -1): Promise<Page<ReadableAsset>> {
    return this.#finder.pageByDay(viewer, conditionsOf(query), request, order);
  }

  /** The assets whose identifiers name a wallet, in any spelling of its address, the latest first. */
  async pageOfWallet(viewer: Viewer, { network, address }: WalletAddress, request: PageRequest): Promise<Page<ReadableAsset>> {
    const ofNetwork = { $or: [{ 'identity.walletNetwork': network }, { 'identity.walletNetwork': null, 'value.network': network }] };
    const onIdentity = [{ 'identity.walletAddress': { $in: spellingsOf({ network, address }) } }, ofNetwork];
    const found = await this.#finder.find(viewer, { onRecord: [afterDayCursor(request, -1)], onIdentity }, DAY_DESCENDING, request.first + 1);
    return this.#finder.showPage(viewer, found, request);
  }

  /** What a tally of this viewer counts by what only records hold: those that the list with the same query shows. */
  countable(viewer: Viewer, query: AssetQuery): Promise<AssetRecord[]> {
    return this.#finder.countableRecords(viewer, conditionsOf(query));
  }

  /** A page of the versions behind a number of this viewer. */
  countedAt(viewer: Viewer, query: AssetQuery, counted: CountedAt, request: PageRequest): Promise<Page<CountedEvidence>> {
    return this.#finder.countedAt(viewer, ASSET_TALLY, conditionsOf(query), counted, request);
  }
}

function conditionsOf({ kind, custodyState, currency, network, account, walletAddress, ...query }: AssetQuery): Conditions {
  return {
    onRecord: [
      ...actionConditions(query),
      ...(kind === undefined ? [] : [{ kind }]),
      ...(custodyState === undefined ? [] : [{ 'holdings.custodyState': custodyState }]),
      ...(currency === undefined ? [] : [{ 'value.currency': currency }]),
      ...(network === undefined ? [] : [{ 'value.network': network }]),
    ],
    onIdentity: [
      ...(account === undefined ? [] : [{ 'identity.account': account }]),
      ...(walletAddress === undefined ? [] : [{ 'identity.walletAddress': walletAddress }]),
    ],
    onHandling: query,
    onOperation: query,
    onDays: query,
  };
}
