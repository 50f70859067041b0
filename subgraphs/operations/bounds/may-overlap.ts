import { parsePartialDate } from '../../../shared/calendar/partial-date.js';
import type { OperationRecord } from '../operation/operation.model.js';

type Compared = Pick<OperationRecord, 'period' | 'crimeTypes'>;

/** A crime type that no list names may be any. */
const ANY_CRIME = 'OTHER';

/**
 * Whether one event may stand in the figures of both: unless their stated periods lie apart, or their stated crime
 * types have none in common. What is not stated may be anything: a doubtful pair added up would be no lower bound.
 */
export function mayOverlap(one: Compared, other: Compared): boolean {
  return periodsMayMeet(one.period, other.period) && crimesMayMeet(one.crimeTypes, other.crimeTypes);
}

function periodsMayMeet(one: Compared['period'], other: Compared['period']): boolean {
  const [a, b] = [widest(one), widest(other)];
  return !(a.to !== null && b.from !== null && a.to < b.from) && !(b.to !== null && a.from !== null && b.to < a.from);
}

function crimesMayMeet(one: readonly string[], other: readonly string[]): boolean {
  const open = (crimes: readonly string[]): boolean => crimes.length === 0 || crimes.includes(ANY_CRIME);
  return open(one) || open(other) || one.some((crime) => other.includes(crime));
}

/** The first and last day that a period can mean; null where that side is not stated. */
function widest(period: Compared['period']): { readonly from: string | null; readonly to: string | null } {
  return {
    from: period?.start ? (parsePartialDate(period.start)?.from ?? null) : null,
    to: period?.end ? (parsePartialDate(period.end)?.to ?? null) : null,
  };
}
