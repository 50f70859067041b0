import { parsePartialDate } from '../../../shared/calendar/partial-date.js';
import type { OperationRecord } from './operation.model.js';

/** What lists filter and sort by, derived from a stated period. Both dates, where stated, must be valid. */
export function periodFacts(period: OperationRecord['period']): Pick<OperationRecord, 'period' | 'yearFrom' | 'yearTo' | 'latestDay'> {
  const start = period?.start ? parsePartialDate(period.start) : undefined;
  const end = period?.end ? parsePartialDate(period.end) : undefined;
  const first = start ?? end;
  const last = end ?? start;
  if (first === undefined || last === undefined) return { period: null, yearFrom: null, yearTo: null, latestDay: '' };
  return { period, yearFrom: Number(first.from.slice(0, 4)), yearTo: Number(last.to.slice(0, 4)), latestDay: last.to };
}
