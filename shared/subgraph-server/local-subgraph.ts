import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '../viewer/viewer.js';

/** A subgraph as the same process sees it: what a transport or a server needs, and no door to its stores. */
export interface LocalSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Called once for every fetch, so that loaders never outlive one viewer's question. */
  createContext(viewer: Viewer): unknown;
}
