import { parsePartialDate } from '../../../shared/calendar/partial-date.js';
import type { OperationRecord } from './operation.model.js';

/** What lists filter and sort by, derived from a stated period. Both dates, where stated, must be valid. */
export function periodFacts(period: OperationRecord['period']): Pick<OperationRecord, 'period' | 'yearFrom' | 'yearTo' | 'latestDay'> {
  const days = periodDays(period);
  if (days === null) return { period: null, yearFrom: null, yearTo: null, latestDay: '' };
  return { period, yearFrom: Number(days.from.slice(0, 4)), yearTo: Number(days.to.slice(0, 4)), latestDay: days.to };
}

/** First and last day that a stated period spans, inclusive; null where none is stated. */
export function periodDays(period: OperationRecord['period']): { readonly from: string; readonly to: string } | null {
  const start = period?.start ? parsePartialDate(period.start) : undefined;
  const end = period?.end ? parsePartialDate(period.end) : undefined;
  const first = start ?? end;
  const last = end ?? start;
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}
