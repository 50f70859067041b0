import { Resolver } from 'type-graphql';
import { doubleClaimResolver } from '../../../shared/record/double-claims/double-claim.resolver.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { ArrestsContext } from '../context.js';
import { RescueDoubleClaims } from './rescue-double-claims.type.js';
import type { RescueRecord } from './rescue.model.js';
import type { RescueResolver } from './rescue.resolver.js';
import { RescueResult } from './rescue.result.js';
import type { RescueService } from './rescue.service.js';
import { Rescue } from './rescue.type.js';
import { toRescue } from './rescue.view.js';

@Resolver(() => Rescue)
export class RescueDoubleClaimResolver extends doubleClaimResolver<Rescue, RescueRecord, ArrestsContext>(Rescue, RescueDoubleClaims, RescueResult) {
  constructor(runtime: SubgraphRuntime, { doubleClaims }: RescueService, answers: RescueResolver) {
    super({ runtime, verbs: doubleClaims, answers, collection: 'rescues', loaderOf: ({ rescues }) => rescues, show: (viewer, found) => toRescue(runtime, viewer, found) });
  }
}
