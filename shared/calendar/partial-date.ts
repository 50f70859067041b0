import { isCalendarDay } from './calendar-day.js';

export type DatePrecision = 'YEAR' | 'MONTH' | 'DAY';

/** An ISO 8601 date of reduced precision, with the days that it spans. */
export interface PartialDate {
  /** As stated: `2023`, `2023-09` or `2023-09-01`. */
  readonly text: string;
  readonly precision: DatePrecision;
  /** First and last day, inclusive. */
  readonly from: string;
  readonly to: string;
}

/** Undefined when the text is no such date. */
export function parsePartialDate(text: string): PartialDate | undefined {
  if (/^\d{4}$/.test(text)) return { text, precision: 'YEAR', from: `${text}-01-01`, to: `${text}-12-31` };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) {
    const last = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
    return { text, precision: 'MONTH', from: `${text}-01`, to: `${text}-${String(last).padStart(2, '0')}` };
  }
  return isCalendarDay(text) ? { text, precision: 'DAY', from: text, to: text } : undefined;
}
