import { disclosureResolver } from '../../shared/disclosure/disclosure.resolver.js';
import type { SubgraphDefinition } from '../../shared/subgraph-server/build-subgraph-schema.js';
import { AddressResolver } from './address/address.resolver.js';
import { AssetDoubleClaimResolver } from './asset/asset-double-claims.resolver.js';
import { AssetResolver } from './asset/asset.resolver.js';
import type { AssetsContext } from './context.js';
import { CountryResolver } from './country/country.resolver.js';
import { CountryExtension } from './country/country.type.js';
import { assetsReferences } from './references.js';
import { AssetTallyResolver } from './tally/asset-tally.resolver.js';

export const AssetDisclosureResolver = disclosureResolver('assetDisclosures', 'assets');

/** The whole surface of the subgraph; it prints without a database. */
export const assetsDefinition: SubgraphDefinition<AssetsContext> = {
  resolvers: [AssetResolver, AssetDoubleClaimResolver, AssetTallyResolver, CountryResolver, AddressResolver, AssetDisclosureResolver],
  references: assetsReferences,
  extensions: { Country: CountryExtension },
};
