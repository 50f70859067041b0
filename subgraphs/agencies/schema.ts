import type { SubgraphDefinition } from '../../shared/subgraph-server/build-subgraph-schema.js';
import { AgencyResolver } from './agency/agency.resolver.js';
import { CodeListResolver } from './code-list/code-list.resolver.js';
import type { AgenciesContext } from './context.js';
import { CountryResolver } from './country/country.resolver.js';
import { CurrencyResolver } from './currency/currency.resolver.js';
import { agenciesReferences } from './references.js';
import { ViewerIdentityResolver } from './viewer/viewer-identity.resolver.js';

/** The whole surface of the subgraph; it prints without a database. */
export const agenciesDefinition: SubgraphDefinition<AgenciesContext> = {
  resolvers: [AgencyResolver, CountryResolver, CurrencyResolver, CodeListResolver, ViewerIdentityResolver],
  references: agenciesReferences,
};
