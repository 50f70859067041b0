import type { FetchNode } from '@graphql-hive/router-query-planner';
import { parse, type ExecutionResult } from 'graphql';
import { callSubgraph } from './call-subgraph.js';
import type { AnswerPath } from './entity-path.js';
import type { Execution, Step } from './execution.js';
import { operationOf } from './operation-of.js';
import { pickVariables } from './pick-variables.js';
import type { PlanEnvironment } from './plan-environment.js';
import { responseShape, visiblePath } from './response-shape.js';
import { isResponseObject } from './response-tree.js';
import { compileRewrites, rewritePath } from './rewrites.js';
import { reportedBySubgraph, subgraphUnavailable } from './subgraph-errors.js';

/** A fetch at the root of a query or mutation. */
export function compileRootFetch(node: FetchNode, { transportOf, meets, shape }: PlanEnvironment): Step {
  const transport = transportOf(node.serviceName);
  const rewrite = compileRewrites(node.outputRewrites, meets);
  const variablesFor = pickVariables(node.variableUsages);
  const mutation = node.operationKind === 'mutation';
  const request = { query: node.operation, operationName: node.operationName ?? null, repeatable: !mutation };

  const callerPath = (path: AnswerPath): AnswerPath => visiblePath(shape, rewritePath(path, node.outputRewrites));
  const document = parse(node.operation, { noLocation: true });
  const places = [...responseShape(document, operationOf(document)).fields.keys()]
    .map((key) => callerPath([key]))
    .filter((path) => path.length > 0);

  const reportEverywhere = (execution: Execution, error: (path: AnswerPath) => ReturnType<typeof subgraphUnavailable>): void => {
    for (const path of places) execution.report(error(path));
  };

  const answered = (execution: Execution, { data, errors = [] }: ExecutionResult): void => {
    for (const error of errors) {
      const told = (path: AnswerPath) => reportedBySubgraph(node.serviceName, error, path);
      if (error.path === undefined) reportEverywhere(execution, told);
      else execution.report(told(callerPath(error.path)));
    }
    const rewritten = rewrite(data);
    if (isResponseObject(rewritten)) execution.tree.merge(execution.tree.root, rewritten);
  };

  return (execution) =>
    callSubgraph(transport, { ...request, variables: variablesFor(execution.variables) }, execution.context, {
      answered: (result) => { answered(execution, result); },
      failed: (error) => {
        reportEverywhere(execution, (path) => subgraphUnavailable(node.serviceName, error, path, mutation));
      },
    });
}
