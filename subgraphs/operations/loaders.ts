import DataLoader from 'dataloader';
import { recordLoader } from '../../shared/record/record-loader.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import type { OperationsContext } from './context.js';
import type { CriminalGroupStore } from './criminal-group/criminal-group.store.js';
import type { FigureStore } from './figure/figure.store.js';
import type { OperationStore } from './operation/operation.store.js';
import type { ParticipationStore } from './participation/participation.store.js';

export interface OperationsStores {
  readonly operations: OperationStore;
  readonly figures: FigureStore;
  readonly participations: ParticipationStore;
  readonly criminalGroups: CriminalGroupStore;
}

/** Absent and unreadable operations both resolve to `null`. Made per request, with its viewer inside. */
export function operationsContext(viewer: Viewer, stores: OperationsStores): OperationsContext {
  return {
    viewer,
    operations: new DataLoader(async (ids: readonly string[]) => {
      const found = new Map((await stores.operations.findReadable(viewer, ids)).map((operation) => [operation._id, operation]));
      return ids.map((id) => found.get(id) ?? null);
    }),
    figures: new DataLoader(async (ids: readonly string[]) => groupBy(ids, await stores.figures.ofOperations(viewer, ids), ({ operation }) => operation)),
    participations: new DataLoader(async (ids: readonly string[]) => groupBy(ids, await stores.participations.ofOperations(viewer, ids), ({ operation }) => operation)),
    criminalGroups: recordLoader(viewer, stores.criminalGroups),
    groupsOfOperation: new DataLoader(async (ids: readonly string[]) => groupBy(ids, await stores.criminalGroups.ofOperations(viewer, ids), ({ record }) => record.operation)),
  };
}

function groupBy<Item>(ids: readonly string[], items: readonly Item[], operationOf: (item: Item) => string | null): Item[][] {
  const groups = new Map<string | null, Item[]>(ids.map((id) => [id, []]));
  for (const item of items) groups.get(operationOf(item))?.push(item);
  return ids.map((id) => groups.get(id) ?? []);
}
