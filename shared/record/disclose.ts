import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';

/** A record that is about to be shown or counted, with the keys of those of its labels that open it. */
export interface Shown {
  readonly id: string;
  readonly originator: string;
  readonly handlings: readonly (string | null)[];
}

/**
 * Writes down what is shown or counted of other organisations' AMBER or stricter information, before it leaves.
 * Throws UNAVAILABLE where the log cannot be written: then nothing of it may be shown.
 */
export async function disclose(
  { visible, disclosures }: Pick<SubgraphRuntime, 'visible' | 'disclosures'>,
  viewer: Viewer,
  records: readonly Shown[],
  counted: boolean,
): Promise<void> {
  const owners = new Map<string, { labels: Set<string>; ids: Set<string> }>();
  for (const { id, originator, handlings } of records) {
    for (const key of handlings) {
      const label = key === null ? undefined : visible.find(key)?.label;
      if (key === null || label === undefined || !visible.isOthersStricter(viewer, label)) continue;
      const owner = owners.get(originator) ?? { labels: new Set(), ids: new Set() };
      owners.set(originator, owner);
      owner.labels.add(key);
      owner.ids.add(id);
    }
  }
  if (owners.size === 0) return;
  await disclosures.record({
    viewer,
    owners: new Map(
      [...owners].sort(byKey).map(([owner, { labels, ids }]) => [
        owner,
        { labels: [...labels].sort(), ids: counted ? [] : [...ids], counted: counted ? ids.size : 0 },
      ]),
    ),
  });
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
