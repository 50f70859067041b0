import { buildFederatedSchema, containerOf } from '../../shared/subgraph-server/build-subgraph-schema.js';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import { openSubgraph, type Platform, type RunningSubgraph } from '../../shared/subgraph-server/subgraph-runtime.js';
import { AddressResolver } from './address/address.resolver.js';
import { attributionLoader } from './address/attribution.loader.js';
import { AddressClusterResolver, ClusterResolver } from './cluster/cluster.resolver.js';
import type { VirtualAssetsContext } from './context.js';
import { exchangeOperatorLoader, operatorsOfActorLoader } from './exchange-operator/exchange-operator.loader.js';
import { ExchangeOperatorResolver } from './exchange-operator/exchange-operator.resolver.js';
import { ExchangeOperatorService } from './exchange-operator/exchange-operator.service.js';
import { ExchangeOperatorStore } from './exchange-operator/exchange-operator.store.js';
import { BitcoinLedger, type BitcoinView } from './ledger/bitcoin-ledger.js';
import { LedgerStore } from './ledger/ledger.store.js';
import { VirtualAssetDisclosureResolver, virtualAssetsDefinition } from './schema.js';
import { TagPackResolver } from './tag-pack/tag-pack.resolver.js';
import { tagLoader } from './tag/tag.loader.js';
import { TagResolver } from './tag/tag.resolver.js';
import { TagService } from './tag/tag.service.js';
import { TagStore } from './tag/tag.store.js';
import { TracePathsResolver, TraceResolver } from './trace/trace.resolver.js';
import { Tracer } from './trace/tracer.js';
import { BitcoinTransactionResolver } from './transaction/bitcoin-transaction.resolver.js';

export interface VirtualAssetsSubgraph extends RunningSubgraph {
  readonly stores: { readonly tags: TagStore; readonly operators: ExchangeOperatorStore; readonly ledger: LedgerStore };
  /** Of the public ledger. */
  readonly bitcoin: BitcoinLedger;
  readonly services: { readonly tags: TagService; readonly operators: ExchangeOperatorService };
}

export async function createVirtualAssetsSubgraph(platform: Platform): Promise<VirtualAssetsSubgraph> {
  const { runtime, stores, close } = await openSubgraph(platform, 'virtual-assets', (base) => {
    const opened = { tags: new TagStore(base), operators: new ExchangeOperatorStore(base), ledger: new LedgerStore(base.connection) };
    return { stores: opened, projections: [opened.tags.projection, opened.operators.projection] };
  });
  runtime.journal.follow((entry) => { stores.tags.note(entry); });
  const bitcoin = new BitcoinLedger(stores.ledger);
  const tracer = new Tracer(stores.tags);
  const services = { tags: new TagService(runtime), operators: new ExchangeOperatorService(runtime) };
  const container = containerOf([
    new AddressResolver(runtime, stores.tags),
    new TagResolver(runtime, stores.tags, services.tags),
    new ExchangeOperatorResolver(runtime, stores.operators, stores.tags, services.operators),
    new TagPackResolver(runtime, stores.tags),
    new VirtualAssetDisclosureResolver(runtime),
    new AddressClusterResolver(),
    new ClusterResolver(),
    new BitcoinTransactionResolver(),
    new TraceResolver(runtime, tracer),
    new TracePathsResolver(tracer),
  ]);
  const { schema } = await buildFederatedSchema(virtualAssetsDefinition, container, () => runtime);
  const local: LocalSubgraph = {
    name: 'virtual-assets',
    schema,
    createContext: (viewer): VirtualAssetsContext => ({
      viewer,
      tags: tagLoader(viewer, stores.tags),
      operators: exchangeOperatorLoader(viewer, stores.operators),
      operatorsOfActor: operatorsOfActorLoader(viewer, stores.operators),
      attributions: attributionLoader(viewer, stores.tags),
      bitcoin: onceFor(bitcoin),
    }),
  };
  return { local, runtime, close, stores, bitcoin, services };
}

/** Everything that one request asks is answered from one state of the ledger. */
function onceFor(ledger: BitcoinLedger): () => Promise<BitcoinView> {
  let view: Promise<BitcoinView> | null = null;
  return () => (view ??= ledger.current());
}
