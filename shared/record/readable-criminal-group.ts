import type { CriminalGroupEntry } from '../directory/directory-feed.js';
import type { CriminalGroupId } from '../handling/label.js';
import { mayName, mayRead, type HandlingFacts } from '../handling/may-read.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';

type GroupRuntime = Pick<SubgraphRuntime, 'directory' | 'visible'>;

/**
 * The criminal group with a made-up or real key, where the viewer may read it: the referring subgraph asks itself,
 * because the planner may never ask the owner.
 */
export function readableCriminalGroup(runtime: GroupRuntime, viewer: Viewer, key: unknown): CriminalGroupEntry | undefined {
  const entry = typeof key === 'string' ? runtime.directory().criminalGroup(key) : undefined;
  return entry !== undefined && mayRead(viewer, handledOf(entry), factsFor(runtime, entry)) ? entry : undefined;
}

/**
 * The criminal group with a code (`jp-ncb/crane`), where the viewer may name it and the organisation in the code:
 * otherwise the code of a group that one may read would tell that a hidden organisation exists.
 */
export function nameableCriminalGroup(runtime: GroupRuntime, viewer: Viewer, code: string): CriminalGroupEntry | undefined {
  for (const entry of runtime.directory().criminalGroups()) {
    if (criminalGroupCode(entry) !== code) continue;
    const originator = runtime.directory().organisation(entry.originator);
    const named = originator !== undefined && mayName(viewer, { label: originator.label, reviewMonth: null, erased: false }, runtime.visible.facts());
    if (named && mayName(viewer, handledOf(entry), factsFor(runtime, entry))) return entry;
  }
  return undefined;
}

/** The criminal group that a record names already, where the viewer may name it too. */
export function nameableCriminalGroupByKey(runtime: GroupRuntime, viewer: Viewer, key: CriminalGroupId | null | undefined): CriminalGroupEntry | undefined {
  const entry = key == null ? undefined : runtime.directory().criminalGroup(key);
  return entry !== undefined && mayName(viewer, handledOf(entry), factsFor(runtime, entry)) ? entry : undefined;
}

/** The code of a criminal group: its originator's own name for it, behind the name of the originator. */
export function criminalGroupCode({ originator, reference }: Pick<CriminalGroupEntry, 'originator' | 'reference'>): string {
  return `${originator}/${reference}`;
}

function handledOf({ label }: CriminalGroupEntry): Parameters<typeof mayRead>[1] {
  return { label, reviewMonth: null, erased: false };
}

/** The releases of a group stand in its owner's subgraph and come with the entry. */
function factsFor({ visible }: GroupRuntime, { label, grants }: CriminalGroupEntry): HandlingFacts {
  const facts = visible.facts();
  return { ...facts, grants: (group) => (group === label.releaseGroup ? grants : facts.grants(group)) };
}
