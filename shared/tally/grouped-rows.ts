import { NO_UNIT } from './cell-shape.js';
import { IntColumn } from './int-column.js';
import type { TallyRow } from './tally-query.js';

/** The amounts of one unit in a row. */
export interface GroupedSum {
  records: number;
  parts: number;
  amount: bigint;
}

export interface GroupedRow {
  records: number;
  parts: number;
  /** As it was last answered; null since it changed. */
  answered: TallyRow | null;
  /** By the code of the unit; null until there is one. */
  sums: Map<number, GroupedSum> | null;
}

const BYTES_OF_ROW = 250;
const BYTES_OF_SUM = 300;

/** Cells added up into rows, into the whole, and by label for the disclosure log. */
export class GroupedRows {
  readonly rows = new Map<number, GroupedRow>();
  readonly whole: GroupedRow = emptyRow();
  /** How many records were counted under each label. */
  readonly labels: IntColumn;
  #order: readonly number[] | null = null;
  #sums = 0;

  constructor(labels = new IntColumn(new Int32Array(0))) {
    this.labels = labels;
  }

  add(row: number, unit: number, records: number, parts: number, amount: bigint): void {
    const known = this.rows.get(row);
    const grouped = known ?? emptyRow();
    if (known === undefined) {
      this.rows.set(row, grouped);
      this.#order = null;
    }
    this.#addTo(grouped, unit, records, parts, amount);
    if (grouped.records === 0 && grouped.parts === 0 && grouped.sums === null) {
      this.rows.delete(row);
      this.#order = null;
    }
    this.#addTo(this.whole, unit, records, parts, amount);
  }

  /** The rows in an order, which is found anew only after a row has come or gone. */
  inOrder(compare: (one: number, other: number) => number): readonly number[] {
    this.#order ??= [...this.rows.keys()].sort(compare);
    return this.#order;
  }

  copy(labelCount: number): GroupedRows {
    const copied = new GroupedRows(new IntColumn(this.labels.slice(labelCount)));
    for (const [row, grouped] of this.rows) copied.rows.set(row, copyOf(grouped));
    Object.assign(copied.whole, copyOf(this.whole));
    copied.#sums = this.#sums;
    copied.#order = this.#order;
    return copied;
  }

  /** About how much memory it takes. */
  get bytes(): number {
    return this.rows.size * BYTES_OF_ROW + this.#sums * BYTES_OF_SUM + this.labels.bytes;
  }

  #addTo(grouped: GroupedRow, unit: number, records: number, parts: number, amount: bigint): void {
    grouped.answered = null;
    grouped.records += records;
    grouped.parts += parts;
    if (unit === NO_UNIT) return;
    grouped.sums ??= new Map();
    let sum = grouped.sums.get(unit);
    if (sum === undefined) {
      sum = { records: 0, parts: 0, amount: 0n };
      grouped.sums.set(unit, sum);
      this.#sums += 1;
    }
    sum.records += records;
    sum.parts += parts;
    sum.amount += amount;
    if (sum.records !== 0 || sum.parts !== 0 || sum.amount !== 0n) return;
    grouped.sums.delete(unit);
    this.#sums -= 1;
    if (grouped.sums.size === 0) grouped.sums = null;
  }
}

function emptyRow(): GroupedRow {
  return { records: 0, parts: 0, answered: null, sums: null };
}

function copyOf({ records, parts, answered, sums }: GroupedRow): GroupedRow {
  return { records, parts, answered, sums: sums === null ? null : new Map([...sums].map(([unit, sum]) => [unit, { ...sum }])) };
}
