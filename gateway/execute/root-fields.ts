import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from './collect-fields.js';

/** Names (not aliases) of the fields at the root of an operation, those in fragments included. */
export function rootFieldNames(operation: OperationDefinitionNode, document: DocumentNode): readonly string[] {
  const fragments = fragmentsOf(document);
  const spread = new Set<string>();
  const names = new Set<string>();

  const gather = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) gather(selection.selectionSet);
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) gather(fragment.selectionSet);
      }
    }
  };

  gather(operation.selectionSet);
  return [...names];
}
