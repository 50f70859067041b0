import {
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  getNamedType,
  valueFromAST,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../execute/collect-fields.js';
import type { Variables } from '../execute/execution.js';
import { Refusal } from '../refusal.js';
import type { Limits } from './limits.js';

/** What a list gives when the caller states no size. */
const DEFAULT_PAGE = 50;

/**
 * Cost is a function of text and variables alone. If it depended on the rows found, an answer's refusal would tell
 * how much there is that the caller may not see.
 */
export function checkCost(schema: GraphQLSchema, limits: Limits) {
  return (operation: OperationDefinitionNode, document: DocumentNode, variables: Variables): void => {
    const rootType = schema.getRootType(operation.operation);
    const cost = new CostOfOperation(schema, document, variables, limits).of(operation.selectionSet, rootType ?? undefined);
    if (cost <= limits.cost) return;
    throw new Refusal('BAD_USER_INPUT', `The query asks for too much at once (cost ${String(cost)}, limit ${String(limits.cost)}). Ask for smaller pages.`, {
      status: 400,
    });
  };
}

class CostOfOperation {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReturnType<typeof fragmentsOf>;
  readonly #variables: Variables;
  readonly #limits: Limits;
  /** Each fragment is counted once, however often it is spread: otherwise counting could be made to explode. */
  readonly #fragmentCosts = new Map<string, number>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables, limits: Limits) {
    this.#schema = schema;
    this.#fragments = fragmentsOf(document);
    this.#variables = variables;
    this.#limits = limits;
  }

  of({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): number {
    let cost = 0;
    for (const selection of selections) {
      switch (selection.kind) {
        case Kind.FIELD:
          cost += this.#ofField(selection, type);
          break;
        case Kind.INLINE_FRAGMENT:
          cost += this.of(selection.selectionSet, this.#typeNamed(selection.typeCondition?.name.value) ?? type);
          break;
        case Kind.FRAGMENT_SPREAD:
          cost += this.#ofFragment(selection.name.value);
          break;
      }
    }
    return cost;
  }

  #ofField(node: FieldNode, parent: GraphQLNamedType | undefined): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const within = node.selectionSet ? this.of(node.selectionSet, field && getNamedType(field.type)) : 0;
    return 1 + within * this.#pageOf(node, field);
  }

  #pageOf(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): number {
    const first = field?.args.find(({ name }) => name === 'first');
    if (first === undefined) return 1;
    const given = node.arguments?.find(({ name }) => name.value === 'first');
    const size: unknown = given === undefined ? undefined : valueFromAST(given.value, first.type, this.#variables);
    if (typeof size !== 'number') return DEFAULT_PAGE;
    if (size > this.#limits.pageSize || size < 0) {
      throw new Refusal('BAD_USER_INPUT', `"first" must lie between 0 and ${String(this.#limits.pageSize)}.`, { status: 400 });
    }
    return Math.max(size, 1);
  }

  #ofFragment(name: string): number {
    const known = this.#fragmentCosts.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const cost = fragment ? this.of(fragment.selectionSet, this.#typeNamed(fragment.typeCondition.name.value)) : 0;
    this.#fragmentCosts.set(name, cost);
    return cost;
  }

  #typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    const type = name === undefined ? undefined : this.#schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}
