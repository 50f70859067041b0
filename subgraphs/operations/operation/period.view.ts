import { parsePartialDate } from '../../../shared/calendar/partial-date.js';
import type { OperationRecord } from './operation.model.js';
import { Period, StatedDate } from './period.type.js';

export function toPeriod(period: OperationRecord['period']): Period | null {
  return period === null ? null : Object.assign(new Period(), { start: toStatedDate(period.start), end: toStatedDate(period.end) });
}

function toStatedDate(text: string | null): StatedDate | null {
  const date = text === null ? undefined : parsePartialDate(text);
  return date === undefined ? null : Object.assign(new StatedDate(), date);
}
