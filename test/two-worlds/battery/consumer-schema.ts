import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** The battery is made from what consumers are promised, not from what the code happens to serve. */
export const CONSUMER_SCHEMA: GraphQLSchema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));

export type Field = GraphQLField<unknown, unknown>;

export function queryFields(): Field[] {
  return fieldsOf(CONSUMER_SCHEMA.getQueryType());
}

export function mutationFields(): Field[] {
  return fieldsOf(CONSUMER_SCHEMA.getMutationType());
}

function fieldsOf(type: GraphQLObjectType | null | undefined): Field[] {
  if (type === null || type === undefined) throw new Error('The consumer schema has no such root.');
  return Object.values(type.getFields());
}
