import { getNamedType, isObjectType, isUnionType, Kind, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { selectionOf } from './selection.js';
import { valuesFor } from './argument-values.js';
import type { Words } from './words.js';

/** A question put to one subgraph directly, past the gateway and its planner. */
export interface EntityAsk {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Every entity type of a subgraph by every one of its keys, real and forged. */
export function entityAsks(subgraph: string, schema: GraphQLSchema, words: Words): EntityAsk[] {
  return entityTypes(schema).map((type) => ({
    name: `${subgraph} _entities ${type.name}`,
    query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type.name} ${selectionOf(type, { withArguments: true })} } }`,
    variables: { representations: keysOf(type).flatMap((key) => keyValues(type, key, words).map((value) => ({ __typename: type.name, [key]: value }))) },
  }));
}

/** The types that a subgraph resolves references to. */
export function entityTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const union = schema.getType('_Entity');
  if (!isUnionType(union)) throw new Error('This subgraph has no entities.');
  return union.getTypes();
}

function keysOf(type: GraphQLObjectType): string[] {
  const directives = [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []);
  const keys = directives
    .filter(({ name }) => name.value === 'key')
    .flatMap((key) => key.arguments?.filter(({ name }) => name.value === 'fields') ?? [])
    .flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : []));
  if (keys.length === 0) throw new Error(`${type.name} has no key.`);
  return keys;
}

function keyValues(type: GraphQLObjectType, key: string, words: Words): readonly unknown[] {
  const field = type.getFields()[key];
  if (field === undefined) throw new Error(`The battery does not know how to ask by the key "${key}" of ${type.name}.`);
  // Organisations are known between subgraphs by their codes, operations by their ids.
  const name = key === 'ref' ? (type.name === 'Agency' ? 'code' : 'id') : key;
  const named = getNamedType(field.type);
  if (isObjectType(named)) throw new Error(`The battery does not know how to ask by the key "${key}" of ${type.name}.`);
  return valuesFor(words, { name, coordinate: `${type.name}.${key}`, type: field.type as never, noun: type.name });
}
