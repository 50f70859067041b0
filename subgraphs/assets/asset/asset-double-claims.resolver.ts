import { Resolver } from 'type-graphql';
import { doubleClaimResolver } from '../../../shared/record/double-claims/double-claim.resolver.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { AssetsContext } from '../context.js';
import { AssetDoubleClaims } from './asset-double-claims.type.js';
import type { AssetRecord } from './asset.model.js';
import type { AssetResolver } from './asset.resolver.js';
import { AssetResult } from './asset.result.js';
import type { AssetService } from './asset.service.js';
import { Asset } from './asset.type.js';
import { toAsset } from './asset.view.js';

@Resolver(() => Asset)
export class AssetDoubleClaimResolver extends doubleClaimResolver<Asset, AssetRecord, AssetsContext>(Asset, AssetDoubleClaims, AssetResult) {
  constructor(runtime: SubgraphRuntime, { doubleClaims }: AssetService, answers: AssetResolver) {
    super({ runtime, verbs: doubleClaims, answers, collection: 'assets', loaderOf: ({ assets }) => assets, show: (viewer, found) => toAsset(runtime, viewer, found) });
  }
}
