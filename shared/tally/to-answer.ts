import type { MoneyTotal } from '../money/money.js';
import { unitOf } from './cell-shape.js';
import type { Dictionary } from './dictionary.js';
import type { Grouping } from './grouping.js';
import type { GroupedRow, GroupedRows } from './grouped-rows.js';
import type { TallyAnswer, TallyRow } from './tally-query.js';

/**
 * Grouped rows as they are answered: in the order of their keys, null last, without rows that have become empty. Rows
 * that did not change since they were last answered are the same objects.
 */
export function toAnswer(grouped: GroupedRows, grouping: Grouping, units: Dictionary, dimensions: number): Omit<TallyAnswer, 'asOf'> {
  const rows: TallyRow[] = [];
  if (dimensions > 0) {
    for (const row of grouped.inOrder(byKey(grouping))) {
      const found = grouped.rows.get(row);
      if (found === undefined) continue;
      found.answered ??= { key: grouping.keyOf(row), count: countOf(found, grouping.rowsCountParts), sums: sumsOf(found, grouping.rowsCountParts, units) };
      if (found.answered.count !== 0 || found.answered.sums.length > 0) rows.push(found.answered);
    }
  }
  const { wholeCountsParts } = grouping;
  return { count: countOf(grouped.whole, wholeCountsParts), sums: sumsOf(grouped.whole, wholeCountsParts, units), rows };
}

function byKey(grouping: Grouping): (one: number, other: number) => number {
  const keys = new Map<number, readonly (string | null)[]>();
  const keyOf = (row: number): readonly (string | null)[] => {
    const known = keys.get(row) ?? grouping.keyOf(row);
    keys.set(row, known);
    return known;
  };
  return (one, other) => compareKeys(keyOf(one), keyOf(other));
}

function countOf({ records, parts }: Pick<GroupedRow, 'records' | 'parts'>, countsParts: boolean): number {
  return countsParts ? parts : records;
}

/** By currency and then network. Units are never added to each other. */
function sumsOf({ sums }: GroupedRow, countsParts: boolean, units: Dictionary): MoneyTotal[] {
  if (sums === null) return [];
  const totals: MoneyTotal[] = [];
  for (const [code, sum] of sums) {
    const { currency, network, decimals } = unitOf(units.valueOf(code) ?? '');
    totals.push({ currency, network, decimals, minorUnits: sum.amount.toString(), count: countOf(sum, countsParts) });
  }
  return totals.sort((one, other) => compareKeys([one.currency, one.network], [other.currency, other.network]) || one.decimals - other.decimals);
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
