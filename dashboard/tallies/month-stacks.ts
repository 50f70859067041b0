import type { TallyKey } from '../api/tally-documents.js';
import { keyId, type TalliedCell } from './tallied.js';

export interface Segment {
  /** Place among the series; the last one may hold all further ones together. */
  readonly series: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

export interface MonthStacks {
  /** Every month from the first to the last, also those without a record. */
  readonly months: readonly { readonly month: string; readonly segments: readonly Segment[] }[];
  /** The most frequent first; null stands for all further ones together. */
  readonly series: readonly (TallyKey | null)[];
  readonly highest: number;
}

/** As many as the palette tells apart. */
const MOST_SERIES = 7;

export function monthStacks(cells: readonly TalliedCell[]): MonthStacks {
  const totals = new Map<string, { key: TallyKey; count: number }>();
  for (const { column, count } of cells) {
    const known = totals.get(keyId(column));
    totals.set(keyId(column), { key: column, count: (known?.count ?? 0) + count });
  }
  const ordered = [...totals.values()].sort((a, b) => b.count - a.count || keyId(a.key).localeCompare(keyId(b.key))).map(({ key }) => key);
  const apart = ordered.length <= MOST_SERIES ? ordered : ordered.slice(0, MOST_SERIES - 1);
  const series = apart.length === ordered.length ? apart : [...apart, null];
  const places = new Map(apart.map((key, place) => [keyId(key), place]));

  const counts = new Map<string, number[]>();
  for (const { row, column, count } of cells) {
    if (row.value === null) continue;
    const ofMonth = counts.get(row.value) ?? series.map(() => 0);
    const place = places.get(keyId(column)) ?? series.length - 1;
    ofMonth[place] = (ofMonth[place] ?? 0) + count;
    counts.set(row.value, ofMonth);
  }
  const months = monthsBetween([...counts.keys()]).map((month) => ({ month, segments: stack(counts.get(month) ?? []) }));
  return { months, series, highest: Math.max(0, ...months.map(({ segments }) => segments.at(-1)?.to ?? 0)) };
}

function stack(counts: readonly number[]): Segment[] {
  let to = 0;
  return counts.flatMap((count, series) => {
    if (count === 0) return [];
    const from = to;
    to += count;
    return [{ series, count, from, to }];
  });
}

function monthsBetween(months: readonly string[]): string[] {
  const sorted = [...months].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between: string[] = [];
  for (let month = first; month <= last; month = following(month)) between.push(month);
  return between;
}

function following(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}
