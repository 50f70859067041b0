import { Kind, type DefinitionNode, type DocumentNode, type ObjectTypeDefinitionNode } from 'graphql';
import type { ClassType } from 'type-graphql';

/**
 * Fields that a subgraph adds to a type which many share. type-graphql hangs added fields on the class, and a class of
 * `shared/` would carry those of one subgraph into the schema of another: so a subgraph writes them on a class of its
 * own, named `<Type>Extension`, and they are put onto the type when its schema is built.
 */
export type Extensions = Readonly<Record<string, ClassType>>;

const extensionOf = (type: string): string => `${type}Extension`;

/** The document with each extension on its type, whose keys are then those of the extension. */
export function foldTypes(document: DocumentNode, types: readonly string[]): DocumentNode {
  const objects = new Map(document.definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, node] as const] : [])));
  const folded = new Map<string, ObjectTypeDefinitionNode>();
  for (const type of types) {
    const [shared, extension] = [objects.get(type), objects.get(extensionOf(type))];
    if (shared === undefined || extension === undefined) throw new Error(`There is no ${type} that ${extensionOf(type)} could extend.`);
    const known = new Set(shared.fields?.map(({ name }) => name.value));
    const added = extension.fields?.filter(({ name }) => !known.has(name.value)) ?? [];
    folded.set(type, { ...shared, directives: extension.directives ?? [], fields: [...(shared.fields ?? []), ...added] });
  }
  const extensions = new Set(types.map(extensionOf));
  const definitions = document.definitions.flatMap((node): DefinitionNode[] => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [node];
    return extensions.has(node.name.value) ? [] : [folded.get(node.name.value) ?? node];
  });
  return { ...document, definitions };
}

/** The same for what resolves the fields. */
export function foldResolvers(resolvers: Record<string, unknown>, types: readonly string[]): void {
  for (const type of types) {
    resolvers[type] = { ...(resolvers[type] as object | undefined), ...(resolvers[extensionOf(type)] as object | undefined) };
    Reflect.deleteProperty(resolvers, extensionOf(type));
  }
}
