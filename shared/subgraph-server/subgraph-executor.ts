import { execute, type DocumentNode, type ExecutionResult } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { BoundedCache } from '../caching/bounded-cache.js';
import type { Viewer } from '../viewer/viewer.js';
import { inputDefaults } from './input-defaults.js';
import type { LocalSubgraph } from './local-subgraph.js';

export interface ExecutableRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

type Run = (context: unknown, variables: ExecutableRequest['variables']) => Promise<ExecutionResult> | ExecutionResult;

const COMPILED_QUERIES = 1_000;

/** Answers queries of a subgraph in its own process. Compiled queries are the same for every viewer, and kept. */
export class SubgraphExecutor {
  readonly #subgraph: LocalSubgraph;
  readonly #documentOf: (query: string) => DocumentNode;
  readonly #compiled = new BoundedCache<Run>(COMPILED_QUERIES);

  /** `documentOf` throws for a query that is not to be answered; it is asked once for each that is kept. */
  constructor(subgraph: LocalSubgraph, documentOf: (query: string) => DocumentNode) {
    this.#subgraph = subgraph;
    this.#documentOf = documentOf;
  }

  execute(request: ExecutableRequest, viewer: Viewer): Promise<ExecutionResult> | ExecutionResult {
    return this.#runFor(request)(this.#subgraph.createContext(viewer), request.variables);
  }

  #runFor({ query, operationName }: ExecutableRequest): Run {
    const key = `${operationName ?? ''}\n${query}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const run = compile(this.#subgraph, this.#documentOf(query), operationName ?? undefined);
    this.#compiled.set(key, run);
    return run;
  }
}

/** graphql-jit refuses some valid operations; graphql-js then answers them, more slowly. */
function compile({ schema }: LocalSubgraph, document: DocumentNode, operationName: string | undefined): Run {
  const compiled = tryCompile(schema, document, operationName);
  if (compiled !== undefined) {
    const fill = inputDefaults(schema, document);
    return (context, variables) => compiled.query(undefined, context, fill(variables));
  }
  return (contextValue, variableValues) =>
    execute({ schema, document, contextValue, variableValues: variableValues ?? null, operationName: operationName ?? null });
}

function tryCompile(schema: LocalSubgraph['schema'], document: DocumentNode, operationName: string | undefined) {
  try {
    const compiled = compileQuery(schema, document, operationName);
    return isCompiledQuery(compiled) ? compiled : undefined;
  } catch {
    return undefined;
  }
}
