import { furtherOf, unitSymbol, type CellShape } from './cell-shape.js';
import type { CellTable } from './cell-table.js';
import { CodeTest } from './code-test.js';
import { GroupDimension } from './group-dimension.js';
import type { GroupedRows } from './grouped-rows.js';
import type { Axis } from './tally-kind.js';
import type { TallyConditions, TallyQuery } from './tally-query.js';

/** Two numbers of a row below this are one number without loss: 2^26 times 2^26 is still exact. */
const RADIX = 2 ** 26;

/** A query as questions about cells: whether one belongs to it, and to which row. */
export class Grouping {
  /** Whether the whole counts parts rather than records: it is restricted to one custody state. */
  readonly wholeCountsParts: boolean;
  readonly rowsCountParts: boolean;
  readonly #cells: CellTable;
  readonly #tests: readonly CodeTest[];
  /** Belongs where any of them accepts. */
  readonly #anyOf: readonly CodeTest[];
  readonly #dimensions: readonly GroupDimension[];
  /** The first two dimensions of three, as one number. */
  readonly #pairs = new Map<number, number>();
  readonly #pairValues: number[] = [];
  readonly #label: number;
  readonly #unit: number;

  constructor(shape: CellShape, cells: CellTable, { where, by }: Pick<TallyQuery, 'where' | 'by'>, originatorOf: (label: string) => string | undefined) {
    if (by.length > 3) throw new RangeError('A tally has at most three dimensions.');
    this.#cells = cells;
    this.#label = shape.position('label');
    this.#unit = shape.position('unit');
    this.#tests = testsOf(where, shape, originatorOf);
    this.#anyOf = crimeTypeTests(where, shape);
    this.#dimensions = by.map((dimension) => new GroupDimension(dimension, shape));
    this.wholeCountsParts = where.custodyState !== undefined;
    this.rowsCountParts = this.wholeCountsParts || by.includes('custodyState');
  }

  has(cell: number): boolean {
    for (const test of this.#tests) if (!test.accepts(this.#cells.code(cell, test.position))) return false;
    if (this.#anyOf.length === 0) return true;
    for (const test of this.#anyOf) if (test.accepts(this.#cells.code(cell, test.position))) return true;
    return false;
  }

  labelOf(cell: number): number {
    return this.#cells.code(cell, this.#label);
  }

  /** Adds so much of a cell to its row, to the whole and to its label. */
  addTo(grouped: GroupedRows, cell: number, records: number, parts: number, amount: bigint): void {
    grouped.add(this.#rowOf(cell), this.#cells.code(cell, this.#unit), records, parts, amount);
    grouped.labels.add(this.labelOf(cell), this.wholeCountsParts ? parts : records);
  }

  #rowOf(cell: number): number {
    const [first, second, third] = this.#dimensions;
    if (first === undefined) return 0;
    const row = first.groupOf(this.#cells.code(cell, first.position));
    if (second === undefined) return row;
    const pair = row * RADIX + second.groupOf(this.#cells.code(cell, second.position));
    if (third === undefined) return pair;
    return this.#numberOfPair(pair) * RADIX + third.groupOf(this.#cells.code(cell, third.position));
  }

  /** The values of a row, in the order of the dimensions. */
  keyOf(row: number): (string | null)[] {
    const [first, second, third] = this.#dimensions;
    if (first === undefined) return [];
    if (second === undefined) return [first.valueOf(row)];
    const pair = third === undefined ? row : (this.#pairValues[Math.floor(row / RADIX)] ?? 0);
    const key = [first.valueOf(Math.floor(pair / RADIX)), second.valueOf(pair % RADIX)];
    return third === undefined ? key : [...key, third.valueOf(row % RADIX)];
  }

  #numberOfPair(pair: number): number {
    const known = this.#pairs.get(pair);
    if (known !== undefined) return known;
    const number = this.#pairValues.length;
    this.#pairs.set(pair, number);
    this.#pairValues.push(pair);
    return number;
  }
}

function testsOf({ operations, operationsNot, originators, country, dayFrom, dayTo, codes = {}, recorded = {}, custodyState, unit }: TallyConditions, shape: CellShape, originatorOf: (label: string) => string | undefined): CodeTest[] {
  const tests: CodeTest[] = [];
  const test = (column: Parameters<CellShape['position']>[0], accepts: (value: string | null) => boolean): void => {
    tests.push(new CodeTest(shape.position(column), shape.dictionary(column), accepts));
  };
  if (operations !== undefined) test('operation', (value) => value !== null && operations.includes(value));
  if (operationsNot !== undefined) test('operation', (value) => value === null || !operationsNot.includes(value));
  if (originators !== undefined) test('label', (value) => value !== null && originators.includes(originatorOf(value) ?? ''));
  if (country !== undefined) test('country', (value) => value === country);
  if (dayFrom !== undefined) test('day', (value) => value !== null && value >= dayFrom);
  if (dayTo !== undefined) test('day', (value) => value !== null && value <= dayTo);
  for (const [axis, code] of Object.entries(codes) as [Axis, string | undefined][]) if (code !== undefined) test(axis, (value) => value === code);
  for (const [axis, asked] of Object.entries(recorded) as [Axis, boolean | undefined][]) if (asked !== undefined) test(axis, (value) => (value !== null) === asked);
  if (custodyState !== undefined) test('custodyState', (value) => value === custodyState);
  if (unit !== undefined) test('unit', (value) => value !== null && unitSymbol(value) === unit);
  return tests;
}

function crimeTypeTests({ anyCrimeType }: TallyConditions, shape: CellShape): CodeTest[] {
  if (anyCrimeType === undefined) return [];
  return [
    new CodeTest(shape.position('crimeType'), shape.dictionary('crimeType'), (value) => value === anyCrimeType),
    new CodeTest(shape.position('further'), shape.dictionary('further'), (value) => furtherOf(value).includes(anyCrimeType)),
  ];
}
