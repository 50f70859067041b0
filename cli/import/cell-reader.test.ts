import { describe, expect, it } from '@jest/globals';
import { buildSchema, isInputObjectType } from 'graphql';
import { cellReader, type CellValue } from './cell-reader.js';
import { findCellField } from './field-path.js';
import { MappingError, type ColumnMapping } from './mapping.js';

const INPUT = buildSchema('scalar Date type Query { a: Int } input I { day: Date born: String names: [String!]! amount: String minor: Boolean }').getType('I');

function read(field: string, cell: string, column: Partial<ColumnMapping> = {}, dateFormat?: string): CellValue {
  if (!isInputObjectType(INPUT)) throw new Error('There is no such input.');
  const found = findCellField(INPUT, field);
  if (typeof found === 'string') throw new Error(found);
  return cellReader(found, { field, ...column }, { listSeparator: '|', ...(dateFormat !== undefined && { dateFormat }) })(cell);
}

describe('a day', () => {
  it.each([
    ['20.04.2026', 'dd.MM.yyyy', '2026-04-20'],
    ['4/20/2026', 'M/d/yyyy', '2026-04-20'],
    ['29.02.2024', 'dd.MM.yyyy', '2024-02-29'],
    ['20 Apr 2026', 'd MMM yyyy', '2026-04-20'],
  ])('written %s as %s is %s', (cell, format, day) => {
    expect(read('day', cell, {}, format)).toEqual({ value: day });
  });

  it.each(['29.02.2023', '31.04.2026', '1.4.2026', '20.04.26', '2026-04-20', '20.04.2026 ', '01.02.20261', 'yesterday'])('is never guessed from "%s"', (cell) => {
    expect(read('day', cell, {}, 'dd.MM.yyyy')).toEqual({ fault: `"${cell}" is no day written as dd.MM.yyyy.` });
  });

  it('goes on as it is written where no format is declared', () => {
    expect(read('day', '20.04.2026')).toEqual({ value: '20.04.2026' });
  });

  it('of a birth may be a year, and is read only where its column says how', () => {
    expect(read('born', '31.05.1990', { dateFormat: 'dd.MM.yyyy' })).toEqual({ value: '1990-05-31' });
    expect(read('born', '1990', { dateFormat: 'dd.MM.yyyy' })).toEqual({ value: '1990' });
    expect(read('born', '31.05.1990', {}, 'dd.MM.yyyy')).toEqual({ value: '31.05.1990' });
    expect(read('day', '1990', {}, 'dd.MM.yyyy')).toHaveProperty('fault');
  });

  it.each(['MM.yyyy', 'dd.MM', 'dd.MM.yy', 'DD.MM.YYYY', 'nonsense'])('has no format %s, which does not name one day', (format) => {
    expect(() => read('day', '20.04.2026', {}, format)).toThrow(MappingError);
  });
});

describe('a number', () => {
  const european = { number: { decimal: ',', thousands: '.' } } as const;

  it.each([['1.234,50', '1234.50'], ['1234,5', '1234.5'], ['1.234.567', '1234567'], ['0', '0'], ['90071992547409,93', '90071992547409.93']])('written %s is %s, exactly', (cell, number) => {
    expect(read('amount', cell, european)).toEqual({ value: number });
  });

  it.each(['1,234.50', '1.23', '12.34.567', '1,2,3', 'EUR 5', '1.234,', ',5', '1e5'])('is never guessed from "%s"', (cell) => {
    expect(read('amount', cell, european)).toEqual({ fault: `"${cell}" is no number written with "," before its decimals and "." between thousands.` });
  });
});

describe('a cell', () => {
  it('with several items is a list of them, each read on its own', () => {
    expect(read('names', 'a | b||c ')).toEqual({ value: ['a', 'b', 'c'] });
    expect(read('names', 'A;B', { listSeparator: ';', codes: { A: 'X', B: 'Y' } })).toEqual({ value: ['X', 'Y'] });
    expect(read('names', 'A|Z', { codes: { A: 'X' } })).toEqual({ fault: '"Z" is not among the translations: A.' });
  });

  it('that a spreadsheet would run is text like any other', () => {
    for (const cell of ['=1+1', '@SUM(A1)', '+49', "-cmd|' /C calc'!A0"]) expect(read('born', cell)).toEqual({ value: cell });
  });

  it('says true or false in those words', () => {
    expect(read('minor', 'true')).toEqual({ value: true });
    expect(read('minor', 'yes')).toHaveProperty('fault');
    expect(read('minor', 'ja', { codes: { ja: 'true' } })).toEqual({ value: 'true' });
  });
});
