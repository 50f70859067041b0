import { describe, expect, it } from '@jest/globals';
import { narrowedTo, NOT_RECORDED } from '../address/narrowing.js';
import { arrestFilter, assetFilter, rescueFilter } from './record-filter.js';

describe('the filter behind a row', () => {
  it('asks for no condition where nothing was chosen', () => {
    expect([arrestFilter(narrowedTo({})), rescueFilter(narrowedTo({})), assetFilter(narrowedTo({}))]).toEqual([{}, {}, {}]);
  });

  it.each([
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2023-12', '2023-12-01', '2023-12-31'],
  ])('takes the month %s from its first day to its last', (month, dayFrom, dayTo) => {
    expect(rescueFilter(narrowedTo({ month }))).toEqual({ dayFrom, dayTo });
  });

  it('asks for the principal crime type alone, and for arrests without a role', () => {
    expect(arrestFilter(narrowedTo({ crimeType: 'PHISHING', role: NOT_RECORDED }))).toEqual({ principalCrimeType: 'PHISHING', roleRecorded: false });
  });

  it('joins the rows of two dimensions', () => {
    expect(assetFilter(narrowedTo({ country: 'NA', kind: 'PHONE' }))).toEqual({ country: 'NA', kind: 'PHONE' });
  });
});
