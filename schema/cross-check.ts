import { composeServices } from '@theguild/federation-composition';
import { buildSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { CompositionError, placeholderUrl, type PrintedSubgraph } from './compose.js';

/** The consumer schema as a second, independent composer sees it. Throws a CompositionError where it refuses. */
export function composeIndependently(subgraphs: readonly PrintedSubgraph[]): string {
  const result = composeServices(subgraphs.map(({ name, sdl }) => ({ name, url: placeholderUrl(name), typeDefs: parse(sdl) })));
  if (result.errors !== undefined) throw new CompositionError(result.errors.map(({ message }) => message).join('\n'));
  return result.publicSdl;
}

/** The two composers print in different orders; what they say must be the same. */
export function inOneOrder(sdl: string): string {
  return printSchema(lexicographicSortSchema(buildSchema(sdl)));
}
