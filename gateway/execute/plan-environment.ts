import type { SubgraphTransport } from '../transport/subgraph-transport.js';
import type { ResponseShape } from './response-shape.js';
import type { MeetsCondition } from './type-conditions.js';

/** What the nodes of a plan need to become steps. */
export interface PlanEnvironment {
  readonly transportOf: (subgraph: string) => SubgraphTransport;
  readonly meets: MeetsCondition;
  /** Of the caller's operation, for the paths of errors. */
  readonly shape: ResponseShape;
}
