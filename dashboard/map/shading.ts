import { magnitudeOf } from '../format/decimal.js';
import type { MapChoice } from './map-choice.js';
import { largestValue, type CountryRow } from '../picture/country-rows.js';

/** Shades are powers of ten: 1 for 1–9, 2 for 10–99, and so on up to the darkest. */
export const DARKEST = 6;

/** The shade of a named country, or null where it has no such figure and is hatched instead. */
export function shadeOf(row: CountryRow, { evidence, mapped }: MapChoice): number | null {
  const value = evidence === 'reported' ? largestValue(row.reported[mapped]) : countText(row.counted[mapped]);
  const digits = value === null ? 0 : magnitudeOf(value);
  return digits === 0 ? null : Math.min(digits, DARKEST);
}

/** The numbers that a shade stands for. */
export function shadeRange(shade: number): { readonly from: string; readonly to: string | null } {
  return { from: `1${'0'.repeat(shade - 1)}`, to: shade === DARKEST ? null : '9'.repeat(shade) };
}

function countText(count: number | null): string | null {
  return count === null ? null : String(count);
}
