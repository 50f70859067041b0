import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { AnswerPath } from './entity-path.js';

/** The keys an operation asks for, whatever the types: what a path may name to the caller. */
export interface ResponseShape {
  readonly fields: ReadonlyMap<string, ResponseShape>;
}

interface GrowingShape {
  readonly fields: Map<string, GrowingShape>;
}

export function responseShape(document: DocumentNode, operation: OperationDefinitionNode): ResponseShape {
  return shapeOf(document, [operation.selectionSet]);
}

export function shapeOf(document: DocumentNode, selectionSets: readonly SelectionSetNode[]): ResponseShape {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  }

  const grow = (shape: GrowingShape, selectionSet: SelectionSetNode, spread: Set<string>): void => {
    for (const selection of selectionSet.selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const key = selection.alias?.value ?? selection.name.value;
          const field = shape.fields.get(key) ?? { fields: new Map<string, GrowingShape>() };
          shape.fields.set(key, field);
          if (selection.selectionSet) grow(field, selection.selectionSet, new Set());
          break;
        }
        case Kind.INLINE_FRAGMENT:
          grow(shape, selection.selectionSet, spread);
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          if (fragment === undefined || spread.has(selection.name.value)) break;
          spread.add(selection.name.value);
          grow(shape, fragment, spread);
          break;
        }
      }
    }
  };

  const root: GrowingShape = { fields: new Map() };
  for (const selectionSet of selectionSets) grow(root, selectionSet, new Set());
  return root;
}

/** A path ends where it would name something that the caller did not ask for: keys of the plan are not for callers. */
export function visiblePath(shape: ResponseShape, path: AnswerPath): AnswerPath {
  let here: ResponseShape | undefined = shape;
  for (const [index, segment] of path.entries()) {
    if (typeof segment === 'number') continue;
    here = here.fields.get(segment);
    if (here === undefined) return path.slice(0, index);
  }
  return path;
}
