import type { FlattenNodePathSegment, FetchRewrite, RequiresSelection } from '@graphql-hive/router-query-planner';
import { Kind, parse, type ExecutionResult, type GraphQLError } from 'graphql';
import { callSubgraph } from './call-subgraph.js';
import { compileEntityPath, type AnswerPath } from './entity-path.js';
import type { Execution, Step } from './execution.js';
import { operationOf } from './operation-of.js';
import { pickVariables } from './pick-variables.js';
import type { PlanEnvironment } from './plan-environment.js';
import { RepresentationList } from './representation-list.js';
import { compileRepresentation } from './representations.js';
import { shapeOf, visiblePath } from './response-shape.js';
import { isResponseObject, type ResponseObject } from './response-tree.js';
import { compileRewrites, rewritePath } from './rewrites.js';
import { reportedBySubgraph, subgraphUnavailable } from './subgraph-errors.js';

/** A fetch for entities: the same for one path (Flatten) and for several batched under aliases (BatchFetch). */
export interface EntityFetch {
  readonly serviceName: string;
  readonly operation: string;
  readonly operationName: string | null;
  readonly variableUsages: readonly string[] | undefined;
  readonly batches: readonly EntityBatch[];
}

export interface EntityBatch {
  /** Where the answers stand in the result, one for each representation. */
  readonly key: string;
  readonly variable: string;
  readonly paths: readonly (readonly FlattenNodePathSegment[])[];
  readonly requires: readonly RequiresSelection[];
  /** Both kinds of rewrites begin at the entity. */
  readonly inputRewrites: readonly FetchRewrite[] | undefined;
  readonly outputRewrites: readonly FetchRewrite[] | undefined;
}

/** One entity that waits for the answer to the representation with that index. */
interface Waiting {
  readonly entity: ResponseObject;
  readonly index: number;
  readonly at: AnswerPath;
}

export function compileEntityFetch(fetch: EntityFetch, environment: PlanEnvironment): Step {
  const { serviceName, operation, operationName } = fetch;
  const transport = environment.transportOf(serviceName);
  const variablesFor = pickVariables(fetch.variableUsages);
  const batches = fetch.batches.map((batch) => compileBatch(batch, fetch, environment));

  return (execution) => {
    const lists = new Map(batches.map(({ variable }) => [variable, new RepresentationList()]));
    const waiting = batches.map((batch) => batch.collect(execution, lists.get(batch.variable) ?? new RepresentationList()));
    if (waiting.every((entities) => entities.length === 0)) return undefined;

    const representations = [...lists].map(([variable, list]) => [variable, list.representations] as const);
    const variables = { ...variablesFor(execution.variables), ...Object.fromEntries(representations) };
    const everyBatch = (act: (batch: CompiledBatch, entities: readonly Waiting[]) => void): void => {
      for (const [index, batch] of batches.entries()) act(batch, waiting[index] ?? []);
    };

    return callSubgraph(transport, { query: operation, operationName, variables, repeatable: true }, execution.context, {
      answered: (result) => {
        everyBatch((batch, entities) => { batch.settle(execution, entities, result); });
      },
      failed: (error) => {
        everyBatch((batch, entities) => {
          batch.reportEverywhere(execution, entities, (path) => subgraphUnavailable(serviceName, error, path, false));
        });
      },
    });
  };
}

interface CompiledBatch {
  readonly variable: string;
  collect(execution: Execution, list: RepresentationList): Waiting[];
  settle(execution: Execution, entities: readonly Waiting[], result: ExecutionResult): void;
  reportEverywhere(execution: Execution, entities: readonly Waiting[], error: (path: AnswerPath) => GraphQLError): void;
}

function compileBatch(batch: EntityBatch, { serviceName, operation }: EntityFetch, { meets, shape }: PlanEnvironment): CompiledBatch {
  const paths = batch.paths.map((path) => compileEntityPath(path, meets));
  const represent = compileRepresentation(batch.requires, meets);
  const rewriteRepresentation = compileRewrites(batch.inputRewrites, meets);
  const rewriteResult = compileRewrites(batch.outputRewrites, meets);
  const fields = fieldsUnder(operation, batch.key);

  const callerPath = (at: AnswerPath, inEntity: AnswerPath): AnswerPath =>
    visiblePath(shape, [...at, ...rewritePath(inEntity, batch.outputRewrites)]);

  const reportEverywhere: CompiledBatch['reportEverywhere'] = (execution, entities, error) => {
    for (const { at } of entities) {
      const places = fields.map((field) => callerPath(at, [field])).filter((path) => path.length > at.length);
      for (const path of places.length > 0 ? places : [visiblePath(shape, at)]) execution.report(error(path));
    }
  };

  const report = (execution: Execution, entities: readonly Waiting[], error: GraphQLError): void => {
    const told = (path: AnswerPath) => reportedBySubgraph(serviceName, error, path);
    const [key, index, ...inEntity] = error.path ?? [];
    if (key === undefined || (key === batch.key && index === undefined)) reportEverywhere(execution, entities, told);
    if (key !== batch.key) return;
    for (const waiting of entities) {
      if (waiting.index !== index) continue;
      if (inEntity.length === 0) reportEverywhere(execution, [waiting], told);
      else execution.report(told(callerPath(waiting.at, inEntity)));
    }
  };

  return {
    variable: batch.variable,
    reportEverywhere,

    collect(execution, list) {
      const waiting: Waiting[] = [];
      for (const visitEntities of paths) {
        visitEntities(execution.tree, (entity, at) => {
          const representation = represent(entity);
          if (representation === null) return;
          const index = list.add(rewriteRepresentation(representation));
          waiting.push({ entity, index, at: [...at] });
        });
      }
      return waiting;
    },

    settle(execution, entities, { data, errors = [] }) {
      for (const error of errors) report(execution, entities, error);
      const answers = rewriteResult(data?.[batch.key]);
      if (!Array.isArray(answers)) return;
      for (const { entity, index } of entities) {
        const answer: unknown = answers[index];
        if (isResponseObject(answer)) execution.tree.merge(entity, answer);
      }
    },
  };
}

/** The fields that this fetch adds to its entities. */
function fieldsUnder(operation: string, key: string): readonly string[] {
  const document = parse(operation, { noLocation: true });
  const entities = operationOf(document).selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD && (selection.alias?.value ?? selection.name.value) === key && selection.selectionSet
      ? [selection.selectionSet]
      : [],
  );
  return [...shapeOf(document, entities).fields.keys()].filter((field) => field !== '__typename');
}
