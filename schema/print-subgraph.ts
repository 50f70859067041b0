import { printSubgraph } from '../shared/subgraph-server/build-subgraph-schema.js';
import type { PrintedSubgraph } from './compose.js';
import { SUBGRAPH_DEFINITIONS } from './subgraph-definitions.js';

/** The SDL of every subgraph as its code says it now. */
export function printSubgraphs(): Promise<PrintedSubgraph[]> {
  return Promise.all(
    Object.entries(SUBGRAPH_DEFINITIONS).map(async ([name, definition]) => ({ name, sdl: await printSubgraph(definition) })),
  );
}
