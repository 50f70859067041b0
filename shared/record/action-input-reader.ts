import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { Label, OperationId } from '../handling/label.js';
import type { ActionRecord } from './action-record.js';
import type { RecordActionInput } from './action-record.inputs.js';
import type { InputIssues } from './input-issues.js';
import { labelFromInput, nameableOrganisation } from './label-from-input.js';
import { operationToRecordUnder } from './operation-to-record-under.js';

type ActionContent = Pick<ActionRecord<unknown>, 'agency' | 'country' | 'day'>;

export interface NewAction {
  readonly operation: OperationId | null;
  readonly label: Label;
  readonly content: ActionContent;
}

/** Reads what every recording says; where and when are checked by `checkAction`, in corrections too. */
export function actionFromInput(
  runtime: Pick<SubgraphRuntime, 'directory' | 'visible' | 'clock'>,
  viewer: Viewer,
  { operation: operationCode, agency, country, day, handling }: RecordActionInput,
  issues: InputIssues,
): NewAction {
  const operation = operationToRecordUnder(runtime, viewer, operationCode, issues);
  const label = labelFromInput(runtime, viewer, operation, handling, 'handling', issues);
  const acting = agency ? nameableOrganisation(runtime, viewer, agency, 'agency', issues)?.id : viewer.organisation;
  return { operation, label, content: { agency: acting ?? viewer.organisation, country, day } };
}

export function checkAction({ country, day }: Partial<ActionContent>, now: Date, issues: InputIssues): void {
  if (country !== undefined) issues.country('country', country);
  if (day !== undefined) issues.pastDay('day', day, now);
}
