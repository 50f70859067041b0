import { CollectionFeed } from '../../shared/directory/collection-feed.js';
import type { OperationEntry, OperationFeed, ParticipationEntry } from '../../shared/directory/directory-feed.js';
import type { SubgraphRuntime } from '../../shared/subgraph-server/subgraph-runtime.js';
import type { OperationsStores } from './loaders.js';
import { periodDays } from './operation/period.js';

/** What rights follow from, operations' labels and who takes part, and by what tallies over several are compared. */
export function operationsFeed(runtime: SubgraphRuntime, stores: OperationsStores): OperationFeed {
  const collections = ['operations', 'participations', 'participation_decisions', 'labels'];
  return new CollectionFeed<OperationEntry>(runtime.journal, collections, async () => {
    const [operations, { participations, decisions }] = await Promise.all([
      stores.operations.allForDirectory(),
      stores.participations.allForDirectory(),
    ]);
    const decisionsOf = groupBy(decisions, ({ participation }) => participation);
    const participationsOf = groupBy(participations, ({ operation }) => operation);
    return operations.flatMap(({ _id: id, code, originator, handling, exercise, period, crimeTypes }): OperationEntry[] => {
      const label = runtime.visible.find(handling)?.label;
      if (label === undefined) return [];
      const taking = (participationsOf.get(id) ?? []).map(
        ({ _id, organisation, role, founding, joinedAt, endedAt }): ParticipationEntry => ({
          organisation,
          role,
          founding,
          joinedAt: Date.parse(joinedAt),
          endedAt: endedAt === null ? null : Date.parse(endedAt),
          decisions: new Map((decisionsOf.get(_id) ?? []).map((decision) => [decision.originator, decision.decision])),
        }),
      );
      return [{ id, code, coordinatingBody: originator, label, exercise, period: periodDays(period), crimeTypes, participations: taking }];
    });
  });
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
