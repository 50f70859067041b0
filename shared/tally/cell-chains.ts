import type { CellTable } from './cell-table.js';
import { IntColumn } from './int-column.js';

/** For each value of one column the cells that have it, the newest first: a look at one label or day walks no others. */
export class CellChains {
  readonly #cells: CellTable;
  readonly #position: number;
  /** Of each value and of each cell the next cell, plus one: 0 ends a chain. */
  readonly #first = new IntColumn();
  readonly #next = new IntColumn();
  readonly #lengths = new IntColumn();
  #chained = 0;

  constructor(cells: CellTable, position: number) {
    this.#cells = cells;
    this.#position = position;
  }

  length(code: number): number {
    this.#chainNew();
    return this.#lengths.get(code);
  }

  *of(code: number): Generator<number, void, undefined> {
    this.#chainNew();
    for (let next = this.#first.get(code); next !== 0; next = this.#next.get(next - 1)) yield next - 1;
  }

  /** Cells are never lost, so the new ones are those behind the last that was chained. */
  #chainNew(): void {
    for (; this.#chained < this.#cells.size; this.#chained += 1) {
      const code = this.#cells.code(this.#chained, this.#position);
      this.#next.set(this.#chained, this.#first.get(code));
      this.#first.set(code, this.#chained + 1);
      this.#lengths.add(code, 1);
    }
  }
}
