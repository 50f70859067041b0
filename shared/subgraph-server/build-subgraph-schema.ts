import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, print, type GraphQLSchema } from 'graphql';
import { foldResolvers, foldTypes, type Extensions } from './fold-extensions.js';
import type { SubgraphRuntime } from './subgraph-runtime.js';
import { buildSchema, createResolversMap, type ContainerType, type NonEmptyArray } from 'type-graphql';

const FEDERATION_LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible"])`;

/**
 * Resolves the representations of one entity type. It runs for `_entities`, past every decorator, with whatever key a
 * caller made up; so it asks a store or the directory on behalf of the viewer, like every other read.
 */
export type ReferenceResolver<Context> = (
  reference: Readonly<Record<string, unknown>>,
  context: Context,
  runtime: SubgraphRuntime,
) => unknown;

export interface SubgraphDefinition<Context> {
  /** The resolver classes: the whole surface of the subgraph, printable without a database. */
  readonly resolvers: NonEmptyArray<new (...services: never[]) => object>;
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>;
  readonly extensions?: Extensions;
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
  runtime: () => SubgraphRuntime,
): Promise<BuiltSubgraph> {
  const typeGraphQlSchema = await buildSchema({
    resolvers: definition.resolvers,
    container,
    skipCheck: true,
    validate: false,
    orphanedTypes: Object.values(definition.extensions ?? {}),
  });
  const extended = Object.keys(definition.extensions ?? {});
  const printed = printSchemaWithDirectives(typeGraphQlSchema);
  const sdl = `${FEDERATION_LINK}\n\n${extended.length === 0 ? printed : print(foldTypes(parse(printed), extended))}\n`;
  const resolvers: Record<string, unknown> = createResolversMap(typeGraphQlSchema);
  foldResolvers(resolvers, extended);
  for (const [typeName, resolveReference] of Object.entries(definition.references)) {
    resolvers[typeName] = {
      ...(resolvers[typeName] as object | undefined),
      __resolveReference: (reference: Readonly<Record<string, unknown>>, context: Context) => resolveReference(reference, context, runtime()),
    };
  }
  return { sdl, schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never }) };
}

/** The SDL of a subgraph, for the committed schema: it needs neither services nor a store. */
export async function printSubgraph<Context>(definition: SubgraphDefinition<Context>): Promise<string> {
  const none = (): never => {
    throw new Error('A printed schema has no services.');
  };
  return (await buildFederatedSchema(definition, { get: none }, none)).sdl;
}

/** Hands each resolver class the one instance that was made with its services. */
export function containerOf(instances: readonly object[]): ContainerType {
  const byClass = new Map(instances.map((instance) => [instance.constructor, instance]));
  return {
    get(wanted: new () => object) {
      const instance = byClass.get(wanted);
      if (instance === undefined) throw new Error(`Nobody made a ${wanted.name}.`);
      return instance;
    },
  };
}
