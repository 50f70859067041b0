import { describe, expect, it } from '@jest/globals';
import { monthStacks } from './month-stacks.js';
import { testingCell as cell } from './testing-key.js';

describe('the months of a chart', () => {
  it('run from the first to the last, also where nothing happened', () => {
    const { months } = monthStacks([cell('2023-11', 'PHISHING', 2), cell('2024-02', 'PHISHING', 1)]);
    expect(months.map(({ month }) => month)).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(months[1]?.segments).toEqual([]);
  });

  it('stack the most frequent type at the bottom and reach as high as the month has records', () => {
    const { months, series, highest } = monthStacks([cell('2024-01', 'A', 1), cell('2024-01', 'B', 4), cell('2024-02', 'A', 2)]);
    expect(series.map((key) => key?.value)).toEqual(['B', 'A']);
    expect(months[0]?.segments).toEqual([{ series: 0, count: 4, from: 0, to: 4 }, { series: 1, count: 1, from: 4, to: 5 }]);
    expect(highest).toBe(5);
  });

  it('join what the palette cannot tell apart, and lose none of it', () => {
    const types = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
    const { months, series } = monthStacks(types.map((type, place) => cell('2024-01', type, 20 - place)));
    expect(series).toHaveLength(7);
    expect(series.at(-1)).toBeNull();
    expect(months[0]?.segments.at(-1)).toMatchObject({ series: 6, count: 14 + 13 + 12 });
    expect(months[0]?.segments.at(-1)?.to).toBe(types.reduce((sum, _, place) => sum + 20 - place, 0));
  });

  it('are none where nothing was counted', () => {
    expect(monthStacks([])).toEqual({ months: [], series: [], highest: 0 });
  });
});
