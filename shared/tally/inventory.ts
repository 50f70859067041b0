import { canonicalJson } from '../canonical-json/canonical-json.js';
import type { Dictionary } from './dictionary.js';
import type { FrozenCells, FrozenColumns } from './frozen-cells.js';
import { thawedAmounts } from './frozen-cells.js';

interface Held {
  readonly label: string;
  readonly weight: string;
}

/** Cells and deltas that hold something, named by what they say rather than by their number: so two states compare. */
export interface Inventory {
  readonly labels: ReadonlySet<string>;
  readonly cells: ReadonlyMap<string, Held>;
  readonly deltas: ReadonlyMap<string, Held>;
  /** Records about which owners have said something, by id. */
  readonly claims: ReadonlyMap<string, Held>;
}

export function inventoryOf({ columns, values, codes, cells, deltas, claims }: FrozenCells, labels: Dictionary): Inventory {
  const valueOf = (position: number, code: number): string | null => (columns[position] === 'label' ? labels.valueOf(code) : (values[position]?.[code] ?? null));
  const names = Array.from(cells.records, (_, cell) => columns.map((_column, position) => valueOf(position, codes[cell * columns.length + position] ?? 0)));
  const nameOf = (cell: number): readonly (string | null)[] => names[cell] ?? [];
  const held = summed(cells, (position) => ({ key: JSON.stringify(nameOf(position)), label: nameOf(position)[0] ?? '' }));
  const past = summed(deltas, (position) => {
    const name = nameOf(deltas.cells[position] ?? -1);
    return { key: JSON.stringify([deltas.at[position], name]), label: name[0] ?? '' };
  });
  return { labels: new Set([...held.values(), ...past.values()].map(({ label }) => label)), cells: held, deltas: past, claims: new Map(claims.map(({ id, label, ...claim }) => [id, { label, weight: canonicalJson(claim) }])) };
}

/** What has the same name is one; what comes to nothing is left out. */
function summed({ records, parts, amounts }: FrozenColumns, named: (position: number) => { readonly key: string; readonly label: string }): Map<string, Held> {
  const exact = thawedAmounts(amounts, records.length);
  const sums = new Map<string, { readonly label: string; records: number; parts: number; amount: bigint }>();
  for (const position of records.keys()) {
    const { key, label } = named(position);
    const sum = sums.get(key) ?? { label, records: 0, parts: 0, amount: 0n };
    sums.set(key, { label, records: sum.records + (records[position] ?? 0), parts: sum.parts + (parts[position] ?? 0), amount: sum.amount + (exact[position] ?? 0n) });
  }
  const held = [...sums].filter(([, sum]) => sum.records !== 0 || sum.parts !== 0 || sum.amount !== 0n);
  return new Map(held.map(([key, sum]) => [key, { label: sum.label, weight: `${sum.records} ${sum.parts} ${sum.amount}` }]));
}
