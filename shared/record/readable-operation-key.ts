import { mayCount } from '../handling/may-read.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';

/**
 * Whether a made-up or real key names an operation that the viewer may read: the referring subgraph asks itself,
 * because the planner may never ask the owner. A dashboard reads operations as it reads tallies.
 */
export function isReadableOperation(
  { directory, visible }: Pick<SubgraphRuntime, 'directory' | 'visible'>,
  viewer: Viewer,
  key: unknown,
): key is string {
  const entry = typeof key === 'string' ? directory().operation(key) : undefined;
  return entry !== undefined && mayCount(viewer, { label: entry.label, reviewMonth: null, erased: false }, visible.facts());
}
