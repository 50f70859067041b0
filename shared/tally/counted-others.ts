import type { DisclosedRecords } from '../disclosure/disclosure.js';
import type { StricterLabels } from './audience.js';
import type { Dictionary } from './dictionary.js';
import type { GroupedRows } from './grouped-rows.js';

/** What a tally tells of other organisations' AMBER or stricter records, by owner, as the disclosure log keeps it. */
export function countedOthers(stricter: StricterLabels, { labels }: Pick<GroupedRows, 'labels'>, keys: Dictionary): Map<string, DisclosedRecords> {
  const owners = new Map<string, { readonly labels: string[]; readonly ids: readonly string[]; counted: number }>();
  for (const [label, originator] of stricter) {
    const records = labels.get(label);
    if (records === 0) continue;
    const owner = owners.get(originator) ?? { labels: [], ids: [], counted: 0 };
    owners.set(originator, owner);
    owner.labels.push(keys.valueOf(label) ?? '');
    owner.counted += records;
  }
  return new Map([...owners].sort(([one], [other]) => (one < other ? -1 : 1)));
}
