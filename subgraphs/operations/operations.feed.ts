import { CollectionFeed } from '../../shared/directory/collection-feed.js';
import type { CriminalGroupEntry, OperationEntry, OperationFeed, ParticipationEntry } from '../../shared/directory/directory-feed.js';
import type { SubgraphRuntime } from '../../shared/subgraph-server/subgraph-runtime.js';
import { CRIMINAL_GROUPS } from './criminal-group/criminal-group.store.js';
import type { OperationsStores } from './loaders.js';
import { periodDays } from './operation/period.js';

/** What rights follow from, operations' labels and who takes part, and by what tallies over several are compared. */
export function operationsFeed(runtime: SubgraphRuntime, stores: OperationsStores): OperationFeed {
  const collections = ['operations', 'participations', 'participation_decisions', CRIMINAL_GROUPS, 'labels', 'release_groups'];
  return new CollectionFeed<OperationEntry>(runtime.journal, collections, async () => {
    const [operations, { participations, decisions }, groups] = await Promise.all([
      stores.operations.allForDirectory(),
      stores.participations.allForDirectory(),
      stores.criminalGroups.allForDirectory(),
    ]);
    const decisionsOf = groupBy(decisions, ({ participation }) => participation);
    const participationsOf = groupBy(participations, ({ operation }) => operation);
    const groupsOf = groupBy(groups, ({ operation }) => operation ?? '');
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
      const criminalGroups = (groupsOf.get(id) ?? []).flatMap((group) => groupEntry(runtime, group));
      return [{ id, code, coordinatingBody: originator, label, exercise, period: periodDays(period), crimeTypes, participations: taking, criminalGroups }];
    });
  });
}

/** A retracted group has no label, and nobody can name it. */
function groupEntry({ visible, handling }: SubgraphRuntime, group: DirectoryGroup): CriminalGroupEntry[] {
  const label = group.handling === null ? undefined : visible.find(group.handling)?.label;
  if (label === undefined) return [];
  const { _id: id, originator, reference, cells } = group;
  const grants = label.releaseGroup === null ? [] : handling.grantsOf(label.releaseGroup);
  return [{ id, originator, reference, label, grants, cells: cells.map(({ code }) => code) }];
}

type DirectoryGroup = Awaited<ReturnType<OperationsStores['criminalGroups']['allForDirectory']>>[number];

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
