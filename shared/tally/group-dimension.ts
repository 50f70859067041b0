import { unitSymbol, type CellColumn, type CellShape } from './cell-shape.js';
import { Dictionary } from './dictionary.js';
import { IntColumn } from './int-column.js';
import type { Dimension } from './tally-query.js';

/** A dimension that is read off another column: a month off the day. */
const DERIVED: Readonly<Partial<Record<Dimension, { readonly column: CellColumn; readonly derive: (value: string) => string }>>> = {
  month: { column: 'day', derive: (day) => day.slice(0, 7) },
  quarter: { column: 'day', derive: (day) => `${day.slice(0, 4)}-Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}` },
  year: { column: 'day', derive: (day) => day.slice(0, 4) },
  unit: { column: 'unit', derive: unitSymbol },
};

/** One dimension of a tally: of each code of its column the group to which it belongs. */
export class GroupDimension {
  readonly position: number;
  readonly #dictionary: Dictionary;
  readonly #derive: (value: string) => string;
  readonly #groups = new Dictionary();
  /** Of each code its group, plus one. */
  readonly #ofCode = new IntColumn();

  constructor(dimension: Dimension, shape: CellShape) {
    const { column, derive } = DERIVED[dimension] ?? { column: dimension as CellColumn, derive: (value: string) => value };
    this.position = shape.position(column);
    this.#dictionary = shape.dictionary(column);
    this.#derive = derive;
  }

  groupOf(code: number): number {
    const known = this.#ofCode.get(code);
    if (known !== 0) return known - 1;
    const value = this.#dictionary.valueOf(code);
    const group = this.#groups.codeOf(value === null ? null : this.#derive(value));
    this.#ofCode.set(code, group + 1);
    return group;
  }

  valueOf(group: number): string | null {
    return this.#groups.valueOf(group);
  }
}
