import type { GraphQLError } from 'graphql';
import type { RequestContext } from '../transport/subgraph-transport.js';
import { ResponseTree } from './response-tree.js';

export type Variables = Readonly<Record<string, unknown>>;

/** An outage under a long list would name every item; callers learn nothing more from the thousandth. */
const MAX_ERRORS = 200;

/** One run of a plan for one viewer. */
export class Execution {
  readonly tree = new ResponseTree();
  readonly variables: Variables;
  readonly context: RequestContext;
  readonly #errors: GraphQLError[] = [];

  constructor(variables: Variables, context: RequestContext) {
    this.variables = variables;
    this.context = context;
  }

  get errors(): readonly GraphQLError[] {
    return this.#errors;
  }

  report(error: GraphQLError): void {
    if (this.#errors.length < MAX_ERRORS) this.#errors.push(error);
  }
}

/** A compiled node of a plan. Undefined means done already: what needs no waiting stays in its turn. */
export type Step = (execution: Execution) => Promise<void> | undefined;
