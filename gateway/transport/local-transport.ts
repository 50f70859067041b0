import { execute, parse, type DocumentNode, type ExecutionResult } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import { BoundedCache } from '../bounded-cache.js';
import type { SubgraphRequest, SubgraphTransport } from './subgraph-transport.js';

type Run = (context: unknown, variables: SubgraphRequest['variables']) => Promise<ExecutionResult> | ExecutionResult;

const COMPILED_QUERIES = 1_000;

/** A subgraph in the same process: no socket, no token, the Viewer object itself. */
export function localTransport(subgraph: LocalSubgraph): SubgraphTransport {
  const compiled = new BoundedCache<Run>(COMPILED_QUERIES);

  const runFor = ({ query, operationName }: SubgraphRequest): Run => {
    const key = `${operationName ?? ''}\n${query}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const run = compile(subgraph, parse(query, { noLocation: true }), operationName ?? undefined);
    compiled.set(key, run);
    return run;
  };

  return {
    name: subgraph.name,
    execute: (request, { viewer }) => runFor(request)(subgraph.createContext(viewer), request.variables),
    close: () => Promise.resolve(),
  };
}

/** graphql-jit refuses some valid operations; graphql-js then answers them, more slowly. */
function compile({ schema }: LocalSubgraph, document: DocumentNode, operationName: string | undefined): Run {
  const compiled = tryCompile(schema, document, operationName);
  if (compiled !== undefined) return (context, variables) => compiled.query(undefined, context, { ...variables });
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
