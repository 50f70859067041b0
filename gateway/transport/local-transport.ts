import { parse } from 'graphql';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import { SubgraphExecutor } from '../../shared/subgraph-server/subgraph-executor.js';
import type { SubgraphTransport } from './subgraph-transport.js';

/** A subgraph in the same process: no socket, no token, the Viewer object itself. */
export function localTransport(subgraph: LocalSubgraph): SubgraphTransport {
  // What the planner wrote is valid.
  const executor = new SubgraphExecutor(subgraph, (query) => parse(query, { noLocation: true }));
  return {
    name: subgraph.name,
    execute: (request, { viewer }) => executor.execute(request, viewer),
    close: () => Promise.resolve(),
  };
}
