import DataLoader from 'dataloader';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { ArrestStore, MemberFacts } from '../arrest/arrest.store.js';

export type MemberLoader = DataLoader<string, readonly MemberFacts[]>;

/** The members that one viewer sees, by group; whether it may read the groups has been asked. Made per request. */
export function memberLoader(viewer: Viewer, store: ArrestStore): MemberLoader {
  return new DataLoader(async (groups: readonly string[]) => {
    const found = new Map<string | null | undefined, MemberFacts[]>(groups.map((group) => [group, []]));
    for (const member of await store.countableMembers(viewer, { groups })) found.get(member.group)?.push(member);
    return groups.map((group) => found.get(group) ?? []);
  });
}
