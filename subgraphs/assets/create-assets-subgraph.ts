import { buildFederatedSchema, containerOf } from '../../shared/subgraph-server/build-subgraph-schema.js';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import { openSubgraph, type Platform, type RunningSubgraph } from '../../shared/subgraph-server/subgraph-runtime.js';
import { AddressResolver } from './address/address.resolver.js';
import { assetLoader } from './asset/asset.loader.js';
import { AssetDoubleClaimResolver } from './asset/asset-double-claims.resolver.js';
import { AssetResolver } from './asset/asset.resolver.js';
import { AssetService } from './asset/asset.service.js';
import { AssetStore } from './asset/asset.store.js';
import type { AssetsContext } from './context.js';
import { CountryResolver } from './country/country.resolver.js';
import { AssetDisclosureResolver, assetsDefinition } from './schema.js';
import { ASSETS_TALLY_KINDS } from './tally-kinds.js';
import { AssetTallyResolver } from './tally/asset-tally.resolver.js';
import { assetTallies } from './tally/open-asset-tally.js';

export interface AssetsSubgraph extends RunningSubgraph {
  readonly stores: { readonly assets: AssetStore };
  readonly services: { readonly assets: AssetService };
}

export async function createAssetsSubgraph(platform: Platform): Promise<AssetsSubgraph> {
  const { runtime, stores, close } = await openSubgraph(platform, 'assets', (base) => {
    const opened = { assets: new AssetStore(base) };
    return { stores: opened, projections: [opened.assets.projection] };
  }, ASSETS_TALLY_KINDS);
  const services = { assets: new AssetService(runtime, stores.assets) };
  const openTally = assetTallies(runtime, stores.assets);
  const assets = new AssetResolver(runtime, stores.assets, services.assets);
  const container = containerOf([
    assets,
    new AssetDoubleClaimResolver(runtime, services.assets, assets),
    new AssetTallyResolver(runtime, openTally),
    new CountryResolver(openTally),
    new AddressResolver(runtime, stores.assets),
    new AssetDisclosureResolver(runtime),
  ]);
  const { schema } = await buildFederatedSchema(assetsDefinition, container, () => runtime);
  const local: LocalSubgraph = {
    name: 'assets',
    schema,
    createContext: (viewer): AssetsContext => ({ viewer, assets: assetLoader(viewer, stores.assets) }),
  };
  return { local, runtime, close, stores, services };
}
