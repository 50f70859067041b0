import { describe, expect, it } from '@jest/globals';
import { countryRows, reportedColumn, sharedRows, sortRows } from './country-rows.js';
import { figureOf } from './testing-figure.js';

const NONE_COUNTED = { arrests: null, rescues: null, assets: null };
const place = (code: string): { code: string; numeric: string; name: string } => ({ code, numeric: '000', name: code });
const mention = (code: string): { code: string; country: ReturnType<typeof place> } => ({ code, country: place(code) });
const tally = (counts: Record<string, number>): { status: 'COUNTED'; count: number; asOf: string; byCountry: { country: ReturnType<typeof place>; count: number }[] } => ({
  status: 'COUNTED',
  count: Object.values(counts).reduce((sum, count) => sum + count, 0),
  asOf: '2025-01-01T00:00:00Z',
  byCountry: Object.entries(counts).map(([code, count]) => ({ country: place(code), count })),
});

describe('the rows of the country table', () => {
  it('give a figure of several countries to no single country', () => {
    const shared = figureOf({ measure: 'ARRESTS', value: '27', countries: ['KR', 'CN'] });
    const rows = countryRows([], [shared], NONE_COUNTED);
    expect(rows.map((row) => row.country.code)).toEqual(['KR', 'CN']);
    expect(rows.flatMap((row) => Object.values(row.reported).flat())).toEqual([]);
    expect(sharedRows([shared])).toMatchObject([{ countries: [{ code: 'KR' }, { code: 'CN' }], reported: { arrests: [shared] } }]);
  });

  it('put figures of the whole operation in no row', () => {
    const whole = figureOf({ measure: 'ARRESTS', value: '500' });
    expect(countryRows([mention('JP')], [whole], NONE_COUNTED)).toMatchObject([{ reported: { arrests: [], other: [] } }]);
    expect(sharedRows([whole])).toEqual([]);
  });

  it('show every figure of one measure and one country, and add none of them', () => {
    const [first, second] = [figureOf({ measure: 'NOTICES_ISSUED', countries: ['JP'] }), figureOf({ measure: 'NOTICES_ISSUED', countries: ['JP'] })];
    expect(countryRows([], [first, second], NONE_COUNTED)[0]?.reported.other).toEqual([first, second]);
  });

  it('keep reported and counted apart, and leave what nobody counted empty instead of 0', () => {
    const rows = countryRows([mention('NA')], [figureOf({ measure: 'ARRESTS', value: '9', countries: ['JP'] })], { ...NONE_COUNTED, arrests: tally({ JP: 4 }) });
    const [na, jp] = rows;
    expect(na?.counted.arrests).toBeNull();
    expect(jp).toMatchObject({ counted: { arrests: 4 }, reported: { arrests: [{ value: '9' }] } });
  });

  it('keep a country whose code no standard knows', () => {
    expect(countryRows([{ code: 'ZZ', country: null }], [], NONE_COUNTED)).toMatchObject([{ country: { code: 'ZZ', name: 'ZZ' } }]);
  });

  it('sort by value, with rows without one last in both directions', () => {
    const rows = countryRows([mention('NA')], [
      figureOf({ measure: 'ARRESTS', value: '90', countries: ['BR'] }),
      figureOf({ measure: 'ARRESTS', value: '100', countries: ['JP'] }),
    ], NONE_COUNTED);
    const order = (descending: boolean): string[] => sortRows(rows, 'arrests', descending, ({ name }) => name).map((row) => row.country.code);
    expect(order(true)).toEqual(['JP', 'BR', 'NA']);
    expect(order(false)).toEqual(['BR', 'JP', 'NA']);
  });
});

describe('the column of a reported figure', () => {
  it.each([
    ['ARRESTS', undefined, 'arrests'],
    ['VICTIMS_RESCUED', undefined, 'rescues'],
    ['AMOUNT', 'SEIZED', 'seizures'],
    ['AMOUNT', 'LOSSES', 'other'],
    ['BANK_ACCOUNTS_FROZEN', undefined, 'seizures'],
    ['DRUGS_SEIZED_KG', undefined, 'seizures'],
    ['FOREIGN_NATIONALS_ARRESTED', undefined, 'other'],
    ['A_MEASURE_NOBODY_KNOWS', undefined, 'other'],
  ])('%s %s stands under %s', (measure, meaning, column) => {
    expect(reportedColumn(figureOf({ measure, ...(meaning !== undefined && { meaning }) }))).toBe(column);
  });
});
