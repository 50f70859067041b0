import {
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Fills in what an input object leaves out and the schema has a default for. graphql-jit takes a required field with a
 * default for one that is missing; our gateway sends the defaults along, another router need not.
 */
export function inputDefaults(schema: GraphQLSchema, document: DocumentNode): (variables: Variables | undefined) => Record<string, unknown> {
  const inputs = document.definitions
    .flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : []))
    .flatMap(({ variable, type: node }) => {
      const type = typeFromAST(schema, node);
      return isInputType(type) && isInputObjectType(innermost(type)) ? [[variable.name.value, type] as const] : [];
    });
  return (variables = {}) => {
    const filled: Record<string, unknown> = { ...variables };
    for (const [name, type] of inputs) if (filled[name] !== undefined) filled[name] = withDefaults(type, filled[name]);
    return filled;
  };
}

function withDefaults(type: GraphQLInputType, value: unknown): unknown {
  const nullable = getNullableType(type);
  if (value === null || value === undefined) return value;
  // One value where a list is asked for is a list of one.
  if (isListType(nullable)) return Array.isArray(value) ? value.map((item) => withDefaults(nullable.ofType, item)) : withDefaults(nullable.ofType, value);
  if (!isInputObjectType(nullable) || typeof value !== 'object') return value;
  const filled: Record<string, unknown> = { ...value };
  for (const { name, type: fieldType, defaultValue } of Object.values(nullable.getFields())) {
    if (filled[name] === undefined && defaultValue !== undefined) filled[name] = defaultValue;
    else if (filled[name] !== undefined) filled[name] = withDefaults(fieldType, filled[name]);
  }
  return filled;
}

function innermost(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) || isListType(type) ? innermost(type.ofType) : type;
}
