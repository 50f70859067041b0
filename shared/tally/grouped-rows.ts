import { NO_UNIT } from './cell-shape.js';
import { IntColumn } from './int-column.js';

/** The amounts of one unit in a row. */
export interface GroupedSum {
  records: number;
  parts: number;
  amount: bigint;
}

export interface GroupedRow {
  records: number;
  parts: number;
  /** By the code of the unit; null until there is one. */
  sums: Map<number, GroupedSum> | null;
}

const BYTES_OF_ROW = 96;
const BYTES_OF_SUM = 120;

/** Cells added up into rows, into the whole, and by label for the disclosure log. */
export class GroupedRows {
  readonly rows = new Map<number, GroupedRow>();
  readonly whole: GroupedRow = emptyRow();
  /** How many records were counted under each label. */
  readonly labels: IntColumn;
  #sums = 0;

  constructor(labels = new IntColumn(new Int32Array(0))) {
    this.labels = labels;
  }

  add(row: number, unit: number, records: number, parts: number, amount: bigint): void {
    const known = this.rows.get(row);
    const grouped = known ?? emptyRow();
    if (known === undefined) this.rows.set(row, grouped);
    this.#addTo(grouped, unit, records, parts, amount);
    if (grouped.records === 0 && grouped.parts === 0 && grouped.sums === null) this.rows.delete(row);
    this.#addTo(this.whole, unit, records, parts, amount);
  }

  copy(labelCount: number): GroupedRows {
    const copied = new GroupedRows(new IntColumn(this.labels.slice(labelCount)));
    for (const [row, grouped] of this.rows) copied.rows.set(row, copyOf(grouped));
    Object.assign(copied.whole, copyOf(this.whole));
    copied.#sums = this.#sums;
    return copied;
  }

  /** About how much memory it takes. */
  get bytes(): number {
    return this.rows.size * BYTES_OF_ROW + this.#sums * BYTES_OF_SUM + this.labels.bytes;
  }

  #addTo(grouped: GroupedRow, unit: number, records: number, parts: number, amount: bigint): void {
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
  return { records: 0, parts: 0, sums: null };
}

function copyOf({ records, parts, sums }: GroupedRow): GroupedRow {
  return { records, parts, sums: sums === null ? null : new Map([...sums].map(([unit, sum]) => [unit, { ...sum }])) };
}
