import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from './execution.js';
import type { MeetsCondition } from './type-conditions.js';

export interface CollectedField {
  readonly name: string;
  readonly selections: readonly SelectionSetNode[];
}

/** CollectFields of the GraphQL specification (section 6.3.2), ahead of execution: variables decide @skip and @include. */
export class CollectFields {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Variables;
  readonly #meets: MeetsCondition;

  constructor(document: DocumentNode, variables: Variables, meets: MeetsCondition) {
    this.#fragments = fragmentsOf(document);
    this.#variables = variables;
    this.#meets = meets;
  }

  of(typeName: string, selectionSets: readonly SelectionSetNode[]): ReadonlyMap<string, CollectedField> {
    const fields = new Map<string, { name: string; selections: SelectionSetNode[] }>();
    const spread = new Set<string>();

    const gather = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (this.#isLeftOut(selection)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          const field = fields.get(key) ?? { name: selection.name.value, selections: [] };
          fields.set(key, field);
          if (selection.selectionSet) field.selections.push(selection.selectionSet);
          continue;
        }
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#spread(selection.name.value, spread);
        if (fragment === undefined) continue;
        const condition = fragment.typeCondition?.name.value;
        if (condition === undefined || this.#meets(typeName, condition)) gather(fragment.selectionSet);
      }
    };

    for (const selectionSet of selectionSets) gather(selectionSet);
    return fields;
  }

  #spread(name: string, spread: Set<string>): FragmentDefinitionNode | undefined {
    if (spread.has(name)) return undefined;
    spread.add(name);
    return this.#fragments.get(name);
  }

  #isLeftOut({ directives = [] }: SelectionNode): boolean {
    return directives.some(({ name, arguments: args = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return false;
      const condition = args[0]?.value;
      const holds =
        condition?.kind === Kind.VARIABLE
          ? this.#variables[condition.name.value] === true
          : condition?.kind === Kind.BOOLEAN && condition.value;
      return name.value === 'skip' ? holds : !holds;
    });
  }
}

export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}

export function isSkipOrInclude({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}
