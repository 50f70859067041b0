import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap, type ContainerType, type NonEmptyArray } from 'type-graphql';

const FEDERATION_LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible"])`;

/** Resolves the representations of one entity type. It runs for `_entities`, past every decorator. */
export type ReferenceResolver<Context> = (reference: Readonly<Record<string, unknown>>, context: Context) => unknown;

export interface SubgraphDefinition<Context> {
  /** The resolver classes: the whole surface of the subgraph, printable without a database. */
  readonly resolvers: NonEmptyArray<new (...services: never[]) => object>;
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>;
}

export interface BuiltSubgraph {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/**
 * Turns type-graphql classes into a Federation 2 subgraph. type-graphql has no decorator for
 * `__resolveReference`, so references are merged by hand.
 */
export async function buildFederatedSchema<Context>(
  definition: SubgraphDefinition<Context>,
  container: ContainerType,
): Promise<BuiltSubgraph> {
  const typeGraphQlSchema = await buildSchema({
    resolvers: definition.resolvers,
    container,
    skipCheck: true,
    validate: false,
  });
  const sdl = `${FEDERATION_LINK}\n\n${printSchemaWithDirectives(typeGraphQlSchema)}\n`;
  const resolvers: Record<string, unknown> = createResolversMap(typeGraphQlSchema);
  for (const [typeName, resolveReference] of Object.entries(definition.references)) {
    resolvers[typeName] = {
      ...(resolvers[typeName] as object | undefined),
      __resolveReference: (reference: Readonly<Record<string, unknown>>, context: Context) => resolveReference(reference, context),
    };
  }
  return { sdl, schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never }) };
}

/** Refuses to make anything: for printing a schema, which needs no service. */
export const noServices: ContainerType = {
  get() {
    throw new Error('A printed schema has no services.');
  },
};
