import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLNamedType,
} from 'graphql';

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** The coordinates of everything that a consumer can name and that nothing explains. */
export function undescribed(sdl: string): string[] {
  const types = Object.values(buildSchema(sdl).getTypeMap()).filter((type) => !isIntrospectionType(type) && !isBuiltIn(type));
  return types.flatMap((type) => [...missing('', [type]), ...membersOf(type)]);
}

function membersOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return missing(`${type.name}.`, type.getValues());
  if (isInputObjectType(type)) return missing(`${type.name}.`, Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  return [...missing(`${type.name}.`, fields), ...fields.flatMap(({ name, args }) => missing(`${type.name}.${name}:`, args))];
}

function missing(prefix: string, things: readonly Described[]): string[] {
  return things.filter(({ name, description }) => !hasWords(description) && !isRoot(prefix + name)).map(({ name }) => prefix + name);
}

const hasWords = (description: string | null | undefined): boolean => (description ?? '').trim() !== '';

/** The roots are explained by the specification. */
const isRoot = (coordinate: string): boolean => coordinate === 'Query' || coordinate === 'Mutation';

/** Int, String and the like carry the specification's own words, which a printed schema leaves out. */
const isBuiltIn = ({ name }: GraphQLNamedType): boolean => ['Int', 'Float', 'String', 'Boolean', 'ID'].includes(name);
