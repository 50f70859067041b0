import { Resolver } from 'type-graphql';
import { doubleClaimResolver } from '../../../shared/record/double-claims/double-claim.resolver.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { ArrestsContext } from '../context.js';
import { ArrestDoubleClaims } from './arrest-double-claims.type.js';
import type { ArrestRecord } from './arrest.model.js';
import type { ArrestResolver } from './arrest.resolver.js';
import { ArrestResult } from './arrest.result.js';
import type { ArrestService } from './arrest.service.js';
import { Arrest } from './arrest.type.js';
import { toArrest } from './arrest.view.js';

@Resolver(() => Arrest)
export class ArrestDoubleClaimResolver extends doubleClaimResolver<Arrest, ArrestRecord, ArrestsContext>(Arrest, ArrestDoubleClaims, ArrestResult) {
  constructor(runtime: SubgraphRuntime, { doubleClaims }: ArrestService, answers: ArrestResolver) {
    super({ runtime, verbs: doubleClaims, answers, collection: 'arrests', loaderOf: ({ arrests }) => arrests, show: (viewer, found) => toArrest(runtime, viewer, found) });
  }
}
