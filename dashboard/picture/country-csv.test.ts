import { describe, expect, it } from '@jest/globals';
import { figuresAsCsv } from './country-csv.js';
import { countryRows, sharedRows } from './country-rows.js';
import { figureOf } from './testing-figure.js';

const NONE_COUNTED = { arrests: null, rescues: null, assets: null };

describe('the CSV of the country table', () => {
  it('tells reported and shared figures apart, with qualifier and handling', () => {
    const figures = [figureOf({ measure: 'ARRESTS', value: '12', countries: ['JP'] }), figureOf({ measure: 'ARRESTS', value: '3', countries: ['ES', 'HK'] })];
    const csv = figuresAsCsv(countryRows([], figures, NONE_COUNTED), sharedRows(figures));
    expect(csv).toContain('\r\nreported,JP,ARRESTS,,,EXACT,12,,,,,TLP:CLEAR\r\n');
    expect(csv).toContain('\r\nreported,ES HK,ARRESTS,,,EXACT,3,,,,,TLP:CLEAR\r\n');
  });

  it('disarms a note that a spreadsheet would run', () => {
    const figures = [figureOf({ measure: 'ARRESTS', countries: ['JP'], note: '=HYPERLINK("http://evil.example","x")' })];
    expect(figuresAsCsv(countryRows([], figures, NONE_COUNTED), [])).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
  });

  it('leaves out a figure that must not be passed on', () => {
    const secret = figureOf({ measure: 'ARRESTS', value: '77', countries: ['JP'], handling: { tlp: 'GREEN', codes: ['H2'], restriction: null, release: null } });
    expect(figuresAsCsv(countryRows([], [secret], NONE_COUNTED), [])).not.toContain('77');
  });
});
