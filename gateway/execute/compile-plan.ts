import type { BatchFetchNode, FetchNode, FetchNodePathSegment, FetchRewrite, FlattenNode, PlanNode } from '@graphql-hive/router-query-planner';
import type { Step } from './execution.js';
import { compileEntityFetch } from './fetch-entities.js';
import { compileRootFetch } from './fetch-root.js';
import type { PlanEnvironment } from './plan-environment.js';

export function compilePlan(node: PlanNode | undefined, environment: PlanEnvironment): Step {
  if (node === undefined) return () => undefined;
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compilePlan(child, environment)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compilePlan(child, environment)));
    case 'Condition': {
      const whenTrue = compilePlan(node.ifClause ?? undefined, environment);
      const otherwise = compilePlan(node.elseClause ?? undefined, environment);
      return (execution) => (execution.variables[node.condition] === true ? whenTrue : otherwise)(execution);
    }
    case 'Fetch':
      return compileRootFetch(node, environment);
    case 'Flatten':
      return compileFlatten(node, environment);
    case 'BatchFetch':
      return compileBatchFetch(node, environment);
    case 'Subscription':
    case 'Defer':
      throw new TypeError(`The query plan contains a ${node.kind} node, which this gateway does not offer.`);
  }
}

function inSequence(steps: readonly Step[]): Step {
  const runFrom = (first: number): Step => (execution) => {
    for (let index = first; index < steps.length; index++) {
      const waiting = steps[index]?.(execution);
      if (waiting !== undefined) return waiting.then(() => runFrom(index + 1)(execution));
    }
    return undefined;
  };
  return runFrom(0);
}

function inParallel(steps: readonly Step[]): Step {
  return (execution) => {
    const waiting = steps.map((step) => step(execution)).filter((step) => step !== undefined);
    return waiting.length === 0 ? undefined : Promise.all(waiting).then(() => undefined);
  };
}

function compileFlatten({ path, node }: FlattenNode, environment: PlanEnvironment): Step {
  if (!isFetch(node)) return compilePlan(node, environment);
  return compileEntityFetch(
    {
      serviceName: node.serviceName,
      operation: node.operation,
      operationName: node.operationName ?? null,
      variableUsages: node.variableUsages,
      batches: [
        {
          key: '_entities',
          variable: 'representations',
          paths: [path],
          requires: node.requires ?? [],
          inputRewrites: node.inputRewrites,
          outputRewrites: node.outputRewrites?.map(fromEntity),
        },
      ],
    },
    environment,
  );
}

function compileBatchFetch(node: BatchFetchNode, environment: PlanEnvironment): Step {
  return compileEntityFetch(
    {
      serviceName: node.serviceName,
      operation: node.operation,
      operationName: node.operationName ?? null,
      variableUsages: node.variableUsages,
      batches: node.entityBatch.aliases.map((batch) => ({
        key: batch.alias,
        variable: batch.representationsVariableName,
        paths: batch.paths,
        requires: batch.requires,
        inputRewrites: batch.inputRewrites,
        outputRewrites: batch.outputRewrites,
      })),
    },
    environment,
  );
}

function isFetch(node: PlanNode): node is FetchNode {
  return node.kind === 'Fetch';
}

/** Some rewrites of a flattened fetch begin at its result, others at the entity, as those of a batch always do. */
function fromEntity(rewrite: FetchRewrite): FetchRewrite {
  if ('KeyRenamer' in rewrite) return { KeyRenamer: { ...rewrite.KeyRenamer, path: withoutResult(rewrite.KeyRenamer.path) } };
  if ('ValueSetter' in rewrite) return { ValueSetter: { ...rewrite.ValueSetter, path: withoutResult(rewrite.ValueSetter.path) } };
  return { ...rewrite, path: withoutResult(rewrite.path) };
}

function withoutResult(path: FetchNodePathSegment[]): FetchNodePathSegment[] {
  const [first, ...rest] = path;
  return first !== undefined && 'Key' in first && first.Key === '_entities' ? rest : path;
}
