import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Units of a currency for one euro, exactly as the European Central Bank published them on a day. */
export interface ReferenceRate {
  /** The rate without its decimal point: 1.1806 is 11806 with four decimals. */
  readonly digits: bigint;
  readonly decimals: number;
  /** The day of the publication. */
  readonly date: string;
}

/** Why there is no rate: the bank publishes none of this currency, or the last publication lies too far back. */
export type MissingRate = 'NO_RATE' | 'TOO_OLD';
export type RateFound = { readonly rate: ReferenceRate } | { readonly missing: MissingRate };

/** A weekend and the longest holiday of the bank last five days; what is older than this is no rate of the day. */
const OLDEST_DAYS = 7;
const DAY_MILLISECONDS = 86_400_000;
const NOT_PUBLISHED = 0n;

interface Column {
  readonly decimals: number;
  /** One for each publication; NOT_PUBLISHED where the currency was left out. */
  readonly digits: BigInt64Array;
  readonly last: number;
}

/** The publications of the bank in order, one column for each currency. */
export class ReferenceRates {
  readonly #dates: readonly string[];
  readonly #columns = new Map<string, Column>();

  /** `Date` and the currencies, then a row for each publication; an empty cell is a rate that was not published. */
  constructor([[, ...currencies] = [], ...rows]: readonly (readonly string[])[]) {
    const published = rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
    this.#dates = published.map(([date = '']) => date);
    for (const [index, currency] of currencies.entries()) this.#columns.set(currency, columnOf(published.map((row) => row[index + 1] ?? '')));
  }

  /** Currencies that have a rate on some day, ordered by code; the euro is the unit and not among them. */
  get currencies(): readonly string[] {
    return [...this.#columns].flatMap(([currency, { last }]) => (last < 0 ? [] : [currency])).sort();
  }

  /**
   * The rate of the day or, where none was published, of the last day on which that currency has one, at most seven
   * days back. A currency that the bank stopped publishing has no rate from then on: what it was worth before a war
   * or a changeover is not what it is worth after.
   */
  on(currency: string, day: string): RateFound {
    const column = this.#columns.get(currency);
    const latest = this.#lastPublication(day);
    if (column === undefined || latest < 0 || latest > column.last) return { missing: 'NO_RATE' };
    let index = latest;
    while (index >= 0 && column.digits[index] === NOT_PUBLISHED) index -= 1;
    const [digits, date] = [column.digits[index], this.#dates[index]];
    if (digits === undefined || date === undefined) return { missing: 'NO_RATE' };
    if (daysBetween(date, day) > OLDEST_DAYS) return { missing: 'TOO_OLD' };
    return { rate: { digits, decimals: column.decimals, date } };
  }

  /** Index of the last publication on or before a day; -1 before the first. */
  #lastPublication(day: string): number {
    let [low, high] = [0, this.#dates.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#dates[middle] ?? '') <= day) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

let held: ReferenceRates | undefined;

/** The rates of the European Central Bank. Read when first asked for: most processes never convert. */
export function referenceRates(): ReferenceRates {
  held ??= new ReferenceRates(parse(readFileSync(new URL('./data/ecb-reference-rates.csv', import.meta.url), 'utf8'), { bom: true }));
  return held;
}

function columnOf(cells: readonly string[]): Column {
  const decimals = Math.max(0, ...cells.map((cell) => (cell.split('.')[1] ?? '').length));
  const digits = BigInt64Array.from(cells, (cell) => digitsOf(cell, decimals));
  return { decimals, digits, last: digits.findLastIndex((rate) => rate !== NOT_PUBLISHED) };
}

function digitsOf(cell: string, decimals: number): bigint {
  if (cell === '') return NOT_PUBLISHED;
  if (!/^\d+(\.\d+)?$/.test(cell)) throw new Error(`"${cell}" is no reference rate.`);
  const [whole = '', fraction = ''] = cell.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / DAY_MILLISECONDS;
}
