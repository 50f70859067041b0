import { describe, expect, it } from '@jest/globals';
import { dayOf, endOfDay, firstDay, lastDay, readInstant } from './instants.js';

const NOW = new Date('2026-11-24T15:00:00Z');

describe('an instant as an officer writes it', () => {
  it.each([
    ['2026-04-01', '2026-04-01T23:59:59.999Z'],
    ['2026-04-01 12:30', '2026-04-01T12:30:00.000Z'],
    ['2026-04-01 12:30 UTC', '2026-04-01T12:30:00.000Z'],
    [' 2026-04-01T12:30:15.5Z ', '2026-04-01T12:30:15.500Z'],
    ['2026-11-24 15:00:00 UTC', '2026-11-24T15:00:00.000Z'],
  ])('"%s" is %s', (written, instant) => {
    expect(readInstant(written, NOW)).toBe(instant);
  });

  it.each(['yesterday', '2026-02-30', '2026-04-01 25:00', '2026-4-1', '2026-11-24 15:01', '2026-12-01', '2026-04-01 12:30 JST'])('"%s" is none', (written) => {
    expect(readInstant(written, NOW)).toBeUndefined();
  });
});

describe('the days of the slider', () => {
  it('are the last instants of days of UTC', () => {
    expect(endOfDay(dayOf('2026-04-01T00:00:00Z'))).toBe('2026-04-01T23:59:59.999Z');
    expect(dayOf(endOfDay(20_000))).toBe(20_000);
  });

  it('begin with the operation, or a year ago where nothing is stated, and end today', () => {
    const start = { text: '2026-03', from: '2026-03-01', to: '2026-03-31', precision: 'MONTH' } as const;
    expect(endOfDay(firstDay({ start, end: null }, NOW)).slice(0, 10)).toBe('2026-03-01');
    expect(lastDay(NOW) - firstDay(null, NOW)).toBe(365);
  });

  it('are at least two where an operation only begins', () => {
    const start = { text: '2027', from: '2027-01-01', to: '2027-12-31', precision: 'YEAR' } as const;
    expect(firstDay({ start, end: null }, NOW)).toBe(lastDay(NOW) - 1);
  });
});
