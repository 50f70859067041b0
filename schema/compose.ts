import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';

export interface PrintedSubgraph {
  readonly name: string;
  readonly sdl: string;
}

export interface Composed {
  /** For a gateway: who resolves what. */
  readonly supergraph: string;
  /** For consumers: what can be asked. */
  readonly api: string;
  /** What composes, and yet may not be what was meant. */
  readonly hints: readonly string[];
}

export class CompositionError extends Error {
  override readonly name = 'CompositionError';
}

/** Where a subgraph runs is said by the deployment, never by the schema; `.invalid` resolves nowhere (RFC 6761). */
export const placeholderUrl = (name: string): string => `http://${name}.invalid/graphql`;

/** Throws a CompositionError that names every reason. */
export function compose(subgraphs: readonly PrintedSubgraph[]): Composed {
  const result = composeServices(subgraphs.map(({ name, sdl }) => ({ name, url: placeholderUrl(name), typeDefs: parse(sdl) })));
  if (result.errors !== undefined) throw new CompositionError(result.errors.map(({ message }) => message).join('\n'));
  return {
    supergraph: `${result.supergraphSdl.trimEnd()}\n`,
    api: `${printSchema(result.schema.toAPISchema().toGraphQLJSSchema())}\n`,
    hints: result.hints.map((hint) => hint.toString()),
  };
}
