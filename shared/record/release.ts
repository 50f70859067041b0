import { isDeepStrictEqual } from 'node:util';
import type { Recipient } from '../handling/label.js';
import type { ReleaseGrant, ReleaseGroup } from '../handling/release-groups.js';
import type { DraftChange } from '../journal/draft.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { HandledRecord } from './handled-record.js';

/** A checked order to release a record. */
export interface ReleaseOrder {
  readonly to: Recipient;
  readonly purpose: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly withIdentity: boolean;
}

type ReleaseRuntime = Pick<SubgraphRuntime, 'handling' | 'visible' | 'ids'>;
type Released = Pick<HandledRecord<unknown>, '_id' | 'originator' | 'handling' | 'identityHandling' | 'handlingVersion'>;
type Moved = Pick<Released, 'handling' | 'identityHandling' | 'handlingVersion'>;
type Part = 'record' | 'identity';

interface PartRelease {
  readonly key: string;
  readonly changes: readonly DraftChange[];
}

/**
 * The first release of a part puts it under the same label with a release group of its own, which extends the group
 * it had; every further one adds its grant to that group in place. So only the first moves the record: `after` is
 * null for the others, and nothing changes at all where the same release stands already.
 */
export function releaseChanges(runtime: ReleaseRuntime, record: Released, order: ReleaseOrder): { after: Moved | null; changes: DraftChange[] } {
  const parts: readonly Part[] = order.withIdentity ? ['record', 'identity'] : ['record'];
  const groups = [...groupsOf(runtime, record.handling), ...groupsOf(runtime, record.identityHandling)];
  const already = groups.reduce((sum, { grants }) => sum + grants.length, 0);
  const grantId = runtime.ids.of(record.originator, 'release', JSON.stringify([record._id, already, order]));
  const [released, identity] = parts.map((part) => releasePart(runtime, record, part, grantId, order));
  const moved: Moved = {
    handling: released?.key ?? record.handling,
    identityHandling: identity?.key ?? record.identityHandling,
    handlingVersion: record.handlingVersion + 1,
  };
  const moves = moved.handling !== record.handling || moved.identityHandling !== record.identityHandling;
  return { after: moves ? moved : null, changes: [...(released?.changes ?? []), ...(identity?.changes ?? [])] };
}

/** The groups of a record in which a release is recalled; none when it has no such release. */
export function recallChanges(runtime: ReleaseRuntime, record: Released, releaseId: string): DraftChange[] {
  const groups = new Map([...groupsOf(runtime, record.handling), ...groupsOf(runtime, record.identityHandling)].map((group) => [group.id, group]));
  return [...groups.values()]
    .filter(({ grants }) => grants.some(({ id, recalled }) => id === releaseId && !recalled))
    .map((group) =>
      runtime.handling.releaseGroupChange({
        ...group,
        grants: group.grants.map((grant) => (grant.id === releaseId ? { ...grant, recalled: true } : grant)),
      }),
    );
}

/** Every release group that a label leads to, the newest first. */
export function groupsOf(runtime: Pick<ReleaseRuntime, 'handling' | 'visible'>, key: string | null): ReleaseGroup[] {
  const groups: ReleaseGroup[] = [];
  let id = key === null ? null : (runtime.visible.find(key)?.label.releaseGroup ?? null);
  while (id !== null) {
    const group = runtime.handling.findReleaseGroup(id);
    if (group === undefined || groups.includes(group)) break;
    groups.push(group);
    id = group.extends;
  }
  return groups;
}

/** The record and its identity have a group each: what is released without the identity must not open it. */
function releasePart(
  runtime: ReleaseRuntime,
  record: Released,
  part: Part,
  grantId: string,
  { to, purpose, until }: ReleaseOrder,
): PartRelease | null {
  const key = part === 'record' ? record.handling : record.identityHandling;
  const handled = key === null ? undefined : runtime.visible.find(key);
  if (key === null || handled === undefined) return null;
  const id = runtime.ids.of(record.originator, 'release-group', `${record._id}/${part}`);
  const grant = { id: grantId, to, purpose, until, recalled: false };
  const own = handled.label.releaseGroup === id ? runtime.handling.findReleaseGroup(id) : undefined;
  if (own !== undefined) {
    const stands = own.grants.some((one) => sameGrant(one, grant));
    return { key, changes: stands ? [] : [runtime.handling.releaseGroupChange({ ...own, grants: [...own.grants, grant] })] };
  }
  const group: ReleaseGroup = { id, originator: record.originator, extends: handled.label.releaseGroup, grants: [grant] };
  const used = runtime.handling.use({ ...handled.label, releaseGroup: id }, handled.reviewMonth);
  return { key: used.key, changes: [runtime.handling.releaseGroupChange(group), ...used.changes] };
}

function sameGrant(one: ReleaseGrant, other: ReleaseGrant): boolean {
  return !one.recalled && isDeepStrictEqual([one.to, one.purpose, one.until], [other.to, other.purpose, other.until]);
}
