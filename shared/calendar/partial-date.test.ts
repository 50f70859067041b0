import { describe, expect, it } from '@jest/globals';
import { isCalendarDay } from './calendar-day.js';
import { parsePartialDate } from './partial-date.js';

describe('isCalendarDay', () => {
  it.each(['2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01'])('knows that %s exists', (day) => {
    expect(isCalendarDay(day)).toBe(true);
  });

  it.each(['2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-1-1', '2024-01-01T00:00:00Z', ' 2024-01-01', '20240101', '', '+02024-01-01'])(
    'knows that "%s" is no day',
    (day) => {
      expect(isCalendarDay(day)).toBe(false);
    },
  );
});

describe('parsePartialDate', () => {
  it.each([
    ['2023', 'YEAR', '2023-01-01', '2023-12-31'],
    ['2023-09', 'MONTH', '2023-09-01', '2023-09-30'],
    ['2024-02', 'MONTH', '2024-02-01', '2024-02-29'],
    ['2023-02', 'MONTH', '2023-02-01', '2023-02-28'],
    ['2023-12', 'MONTH', '2023-12-01', '2023-12-31'],
    ['2023-09-01', 'DAY', '2023-09-01', '2023-09-01'],
  ])('keeps the precision of %s (%s) and says which days it can mean', (text, precision, from, to) => {
    expect(parsePartialDate(text)).toEqual({ text, precision, from, to });
  });

  it.each(['23', '2023-00', '2023-13', '2023-9', '2023-02-29', '2023-09-01T10:00:00Z', '2023/09', 'summer 2023', ''])('takes "%s" for no date', (text) => {
    expect(parsePartialDate(text)).toBeUndefined();
  });
});
