import type { InputIssues } from '../../../shared/record/input-issues.js';
import { quoted } from '../../../shared/record/quoted.js';
import { nameableCriminalGroup, nameableCriminalGroupByKey } from '../../../shared/record/readable-criminal-group.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { ArrestRecord } from '../arrest/arrest.model.js';

type GroupRuntime = Pick<SubgraphRuntime, 'directory' | 'visible'>;
type Membership = Pick<ArrestRecord, 'group' | 'cell'>;

/** What an officer says about group and cell, by their codes; undefined says nothing, null clears. */
interface SaidMembership {
  readonly group?: string | null | undefined;
  readonly cell?: string | null | undefined;
}

/** Reads a membership. A group that the viewer may not name is as good as none; a group said anew takes no cell along. */
export function membershipFromInput(runtime: GroupRuntime, viewer: Viewer, { group: code, cell }: SaidMembership, issues: InputIssues): Membership {
  if (code === undefined) return cell === undefined ? {} : { cell };
  if (code === null) {
    if (cell != null) issues.add('cell', 'A cell is one of a group: name the group, or leave the cell out.');
    return { group: null, cell: null };
  }
  const group = nameableCriminalGroup(runtime, viewer, code)?.id;
  if (group === undefined) issues.add('group', `There is no criminal group ${quoted(code)} that you may name.`);
  return group === undefined ? {} : { group, cell: cell ?? null };
}

/** Adds what is wrong with the cell of an arrest as it would stand. */
export function checkCell(runtime: GroupRuntime, viewer: Viewer, { group, cell }: Membership, issues: InputIssues): void {
  if (cell == null) return;
  const cells = nameableCriminalGroupByKey(runtime, viewer, group)?.cells ?? [];
  if (!cells.includes(cell)) issues.add('cell', `There is no cell ${quoted(cell)} in a criminal group that you may name here.`);
}
