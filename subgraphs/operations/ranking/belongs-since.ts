import { parsePartialDate } from '../../../shared/calendar/partial-date.js';
import type { OperationRecord } from '../operation/operation.model.js';

/**
 * Whether an operation reaches a day or a later one, by its stated period: an end of which only the year is known may
 * lie on either side.
 */
export function belongsSince(period: OperationRecord['period'], since: string): 'YES' | 'NO' | 'NOT_KNOWN' {
  const start = period?.start ? parsePartialDate(period.start) : undefined;
  const end = period?.end ? parsePartialDate(period.end) : undefined;
  // It ends when or after it begins.
  const earliestEnd = [start?.from, end?.from].filter((day) => day !== undefined).sort().at(-1);
  if (earliestEnd !== undefined && earliestEnd >= since) return 'YES';
  return end !== undefined && end.to < since ? 'NO' : 'NOT_KNOWN';
}
