import type { Label, Recipient } from '../handling/label.js';
import type { ReleaseGroup } from '../handling/release-groups.js';
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
type Released = Pick<HandledRecord<unknown>, '_id' | 'originator' | 'handling' | 'identityHandling' | 'version' | 'identityVersion'>;
type Moved = Partial<Pick<Released, 'handling' | 'identityHandling' | 'version' | 'identityVersion'>>;

/**
 * A release puts the record under the same label with a release group of its own, which extends the group it had.
 * From then on grants and recalls change the group in place and move no record.
 */
export function releaseChanges(
  runtime: ReleaseRuntime,
  record: Released,
  order: ReleaseOrder,
): { after: Moved; changes: DraftChange[] } {
  const grantId = runtime.ids.of(record.originator, 'release', JSON.stringify([record._id, record.version, record.identityVersion, order]));
  const handling = intoGroup(runtime, record, record.handling, grantId, order);
  const identity = order.withIdentity ? intoGroup(runtime, record, record.identityHandling, grantId, order) : null;
  return {
    after: {
      ...(handling === null ? {} : { handling: handling.key, version: record.version + 1 }),
      ...(identity === null ? {} : { identityHandling: identity.key, identityVersion: record.identityVersion + 1 }),
    },
    changes: once([...(handling?.changes ?? []), ...(identity?.changes ?? [])]),
  };
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

function intoGroup(
  runtime: ReleaseRuntime,
  record: Released,
  key: string | null,
  grantId: string,
  { to, purpose, until }: ReleaseOrder,
): { key: string; changes: DraftChange[] } | null {
  const handled = key === null ? undefined : runtime.visible.find(key);
  if (handled === undefined) return null;
  const id = runtime.ids.of(record.originator, 'release-group', `${grantId}/${handled.label.releaseGroup ?? ''}`);
  const group: ReleaseGroup = {
    id,
    originator: record.originator,
    extends: handled.label.releaseGroup,
    grants: [{ id: grantId, to, purpose, until, recalled: false }],
  };
  const label: Label = { ...handled.label, releaseGroup: id };
  const used = runtime.handling.use(label, handled.reviewMonth);
  return { key: used.key, changes: [runtime.handling.releaseGroupChange(group), ...used.changes] };
}

/** Record and identity that had the same releases before get the same group: it is written once. */
function once(changes: readonly DraftChange[]): DraftChange[] {
  return [...new Map(changes.map((change) => [`${change.collection}/${change.id}`, change])).values()];
}
