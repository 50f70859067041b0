import type { Period } from '../api/fragments.js';
import type { Translate } from '../language/messages.js';

type PartialDate = NonNullable<Period['start']>;

/** A period in words, with the precision that the source gives and no more. */
export function periodInWords(period: Period | null, locale: string, t: Translate): string {
  if (period === null || (period.start === null && period.end === null)) return t('period.notStated');
  const start = period.start && partialDateInWords(period.start, locale, t);
  const end = period.end && partialDateInWords(period.end, locale, t);
  if (start === null) return t('period.until', { end: end ?? '' });
  if (end === null) return t('period.from', { start });
  return start === end ? start : t('period.range', { start, end });
}

/** The same without the words on precision, for lists. */
export function periodInShort(period: Period | null, t: Translate): string {
  if (period === null) return t('period.notStated');
  const start = period.start?.text ?? '?';
  const end = period.end?.text ?? '?';
  return start === end ? start : `${start} – ${end}`;
}

function partialDateInWords(date: PartialDate, locale: string, t: Translate): string {
  const day = new Date(`${date.from}T00:00:00Z`);
  const inUtc = { timeZone: 'UTC' } as const;
  switch (date.precision) {
    case 'DAY':
      return new Intl.DateTimeFormat(locale, { ...inUtc, day: 'numeric', month: 'long', year: 'numeric' }).format(day);
    case 'MONTH':
      return t('period.monthOnly', { date: new Intl.DateTimeFormat(locale, { ...inUtc, month: 'long', year: 'numeric' }).format(day) });
    case 'YEAR':
      return t('period.yearOnly', { date: new Intl.DateTimeFormat(locale, { ...inUtc, year: 'numeric' }).format(day) });
  }
}

/** An instant to the second, and to the millisecond where it says one: what counted at it depends on it. */
export function exactInstant(text: string): string {
  const fraction = /\.(?!0+Z)(\d+)Z$/.exec(text)?.[1];
  return `${text.slice(0, 10)} ${text.slice(11, 19)}${fraction === undefined ? '' : `.${fraction}`} UTC`;
}

/** An instant as ISO day and minute in UTC, which reads the same in every country. */
export function instant(text: string): string {
  return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}
