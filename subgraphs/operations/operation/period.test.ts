import { describe, expect, it } from '@jest/globals';
import { periodDays, periodFacts } from './period.js';

describe('periodFacts', () => {
  it.each([
    [{ start: '2019', end: '2020-02' }, 2019, 2020, '2020-02-29'],
    [{ start: '2024-03', end: null }, 2024, 2024, '2024-03-31'],
    [{ start: null, end: '2023-09-01' }, 2023, 2023, '2023-09-01'],
    [{ start: '2021-12-31', end: '2022-01-01' }, 2021, 2022, '2022-01-01'],
  ])('of %j are found in the years %d to %d and stand at %s', (period, yearFrom, yearTo, latestDay) => {
    expect(periodFacts(period)).toEqual({ period, yearFrom, yearTo, latestDay });
  });

  it.each([null, { start: null, end: null }])('of %j are not known, which is no year', (period) => {
    expect(periodFacts(period)).toEqual({ period: null, yearFrom: null, yearTo: null, latestDay: '' });
  });
});

describe('periodDays', () => {
  it.each([
    [{ start: '2024-03', end: '2024-05-10' }, { from: '2024-03-01', to: '2024-05-10' }],
    [{ start: '2024-02', end: null }, { from: '2024-02-01', to: '2024-02-29' }],
    [{ start: null, end: '2023' }, { from: '2023-01-01', to: '2023-12-31' }],
    [{ start: null, end: null }, null],
    [null, null],
  ])('of %j are %j', (period, days) => {
    expect(periodDays(period)).toEqual(days);
  });
});
