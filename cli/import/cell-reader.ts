import { format, isValid, parse } from 'date-fns';
import type { CellField } from './field-path.js';
import { MappingError, type ColumnMapping, type Mapping } from './mapping.js';

/** What a cell says, or what is wrong with it. */
export type CellValue = { readonly value: unknown } | { readonly fault: string };

/** Turns a cell that is not empty into the value of its field. Whether the exchange takes that value is asked later. */
export type CellReader = (cell: string) => CellValue;

const DAY = 'yyyy-MM-dd';

export function cellReader(field: CellField, column: ColumnMapping, mapping: Pick<Mapping, 'dateFormat' | 'listSeparator'>): CellReader {
  const one = itemReader(field, column, mapping);
  if (!field.isList) return one;
  const separator = column.listSeparator ?? mapping.listSeparator;
  return (cell) => {
    const items = cell.split(separator).map((item) => item.trim()).filter((item) => item !== '').map(one);
    const faults = items.flatMap((item) => ('fault' in item ? [item.fault] : []));
    return faults.length > 0 ? { fault: faults.join(' ') } : { value: items.flatMap((item) => ('value' in item ? [item.value] : [])) };
  };
}

function itemReader({ leaf }: CellField, { codes, dateFormat, number }: ColumnMapping, mapping: Pick<Mapping, 'dateFormat'>): CellReader {
  if (codes !== undefined) return translated(new Map(Object.entries(codes)));
  if (number !== undefined) return numberReader(number);
  // A field of another type that holds a day, such as a birth date, is read so only where its column says how.
  const ofDay = dateFormat ?? (leaf.name === 'Date' ? mapping.dateFormat : undefined);
  if (ofDay !== undefined) return dayReader(ofDay, leaf.name !== 'Date');
  if (leaf.name === 'Boolean') return translated(new Map<string, unknown>([['true', true], ['false', false]]));
  return (cell) => ({ value: cell });
}

function translated(codes: ReadonlyMap<string, unknown>): CellReader {
  return (cell) => (codes.has(cell) ? { value: codes.get(cell) } : { fault: `"${shortened(cell)}" is not among the translations: ${[...codes.keys()].join(', ')}.` });
}

/** Days repeat themselves thousands of times in one file. */
const REMEMBERED_DAYS = 5_000;

function dayReader(written: string, mayBeYear: boolean): CellReader {
  assertDayFormat(written);
  const known = new Map<string, CellValue>();
  return (cell) => {
    if (mayBeYear && /^\d{4}$/.test(cell)) return { value: cell };
    const found = known.get(cell);
    if (found !== undefined) return found;
    const date = parse(cell, written, new Date(0));
    // Read leniently and written again it must be the same: 31.02. and two-digit years are not.
    const read: CellValue = isValid(date) && format(date, written) === cell ? { value: format(date, DAY) } : { fault: `"${shortened(cell)}" is no day written as ${written}.` };
    if (known.size < REMEMBERED_DAYS) known.set(cell, read);
    return read;
  };
}

const PROBES = [new Date(1919, 10, 23), new Date(2019, 10, 23), new Date(2119, 1, 3)];

function assertDayFormat(written: string): void {
  try {
    // D and Y are days of the year and years of weeks, which nobody means; two digits name no century.
    if (!/[DY]/.test(written) && PROBES.every((day) => format(parse(format(day, written), written, new Date(0)), DAY) === format(day, DAY))) return;
  } catch {
    // falls through to the one sentence for every format that does not name a day
  }
  throw new MappingError([`"${written}" does not name one day: write it in the letters of Unicode, such as dd.MM.yyyy.`]);
}

function numberReader({ decimal, thousands }: NonNullable<ColumnMapping['number']>): CellReader {
  const group = thousands === undefined ? '' : `(?:${escaped(thousands)}\\d{3})*`;
  const written = new RegExp(`^-?(?:\\d{1,3}${group}|\\d+)(?:${escaped(decimal)}\\d+)?$`);
  return (cell) => {
    if (!written.test(cell)) return { fault: `"${shortened(cell)}" is no number written with "${decimal}" before its decimals${thousands === undefined ? '' : ` and "${thousands}" between thousands`}.` };
    const [whole = '', decimals] = (thousands === undefined ? cell : cell.replaceAll(thousands, '')).split(decimal);
    return { value: decimals === undefined ? whole : `${whole}.${decimals}` };
  };
}

const escaped = (character: string): string => (character === '.' ? '\\.' : character);
const shortened = (cell: string): string => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell);
