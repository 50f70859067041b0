import { disclosureResolver } from '../../shared/disclosure/disclosure.resolver.js';
import type { SubgraphDefinition } from '../../shared/subgraph-server/build-subgraph-schema.js';
import { ArrestDoubleClaimResolver } from './arrest/arrest-double-claims.resolver.js';
import { ArrestResolver } from './arrest/arrest.resolver.js';
import type { ArrestsContext } from './context.js';
import { CountryResolver } from './country/country.resolver.js';
import { CountryExtension } from './country/country.type.js';
import { CriminalGroupResolver } from './criminal-group/criminal-group.resolver.js';
import { arrestsReferences } from './references.js';
import { RescueDoubleClaimResolver } from './rescue/rescue-double-claims.resolver.js';
import { RescuedSuspectResolver, RescueResolver } from './rescue/rescue.resolver.js';
import { TallyResolver } from './tally/tally.resolver.js';

export const ArrestDisclosureResolver = disclosureResolver('arrestDisclosures', 'arrests and rescues');

/** The whole surface of the subgraph; it prints without a database. */
export const arrestsDefinition: SubgraphDefinition<ArrestsContext> = {
  resolvers: [
    ArrestResolver, ArrestDoubleClaimResolver, RescueResolver, RescueDoubleClaimResolver, RescuedSuspectResolver, CriminalGroupResolver, TallyResolver, CountryResolver,
    ArrestDisclosureResolver,
  ],
  references: arrestsReferences,
  extensions: { Country: CountryExtension },
};
