import type { CellChains } from './cell-chains.js';
import type { CellShape } from './cell-shape.js';
import type { CellTable } from './cell-table.js';

export interface LabelDay {
  readonly day: string;
  /** Present records of that day by handling key; no label without a record. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * How many present records each label has on each day, for lists that want to know how far back a page reaches. It
 * tells what nobody but its owners may know: it sizes a query and never leaves a store.
 */
export class LabelDays {
  readonly #shape: CellShape;
  readonly #cells: CellTable;
  readonly #byDay: CellChains;
  #days: readonly { readonly day: string; readonly code: number }[] = [];

  constructor(shape: CellShape, cells: CellTable, byDay: CellChains) {
    this.#shape = shape;
    this.#cells = cells;
    this.#byDay = byDay;
  }

  /** Days with records from one day on, that day included, backwards or forwards; from the last or the first when none is named. In one country, or in any. */
  *walk(order: 1 | -1, from: string | null = null, country?: string): Generator<LabelDay, void, undefined> {
    const within = country === undefined ? null : this.#shape.dictionary('country').find(country);
    if (within === undefined) return;
    const days = this.#sortedDays();
    for (let next = positionOf(days, order, from); next >= 0 && next < days.length; next += order) {
      const at = days[next];
      const counts = at === undefined ? new Map<string, number>() : this.#countsOf(at.code, within);
      if (at !== undefined && counts.size > 0) yield { day: at.day, counts };
    }
  }

  #countsOf(day: number, country: number | null): Map<string, number> {
    const labels = this.#shape.dictionary('label');
    const position = this.#shape.position('label');
    const countryPosition = this.#shape.position('country');
    const counts = new Map<string, number>();
    for (const cell of this.#byDay.of(day)) {
      const records = this.#cells.records(cell);
      if (records === 0 || (country !== null && this.#cells.code(cell, countryPosition) !== country)) continue;
      const key = labels.valueOf(this.#cells.code(cell, position)) ?? '';
      counts.set(key, (counts.get(key) ?? 0) + records);
    }
    return counts;
  }

  #sortedDays(): readonly { readonly day: string; readonly code: number }[] {
    const days = this.#shape.dictionary('day').values();
    if (days.length !== this.#days.length) {
      this.#days = days.map((day, code) => ({ day: day ?? '', code })).sort((one, other) => (one.day < other.day ? -1 : 1));
    }
    return this.#days;
  }
}

/** Backwards the last day that is not after the one named, forwards the first that is not before it. */
function positionOf(days: readonly { readonly day: string }[], order: 1 | -1, from: string | null): number {
  if (from === null) return order === -1 ? days.length - 1 : 0;
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const day = days[middle]?.day ?? '';
    if (order === -1 ? day <= from : day < from) low = middle + 1;
    else high = middle;
  }
  return order === -1 ? low - 1 : low;
}
