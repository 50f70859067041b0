import {
  executeSync,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { BoundedCache } from '../../shared/caching/bounded-cache.js';
import type { RequestContext, SubgraphTransport } from '../transport/subgraph-transport.js';
import { carryText } from './answer-text.js';
import { compilePlan } from './compile-plan.js';
import { Execution, type Step, type Variables } from './execution.js';
import { asksOnlyAboutSchema, asksOnlyForTypeName } from './introspection.js';
import { operationOf } from './operation-of.js';
import type { PlanEnvironment } from './plan-environment.js';
import type { Override, Planner } from './plan-with-planner.js';
import { responseShape } from './response-shape.js';
import type { Supergraph } from './supergraph.js';
import { WriterVariants } from './writer-variants.js';

const PLANNED_OPERATIONS = 1_000;

/** An operation that has been parsed and validated against the API schema: nothing else may reach the planner. */
export interface ValidOperation {
  readonly source: string;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Variables | undefined;
}

export interface ExecutorOptions {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  readonly transports: readonly SubgraphTransport[];
  /** Refuses, by throwing, what the values of the variables make too large. */
  readonly checkVariables: (operation: OperationDefinitionNode, document: DocumentNode, variables: Variables) => void;
}

interface PreparedOperation {
  readonly run: Step;
  readonly writers: WriterVariants;
}

/** Answers operations: plan (cached), run, write. Data of the result is text, see `carryText`. */
export class Executor {
  readonly #options: ExecutorOptions;
  readonly #transportOf: PlanEnvironment['transportOf'];
  readonly #prepared = new BoundedCache<Promise<PreparedOperation>>(PLANNED_OPERATIONS);

  constructor(options: ExecutorOptions) {
    this.#options = options;
    this.#transportOf = transportsByName(options);
  }

  get plannedOperations(): number {
    return this.#prepared.size;
  }

  async execute(valid: ValidOperation, context: RequestContext): Promise<ExecutionResult> {
    const { supergraph, checkVariables } = this.#options;
    const operation = operationOf(valid.document, valid.operationName);
    const { coerced, errors } = getVariableValues(
      supergraph.apiSchema,
      operation.variableDefinitions ?? [],
      valid.variables ?? {},
      { maxErrors: 10 },
    );
    if (errors) return { errors };
    checkVariables(operation, valid.document, coerced);
    if (asksOnlyAboutSchema(operation, valid.document)) return this.#introspect(valid);

    const { run, writers } = await this.#prepare(valid, operation);
    const execution = new Execution(coerced, context);
    await run(execution);
    const text = writers.writerFor(coerced)(execution.tree.root);
    return finish(text, execution.errors);
  }

  #introspect({ document, variables, operationName }: ValidOperation): ExecutionResult {
    const { data, errors } = executeSync({
      schema: this.#options.supergraph.apiSchema,
      document,
      operationName,
      variableValues: variables ?? null,
    });
    return finish(JSON.stringify(data ?? null), errors ?? []);
  }

  #prepare(valid: ValidOperation, operation: OperationDefinitionNode): Promise<PreparedOperation> {
    const override = this.#options.planner.override();
    const key = cacheKey(valid, override);
    const known = this.#prepared.get(key);
    if (known !== undefined) return known;
    const prepared = this.#plan(valid, operation, override);
    this.#prepared.set(key, prepared);
    // A plan that took too long today may succeed on a calmer machine.
    prepared.catch(() => { this.#prepared.deleteIfHolds(key, prepared); });
    return prepared;
  }

  async #plan(valid: ValidOperation, operation: OperationDefinitionNode, override: Override): Promise<PreparedOperation> {
    const { supergraph, planner } = this.#options;
    const { source, document, operationName } = valid;
    const plan = asksOnlyForTypeName(operation) ? undefined : await planner.plan({ source, operationName, override });
    const environment = {
      transportOf: this.#transportOf,
      meets: supergraph.meets,
      shape: responseShape(document, operation),
    };
    return {
      run: compilePlan(plan, environment),
      writers: new WriterVariants(supergraph, document, operation),
    };
  }
}

function cacheKey({ source, operationName }: ValidOperation, { labels, percentage }: Override): string {
  return JSON.stringify([operationName, [...labels].sort(), percentage, source]);
}

function finish(text: string, errors: readonly GraphQLError[]): ExecutionResult {
  const data = carryText(text);
  if (errors.length > 0) return { errors, data };
  if (text !== 'null') return { data };
  return { errors: [new GraphQLError('A required field is null although no subgraph reported an error.')], data };
}

function transportsByName({ supergraph, transports }: ExecutorOptions): PlanEnvironment['transportOf'] {
  const byName = new Map(transports.map((transport) => [transport.name, transport]));
  const missing = supergraph.subgraphs.filter((name) => !byName.has(name));
  if (missing.length > 0) throw new TypeError(`No transport leads to these subgraphs: ${missing.join(', ')}.`);
  return (subgraph) => {
    const transport = byName.get(subgraph);
    if (transport === undefined) throw new TypeError(`The query plan names a subgraph that is not known: "${subgraph}".`);
    return transport;
  };
}
