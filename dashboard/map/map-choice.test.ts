import { describe, expect, it } from '@jest/globals';
import { countryRows } from '../picture/country-rows.js';
import { figureOf } from '../picture/testing-figure.js';
import { mapChoice } from './map-choice.js';
import { shadeOf, shadeRange } from './shading.js';

const rowsOf = (measure: string, value: string | null): ReturnType<typeof countryRows> =>
  countryRows([], [figureOf({ measure, value, countries: ['NA'] })], { arrests: null, rescues: null, assets: null });

describe('what shades the map', () => {
  it('is what the operation has, unless the address says otherwise', () => {
    const rows = rowsOf('VICTIMS_RESCUED', '12');
    expect(mapChoice({ evidence: null, mapped: null }, rows)).toEqual({ evidence: 'reported', mapped: 'rescues' });
    expect(mapChoice({ evidence: 'counted', mapped: 'arrests' }, rows)).toEqual({ evidence: 'counted', mapped: 'arrests' });
  });

  it.each([['1', 1], ['9', 1], ['10', 2], ['123456789', 6]])('%s has shade %i', (value, shade) => {
    const [row] = rowsOf('ARRESTS', value);
    expect(row && shadeOf(row, { evidence: 'reported', mapped: 'arrests' })).toBe(shade);
  });

  it('is no shade at all where no number is published', () => {
    const [row] = rowsOf('ARRESTS', null);
    expect(row && shadeOf(row, { evidence: 'reported', mapped: 'arrests' })).toBeNull();
  });

  it('says which numbers a shade stands for', () => {
    expect(shadeRange(1)).toEqual({ from: '1', to: '9' });
    expect(shadeRange(6)).toEqual({ from: '100000', to: null });
  });
});
