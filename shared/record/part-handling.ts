import type { Label } from '../handling/label.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { InputIssues } from './input-issues.js';
import { labelFromInput } from './label-from-input.js';
import type { PartInput } from './part.input.js';
import type { PartHandling } from './record-writer.js';
import { reviewMonth } from './review-month.js';

/** The handling of a part: its own, or that of its record. */
export function partHandlingFromInput(
  runtime: Pick<SubgraphRuntime, 'directory' | 'visible' | 'clock'>,
  viewer: Viewer,
  recordLabel: Label,
  { handling, reviewMonth: asked }: PartInput,
  path: string,
  issues: InputIssues,
): PartHandling {
  return {
    label: handling ? labelFromInput(runtime, viewer, recordLabel.operation, handling, `${path}.handling`, issues) : recordLabel,
    reviewMonth: reviewMonth(asked, runtime.clock.now(), `${path}.reviewMonth`, issues),
  };
}

/** A correction replaces what the part says; how it is handled is the releaser's business. */
export function refusePartHandling({ handling, reviewMonth: asked }: PartInput, path: string, issues: InputIssues): void {
  if (handling) issues.add(`${path}.handling`, 'A correction leaves the handling as it is: relabel the record instead.');
  if (asked) issues.add(`${path}.reviewMonth`, 'A correction leaves the review month as it is.');
}
