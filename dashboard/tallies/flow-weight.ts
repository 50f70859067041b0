import type { Sum } from '../api/fragments.js';
import { addDecimals, formatDecimal } from '../format/decimal.js';
import { sumInWords } from '../format/sum-in-words.js';
import type { Words } from '../language/language.js';
import type { TalliedCell } from './tallied.js';

/** The currencies and networks in which something of the flow is valued, as codes. */
export function unitsIn(cells: readonly TalliedCell[]): readonly string[] {
  return [...new Set(cells.flatMap(({ sums }) => (sums ?? []).map(unitOf)))].sort();
}

/** How wide a cell is drawn: its count, or its sum in one unit. Only a width: no number is read off it. */
export function weightIn({ count, sums }: TalliedCell, unit: string | null): number {
  return unit === null ? count : Number(sumIn(sums, unit)?.amount ?? 0);
}

/** The exact number that goes with a width. */
export function weightInWords(cells: readonly TalliedCell[], unit: string | null, words: Words): string {
  if (unit === null) return formatDecimal(String(cells.reduce((sum, { count }) => sum + count, 0)), words.locale);
  const sums = cells.map(({ sums: of }) => sumIn(of, unit)).filter((sum) => sum !== undefined);
  const [first] = sums;
  if (first === undefined) return '–';
  return sumInWords({ ...first, amount: addDecimals(sums.map(({ amount }) => amount)) }, words);
}

function sumIn(sums: readonly Sum[] | undefined, unit: string): Sum | undefined {
  return sums?.find((sum) => unitOf(sum) === unit);
}

function unitOf({ currency, network }: Sum): string {
  return currency?.code ?? network?.code ?? '';
}
