import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql';

/** Whether a type name found in an answer meets a type condition of the plan. */
export type MeetsCondition = (typeName: string, condition: string) => boolean;

/**
 * Answers from the whole supergraph, because plans speak of types that callers may not see. Interfaces count as
 * their own members: an `@interfaceObject` answers with the interface's name.
 */
export function typeConditions(supergraphSchema: GraphQLSchema): MeetsCondition {
  const members = new Map<string, ReadonlySet<string>>();

  const membersOf = (condition: string): ReadonlySet<string> => {
    const known = members.get(condition);
    if (known !== undefined) return known;
    const type = supergraphSchema.getType(condition);
    const names = new Set([condition]);
    if (isAbstractType(type)) for (const member of supergraphSchema.getPossibleTypes(type)) names.add(member.name);
    if (isInterfaceType(type)) {
      for (const member of supergraphSchema.getImplementations(type).interfaces) names.add(member.name);
    }
    members.set(condition, names);
    return names;
  };

  return (typeName, condition) => typeName === condition || membersOf(condition).has(typeName);
}
