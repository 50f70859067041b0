import { describe, expect, it } from '@jest/globals';
import { belongsSince } from './belongs-since.js';

describe('whether an operation reaches 2024-01-01 or a later day', () => {
  it.each([
    ['it ended in 2024', { start: '2023', end: '2024-05' }, 'YES'],
    ['it began in 2024 and nobody says when it ended', { start: '2024-03', end: null }, 'YES'],
    ['it ended on the day itself', { start: null, end: '2024-01-01' }, 'YES'],
    ['it ended the day before', { start: null, end: '2023-12-31' }, 'NO'],
    ['it ended in 2023, whichever day', { start: '2023', end: '2023' }, 'NO'],
    ['it began in 2023 and nobody says when it ended', { start: '2023-06', end: null }, 'NOT_KNOWN'],
    ['nobody says anything', null, 'NOT_KNOWN'],
  ])('where %s', (_, period, belongs) => {
    expect(belongsSince(period, '2024-01-01')).toBe(belongs);
  });

  it('is not known where the day lies inside the year of its end', () => {
    expect(belongsSince({ start: '2023', end: '2024' }, '2024-06-01')).toBe('NOT_KNOWN');
  });
});
