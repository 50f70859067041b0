import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { BoundedCache } from '../../shared/caching/bounded-cache.js';
import { isSkipOrInclude } from './collect-fields.js';
import type { Variables } from './execution.js';
import type { ResponseObject } from './response-tree.js';
import type { Supergraph } from './supergraph.js';
import { compileWriter } from './write-response.js';

/** Twenty variables of @skip and @include would make a million writers of one operation. */
const VARIANTS = 16;

/** One compiled writer for each set of values that @skip and @include really took. */
export class WriterVariants {
  readonly #supergraph: Supergraph;
  readonly #document: DocumentNode;
  readonly #operation: OperationDefinitionNode;
  readonly #conditions: readonly string[];
  readonly #variants = new BoundedCache<(root: ResponseObject) => string>(VARIANTS);

  constructor(supergraph: Supergraph, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#supergraph = supergraph;
    this.#document = document;
    this.#operation = operation;
    this.#conditions = conditionVariables(document);
  }

  writerFor(variables: Variables): (root: ResponseObject) => string {
    const key = this.#conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = this.#variants.get(key);
    if (known !== undefined) return known;
    const { apiSchema, meets } = this.#supergraph;
    const writer = compileWriter(apiSchema, this.#document, this.#operation, variables, meets);
    this.#variants.set(key, writer);
    return writer;
  }
}

function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const condition = directive.arguments?.[0]?.value;
      if (isSkipOrInclude(directive) && condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
    },
  });
  return [...names];
}
