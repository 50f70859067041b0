import type { OperationId } from '../handling/label.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import { isReadableOperation } from './readable-operation-key.js';

/** Conditions on the operation of a record; undefined means any. */
export interface OperationQuery {
  /** Any of them. Whoever names them has asked whether the viewer may read them. */
  readonly operations?: readonly OperationId[] | undefined;
  readonly exercise?: boolean | undefined;
  /** Whether it is one that the viewer may read, as `operation` of a record is null or not. */
  readonly underOperation?: boolean | undefined;
}

/** Operations of which a record has one, or has none; undefined where that is not asked. */
export interface OperationChoice {
  readonly operations?: readonly OperationId[] | undefined;
  readonly operationsNot?: readonly OperationId[] | undefined;
}

type ChoiceRuntime = Pick<SubgraphRuntime, 'directory' | 'visible'>;

/**
 * Turns what a viewer asks of operations into their keys. An operation that the viewer may not read is as good as
 * none: its records, which only their originator sees, count as made under no operation and in no exercise.
 */
export function operationChoice(runtime: ChoiceRuntime, viewer: Viewer, { operations, exercise, underOperation }: OperationQuery): OperationChoice {
  const demands: OperationChoice[] = [];
  if (operations !== undefined) demands.push({ operations });
  if (exercise !== undefined) demands.push(amongThem(exercise, readableOperations(runtime, viewer, true)));
  if (underOperation !== undefined) demands.push(amongThem(underOperation, readableOperations(runtime, viewer)));
  return demands.reduce(both, {});
}

/** The same as a condition on stored records, under the name that the field of the operation has there. */
export function operationConditions({ operations, operationsNot }: OperationChoice, field = 'operation'): object[] {
  return [...(operations === undefined ? [] : [{ [field]: { $in: [...operations] } }]), ...(operationsNot === undefined ? [] : [{ [field]: { $nin: [...operationsNot] } }])];
}

function amongThem(asked: boolean, operations: readonly OperationId[]): OperationChoice {
  return asked ? { operations } : { operationsNot: operations };
}

function both(one: OperationChoice, other: OperationChoice): OperationChoice {
  const not = new Set([...(one.operationsNot ?? []), ...(other.operationsNot ?? [])]);
  const named = one.operations === undefined ? other.operations : other.operations === undefined ? one.operations : one.operations.filter((id) => other.operations?.includes(id));
  if (named !== undefined) return { operations: named.filter((id) => !not.has(id)) };
  return not.size === 0 ? {} : { operationsNot: [...not] };
}

function readableOperations(runtime: ChoiceRuntime, viewer: Viewer, exercise?: boolean): OperationId[] {
  return [...runtime.directory().operations()]
    .filter((entry) => (exercise === undefined || entry.exercise === exercise) && isReadableOperation(runtime, viewer, entry.id))
    .map(({ id }) => id)
    .sort();
}
