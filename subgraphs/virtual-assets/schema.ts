import { disclosureResolver } from '../../shared/disclosure/disclosure.resolver.js';
import type { SubgraphDefinition } from '../../shared/subgraph-server/build-subgraph-schema.js';
import { AddressResolver } from './address/address.resolver.js';
import { AddressClusterResolver, ClusterResolver } from './cluster/cluster.resolver.js';
import type { VirtualAssetsContext } from './context.js';
import { ExchangeOperatorResolver } from './exchange-operator/exchange-operator.resolver.js';
import { virtualAssetsReferences } from './references.js';
import { TagPackResolver } from './tag-pack/tag-pack.resolver.js';
import { TagResolver } from './tag/tag.resolver.js';
import { TraceResolver, TracePathsResolver } from './trace/trace.resolver.js';
import { BitcoinTransactionResolver } from './transaction/bitcoin-transaction.resolver.js';

export const VirtualAssetDisclosureResolver = disclosureResolver('virtualAssetDisclosures', 'tags and exchange operators');

/** The whole surface of the subgraph; it prints without a database. */
export const virtualAssetsDefinition: SubgraphDefinition<VirtualAssetsContext> = {
  resolvers: [
    AddressResolver, TagResolver, ExchangeOperatorResolver, TagPackResolver, VirtualAssetDisclosureResolver,
    AddressClusterResolver, ClusterResolver, BitcoinTransactionResolver, TraceResolver, TracePathsResolver,
  ],
  references: virtualAssetsReferences,
};
