import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { OperationRecord } from '../operation/operation.model.js';
import type { FigureBounds } from './figure-bounds.js';
import type { FigureRecord } from './figure.model.js';
import type { FigureStore } from './figure.store.js';
import { wholeBounds, type Subject } from './whole-bounds.js';

/** An operation, what the viewer may read that was stated of it as a whole, and to what that bounds the number. */
export interface MeasuredOperation {
  readonly operation: OperationRecord;
  readonly statements: readonly FigureRecord[];
  readonly bounds: FigureBounds;
}

/** Measures operations that the viewer may read by the figures that it may read. */
export async function measureOperations(store: FigureStore, viewer: Viewer, operations: readonly OperationRecord[], subject: Subject): Promise<MeasuredOperation[]> {
  const figures = await store.ofWhole(viewer, operations.map(({ _id }) => _id), subject);
  const statementsOf = new Map<string, FigureRecord[]>(operations.map(({ _id }) => [_id, []]));
  for (const figure of figures) statementsOf.get(figure.operation)?.push(figure);
  return operations.map((operation) => {
    const statements = statementsOf.get(operation._id) ?? [];
    return { operation, statements, bounds: wholeBounds(statements, operation.conflicts, subject) };
  });
}
