import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { parse } from 'graphql';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import type { Viewer } from '../../shared/viewer/viewer.js';

export interface SubgraphFixture {
  readonly name: string;
  /** Without the link to the federation specification. */
  readonly typeDefs: string;
  readonly resolvers?: GraphQLResolverMap<{ readonly viewer: Viewer }>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@requires", "@external", "@inaccessible", "@interfaceObject", "@override", "@provides"
])\n`;

/** Composes small subgraphs, written in the test that needs them, into a supergraph. */
export function composeSupergraph(fixtures: readonly SubgraphFixture[]): { sdl: string; subgraphs: LocalSubgraph[] } {
  const services = fixtures.map(({ name, typeDefs }) => ({ name, typeDefs: parse(LINK + typeDefs) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  const subgraphs = fixtures.map(({ name, typeDefs, resolvers = {} }) => ({
    name,
    // The schema does not know its context's type; `createContext` below is where it is made.
    schema: buildSubgraphSchema({ typeDefs: parse(LINK + typeDefs), resolvers: resolvers as GraphQLResolverMap<unknown> }),
    createContext: (viewer: Viewer) => ({ viewer }),
  }));
  return { sdl: supergraphSdl, subgraphs };
}
