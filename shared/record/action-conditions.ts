import type { HandlingQuery } from './handling-conditions.js';
import type { OperationQuery } from './operation-conditions.js';

/** Conditions on records of one kind; undefined means any. */
export interface ActionQuery extends HandlingQuery, OperationQuery {
  readonly country?: string | undefined;
  readonly dayFrom?: string | undefined;
  readonly dayTo?: string | undefined;
}

/** What a query demands of the record, of the identity part, which may carry a stricter label, and of its label and operation. */
export interface Conditions {
  readonly onRecord: readonly object[];
  readonly onIdentity: readonly object[];
  readonly onHandling?: HandlingQuery;
  readonly onOperation?: OperationQuery;
  /** Days and a country outside of which `onRecord` lets nothing through. */
  readonly onDays?: Pick<ActionQuery, 'dayFrom' | 'dayTo' | 'country'>;
}

export function actionConditions({ operation, country, dayFrom, dayTo }: ActionQuery): object[] {
  const conditions: object[] = [];
  if (operation !== undefined) conditions.push({ operation });
  if (country !== undefined) conditions.push({ country });
  if (dayFrom !== undefined) conditions.push({ day: { $gte: dayFrom } });
  if (dayTo !== undefined) conditions.push({ day: { $lte: dayTo } });
  return conditions;
}
