import { getNamedType, isLeafType, isObjectType, isUnionType, type GraphQLNamedType, type GraphQLObjectType } from 'graphql';

export interface SelectionOptions {
  /** Also fields that take arguments, where all of them may be left out; otherwise they are asked on their own. */
  readonly withArguments?: boolean;
}

/** How many references deep everything is asked for; beyond, what tells that something is there at all. */
const DEPTH = 1;

/** Everything that can be asked of a type: every field, every member of a union, every reference and its name. */
export function selectionOf(type: GraphQLNamedType, options: SelectionOptions = {}): string {
  return select(type, 0, options);
}

function select(type: GraphQLNamedType, depth: number, options: SelectionOptions): string {
  if (isUnionType(type)) return `{ __typename ${type.getTypes().map((member) => `... on ${member.name} ${select(member, depth, options)}`).join(' ')} }`;
  if (!isObjectType(type)) return '';
  const deeper = isEntity(type) ? depth + 1 : depth;
  const fields = Object.values(type.getFields()).flatMap(({ name, type: fieldType, args }) => {
    const named = getNamedType(fieldType);
    const asked = args.length === 0 || (options.withArguments === true && depth === 0 && args.every(mayBeLeftOut));
    if (!asked || (depth > DEPTH && !isLeafType(named))) return [];
    return [`${name} ${select(named, deeper, { withArguments: false })}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** What other types refer to, and what could therefore be asked for without an end. */
function isEntity(type: GraphQLObjectType): boolean {
  const { id, code, ref } = type.getFields();
  return [id, code, ref].some((field) => field?.type.toString() === 'ID!');
}

function mayBeLeftOut({ type, defaultValue }: { readonly type: { toString(): string }; readonly defaultValue?: unknown }): boolean {
  return !type.toString().endsWith('!') || defaultValue !== undefined;
}
