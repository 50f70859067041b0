import type { OperationId } from '../handling/label.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import { speaksFor } from '../handling/may-read.js';
import type { InputIssues } from './input-issues.js';
import { readableOperation } from './label-from-input.js';
import { quoted } from './quoted.js';

/** The operation that an officer names: readable, and one in which their organisation takes part or which it coordinates. */
export function operationToRecordUnder(
  runtime: Pick<SubgraphRuntime, 'directory' | 'visible' | 'clock'>,
  viewer: Viewer,
  code: string | null | undefined,
  issues: InputIssues,
): OperationId | null {
  if (code === null || code === undefined) return null;
  const id = readableOperation(runtime, viewer, code);
  if (id === undefined) {
    issues.add('operation', `There is no operation ${quoted(code)} that you may name.`);
    return null;
  }
  const directory = runtime.directory();
  const now = runtime.clock.now().getTime();
  const takesPart = directory
    .participations(id, viewer.organisation)
    .some(({ role, joinedAt, endedAt }) => role !== 'OBSERVER' && joinedAt <= now && (endedAt === null || now < endedAt));
  const body = directory.operation(id)?.coordinatingBody;
  if (!takesPart && (body === undefined || !speaksFor(viewer, body, directory))) {
    issues.add('operation', `Your organisation takes no part in ${quoted(code)}: only participants and the coordinating body record under it.`);
  }
  return id;
}
