import { parsePartialDate } from '../../../shared/calendar/partial-date.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
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

/** Adds what is wrong with a stated period; `at` stands before the names of its fields. */
export function checkPeriod(start: string | null | undefined, end: string | null | undefined, at: string, issues: InputIssues): void {
  const from = start ? parsePartialDate(start) : undefined;
  const to = end ? parsePartialDate(end) : undefined;
  if (start && from === undefined) issues.add(`${at}start`, 'Write a date as YYYY, YYYY-MM or YYYY-MM-DD.');
  if (end && to === undefined) issues.add(`${at}end`, 'Write a date as YYYY, YYYY-MM or YYYY-MM-DD.');
  if (from !== undefined && to !== undefined && from.from > to.to) issues.add(`${at}end`, 'The end lies before the start.');
}
