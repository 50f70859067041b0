import type { Page, PageRequest } from '../../../shared/graphql/connection.js';
import { projectionOf, type Projection } from '../../../shared/journal/projection.js';
import { actionConditions, type ActionQuery, type Conditions } from '../../../shared/record/action-conditions.js';
import { PERSONAL_KEYS, type Readable } from '../../../shared/record/handled-record.js';
import { RecordFinder } from '../../../shared/record/record-finder.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { IdentifiersRecord } from '../identifiers/identifiers.record.js';
import { assetModel, type AssetRecord } from './asset.model.js';

export type ReadableAsset = Readable<AssetRecord>;

export interface AssetQuery extends ActionQuery {
  readonly kind?: string | undefined;
  readonly custodyState?: string | undefined;
  readonly currency?: string | undefined;
  readonly account?: string | undefined;
  readonly walletAddress?: string | undefined;
}

/** The only door to assets. The Viewer comes first, and every filter begins with what that viewer may see. */
export class AssetStore {
  readonly projection: Projection;
  readonly #finder: RecordFinder<IdentifiersRecord, AssetRecord>;

  constructor(runtime: Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures' | 'ids' | 'directory'>) {
    const model = assetModel(runtime.connection);
    this.#finder = new RecordFinder(runtime, model, 'identifiers', ['legalBases']);
    this.projection = projectionOf(model, { personal: [...PERSONAL_KEYS, 'legalBases'] });
  }

  findReadable(viewer: Viewer, ids: readonly string[]): Promise<ReadableAsset[]> {
    return this.#finder.byIds(viewer, ids);
  }

  /** A page, latest day first. */
  pageByDay(viewer: Viewer, query: AssetQuery, request: PageRequest): Promise<Page<ReadableAsset>> {
    return this.#finder.pageByDay(viewer, conditionsOf(query), request);
  }

  /** What a tally of this viewer counts: exactly the records that the list with the same query shows. */
  countable(viewer: Viewer, query: AssetQuery): Promise<Pick<AssetRecord, 'country' | 'kind' | 'holdings'>[]> {
    return this.#finder.countable(viewer, conditionsOf(query), ['country', 'kind', 'holdings']);
  }
}

function conditionsOf({ kind, custodyState, currency, account, walletAddress, ...query }: AssetQuery): Conditions {
  return {
    onRecord: [
      ...actionConditions(query),
      ...(kind === undefined ? [] : [{ kind }]),
      ...(custodyState === undefined ? [] : [{ 'holdings.custodyState': custodyState }]),
      ...(currency === undefined ? [] : [{ 'value.currency': currency }]),
    ],
    onIdentity: [
      ...(account === undefined ? [] : [{ 'identity.account': account }]),
      ...(walletAddress === undefined ? [] : [{ 'identity.walletAddress': walletAddress }]),
    ],
    onHandling: query,
  };
}
