import { AgencyReference } from '../graphql/references/agency.reference.js';
import type { Label } from '../handling/label.js';
import { grantFor, speaksFor } from '../handling/may-read.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';

/** Conditions on how a record is handled; undefined means any. */
export interface HandlingQuery {
  /** The label of a record names the operation under which it was made. */
  readonly operation?: string | undefined;
  /** Code of an organisation, or `MINE`. */
  readonly originator?: string | undefined;
  readonly releasedToMe?: boolean | undefined;
}

/** Stands for the viewer's own organisation and those that were merged into it. */
export const MINE = 'mine';

/**
 * Whether a label is one that a query asks for. It is put only to labels that the viewer sees already, so it can
 * narrow what is shown and never widen it. Null where the query asks for nothing.
 */
export function handlingCondition(
  { directory, visible }: Pick<SubgraphRuntime, 'directory' | 'visible'>,
  viewer: Viewer,
  { operation, originator, releasedToMe }: HandlingQuery = {},
): ((label: Label) => boolean) | null {
  if (operation === undefined && originator === undefined && releasedToMe === undefined) return null;
  const facts = visible.facts();
  const isMine = (label: Label): boolean => speaksFor(viewer, label.originator, facts);
  // A record does not name an originator whose register entry its reader may not see; neither does a condition.
  const named = originator === undefined || originator === MINE ? null : AgencyReference.readable(viewer, originator, directory(), facts);
  return (label) => {
    if (operation !== undefined && label.operation !== operation) return false;
    if (originator === MINE ? !isMine(label) : originator !== undefined && label.originator !== named?.ref) return false;
    return releasedToMe === undefined || releasedToMe === (!isMine(label) && grantFor(viewer, label, facts) !== undefined);
  };
}
