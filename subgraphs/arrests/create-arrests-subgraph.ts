import { buildFederatedSchema, containerOf } from '../../shared/subgraph-server/build-subgraph-schema.js';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import { openSubgraph, type Platform, type RunningSubgraph } from '../../shared/subgraph-server/subgraph-runtime.js';
import { arrestLoader } from './arrest/arrest.loader.js';
import { ArrestDoubleClaimResolver } from './arrest/arrest-double-claims.resolver.js';
import { ArrestResolver } from './arrest/arrest.resolver.js';
import { ArrestService } from './arrest/arrest.service.js';
import { ArrestStore } from './arrest/arrest.store.js';
import type { ArrestsContext } from './context.js';
import { CountryResolver } from './country/country.resolver.js';
import { memberLoader } from './criminal-group/criminal-group.loader.js';
import { CriminalGroupResolver } from './criminal-group/criminal-group.resolver.js';
import { rescueLoader } from './rescue/rescue.loader.js';
import { RescueDoubleClaimResolver } from './rescue/rescue-double-claims.resolver.js';
import { RescuedSuspectResolver, RescueResolver } from './rescue/rescue.resolver.js';
import { RescueService } from './rescue/rescue.service.js';
import { RescueStore } from './rescue/rescue.store.js';
import { ArrestDisclosureResolver, arrestsDefinition } from './schema.js';
import { ARRESTS_TALLY_KINDS } from './tally-kinds.js';
import { Tallies } from './tally/open-tallies.js';
import { TallyResolver } from './tally/tally.resolver.js';

export interface ArrestsSubgraph extends RunningSubgraph {
  readonly stores: { readonly arrests: ArrestStore; readonly rescues: RescueStore };
  readonly services: { readonly arrests: ArrestService; readonly rescues: RescueService };
}

export async function createArrestsSubgraph(platform: Platform): Promise<ArrestsSubgraph> {
  const { runtime, stores, close } = await openSubgraph(platform, 'arrests', (base) => {
    const opened = { arrests: new ArrestStore(base), rescues: new RescueStore(base) };
    return { stores: opened, projections: [opened.arrests.projection, opened.rescues.projection] };
  }, ARRESTS_TALLY_KINDS);
  const services = { arrests: new ArrestService(runtime, stores.arrests), rescues: new RescueService(runtime, stores.rescues, stores.arrests) };
  const tallies = new Tallies(runtime, stores);
  const arrests = new ArrestResolver(runtime, stores.arrests, services.arrests);
  const rescues = new RescueResolver(runtime, stores.rescues, services.rescues);
  const container = containerOf([
    arrests,
    new ArrestDoubleClaimResolver(runtime, services.arrests, arrests),
    rescues,
    new RescueDoubleClaimResolver(runtime, services.rescues, rescues),
    new RescuedSuspectResolver(runtime),
    new CriminalGroupResolver(runtime, stores.arrests),
    new TallyResolver(runtime, tallies),
    new CountryResolver(tallies),
    new ArrestDisclosureResolver(runtime),
  ]);
  const { schema } = await buildFederatedSchema(arrestsDefinition, container, () => runtime);
  const local: LocalSubgraph = {
    name: 'arrests',
    schema,
    createContext: (viewer): ArrestsContext => ({
      viewer,
      arrests: arrestLoader(viewer, stores.arrests),
      rescues: rescueLoader(viewer, stores.rescues),
      members: memberLoader(viewer, stores.arrests),
    }),
  };
  return { local, runtime, close, stores, services };
}
