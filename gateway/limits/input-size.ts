import { Kind, OperationTypeNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Variables } from '../execute/execution.js';
import { Refusal } from '../refusal.js';
import type { Limits } from './limits.js';

/**
 * What goes in costs as much as what comes out: a list of 60,000 wrong codes once made an answer of 25 MB, and one
 * variable used by many mutations multiplied it. Literals are bounded by the limit on tokens.
 */
export function checkInputSize(limits: Limits) {
  return (operation: OperationDefinitionNode, document: DocumentNode, variables: Variables): void => {
    const mutations = operation.operation === OperationTypeNode.MUTATION ? rootFields(operation, document) : 0;
    if (mutations > limits.mutations) throw refused(`A request holds at most ${String(limits.mutations)} mutations: send several.`);
    const longest = longestList(variables);
    if (longest > limits.listElements) throw refused(`A list in the variables holds at most ${String(limits.listElements)} elements: send several requests.`);
    if (mutations * longest > limits.mutationElements) {
      throw refused(`${String(mutations)} mutations with a list of ${String(longest)} elements are too much at once: send them in requests of their own.`);
    }
  };
}

/** Counts every spread again: a fragment that stands ten times makes ten mutations. */
function rootFields(operation: OperationDefinitionNode, document: DocumentNode): number {
  const fragments = new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));
  const count = ({ selections }: OperationDefinitionNode['selectionSet']): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      const set = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value)?.selectionSet;
      return set === undefined ? sum : sum + count(set);
    }, 0);
  return count(operation.selectionSet);
}

function longestList(value: unknown): number {
  if (Array.isArray(value)) return Math.max(value.length, ...value.slice(0, 1_000).map(longestList));
  if (typeof value !== 'object' || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(longestList));
}

function refused(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { status: 400 });
}
