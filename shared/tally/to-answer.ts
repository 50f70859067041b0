import type { MoneyTotal } from '../money/money.js';
import { unitOf } from './cell-shape.js';
import type { Dictionary } from './dictionary.js';
import type { Grouping } from './grouping.js';
import type { GroupedRow, GroupedRows } from './grouped-rows.js';
import type { TallyAnswer, TallyRow } from './tally-query.js';

/** Grouped rows as they are answered: in the order of their keys, null last, without rows that have become empty. */
export function toAnswer(grouped: GroupedRows, grouping: Grouping, units: Dictionary, dimensions: number): Omit<TallyAnswer, 'asOf'> {
  const rows: TallyRow[] = [];
  if (dimensions > 0) {
    for (const [row, found] of grouped.rows) {
      const count = countOf(found, grouping.rowsCountParts);
      const sums = sumsOf(found, grouping.rowsCountParts, units);
      if (count !== 0 || sums.length > 0) rows.push({ key: grouping.keyOf(row), count, sums });
    }
    rows.sort((one, other) => compareKeys(one.key, other.key));
  }
  const { wholeCountsParts } = grouping;
  return { count: countOf(grouped.whole, wholeCountsParts), sums: sumsOf(grouped.whole, wholeCountsParts, units), rows };
}

function countOf({ records, parts }: Pick<GroupedRow, 'records' | 'parts'>, countsParts: boolean): number {
  return countsParts ? parts : records;
}

/** By currency and then network. Units are never added to each other. */
function sumsOf({ sums }: GroupedRow, countsParts: boolean, units: Dictionary): MoneyTotal[] {
  if (sums === null) return [];
  return [...sums]
    .map(([code, sum]): MoneyTotal => ({ ...unitOf(units.valueOf(code) ?? ''), minorUnits: sum.amount.toString(), count: countOf(sum, countsParts) }))
    .sort((one, other) => compareKeys([one.currency, one.network], [other.currency, other.network]) || one.decimals - other.decimals);
}

function compareKeys(one: readonly (string | null)[], other: readonly (string | null)[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? null;
    if (value === against) continue;
    if (value === null || against === null) return value === null ? 1 : -1;
    return value < against ? -1 : 1;
  }
  return 0;
}
