import { CollectionFeed } from '../../shared/directory/collection-feed.js';
import type { OrganisationFeed } from '../../shared/directory/directory-feed.js';
import { buildFederatedSchema, containerOf } from '../../shared/subgraph-server/build-subgraph-schema.js';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import { openSubgraph, type Platform, type RunningSubgraph } from '../../shared/subgraph-server/subgraph-runtime.js';
import { agencyLoader } from './agency/agency.loader.js';
import { AgencyResolver } from './agency/agency.resolver.js';
import { AgencyService } from './agency/agency.service.js';
import { AgencyStore } from './agency/agency.store.js';
import { CodeListResolver } from './code-list/code-list.resolver.js';
import type { AgenciesContext } from './context.js';
import { CountryResolver } from './country/country.resolver.js';
import { CountryStore } from './country/country.store.js';
import { CurrencyResolver } from './currency/currency.resolver.js';
import { CurrencyStore } from './currency/currency.store.js';
import { agenciesDefinition } from './schema.js';
import { ViewerIdentityResolver } from './viewer/viewer-identity.resolver.js';

export interface AgenciesSubgraph extends RunningSubgraph {
  readonly feed: OrganisationFeed;
  readonly stores: { readonly agencies: AgencyStore };
  readonly service: AgencyService;
}

export async function createAgenciesSubgraph(platform: Platform): Promise<AgenciesSubgraph> {
  const { runtime, stores, close } = await openSubgraph(platform, 'agencies', (base) => {
    const agencies = new AgencyStore(base);
    return { stores: { agencies }, projections: [agencies.projection] };
  });
  const container = containerOf([
    new AgencyResolver(runtime, stores.agencies),
    new CountryResolver(new CountryStore()),
    new CurrencyResolver(new CurrencyStore()),
    new CodeListResolver(),
    new ViewerIdentityResolver(runtime),
  ]);
  const { schema } = await buildFederatedSchema(agenciesDefinition, container, () => runtime);
  const local: LocalSubgraph = {
    name: 'agencies',
    schema,
    createContext: (viewer): AgenciesContext => ({ viewer, agencies: agencyLoader(viewer, stores.agencies) }),
  };
  const entries = new CollectionFeed(runtime.journal, ['agencies', 'labels'], () => stores.agencies.directoryEntries());
  const feed: OrganisationFeed = {
    async read() {
      const state = await entries.read();
      return { ...state, suspendedSubjects: state.entries.flatMap(({ suspendedSubjects }) => suspendedSubjects) };
    },
    onChange: (listener) => { entries.onChange(listener); },
  };
  return { local, runtime, close, feed, stores, service: new AgencyService(runtime) };
}
