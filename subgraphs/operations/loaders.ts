import DataLoader from 'dataloader';
import type { Viewer } from '../../shared/viewer/viewer.js';
import type { OperationsContext } from './context.js';
import type { FigureStore } from './figure/figure.store.js';
import type { OperationStore } from './operation/operation.store.js';
import type { ParticipationStore } from './participation/participation.store.js';

export interface OperationsStores {
  readonly operations: OperationStore;
  readonly figures: FigureStore;
  readonly participations: ParticipationStore;
}

/** Absent and unreadable operations both resolve to `null`. Made per request, with its viewer inside. */
export function operationsContext(viewer: Viewer, stores: OperationsStores): OperationsContext {
  return {
    viewer,
    operations: new DataLoader(async (ids: readonly string[]) => {
      const found = new Map((await stores.operations.findReadable(viewer, ids)).map((operation) => [operation._id, operation]));
      return ids.map((id) => found.get(id) ?? null);
    }),
    figures: new DataLoader(async (ids: readonly string[]) => groupByOperation(ids, await stores.figures.ofOperations(viewer, ids))),
    participations: new DataLoader(async (ids: readonly string[]) => groupByOperation(ids, await stores.participations.ofOperations(viewer, ids))),
  };
}

function groupByOperation<Item extends { readonly operation: string }>(ids: readonly string[], items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>(ids.map((id) => [id, []]));
  for (const item of items) groups.get(item.operation)?.push(item);
  return ids.map((id) => groups.get(id) ?? []);
}
