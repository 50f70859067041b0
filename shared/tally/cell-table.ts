import { frozenAmounts, thawedAmounts, type FrozenCells, type FrozenColumns } from './frozen-cells.js';
import { IntColumn } from './int-column.js';

const NONE = -1;

/**
 * The cells of one kind of record: codes side by side, one row of them a cell, found by an open-addressing table.
 * A cell that has become empty keeps its number, since the past may still speak of it.
 */
export class CellTable {
  readonly width: number;
  readonly #codes: IntColumn;
  readonly #records: IntColumn;
  readonly #parts: IntColumn;
  readonly #amounts: bigint[];
  #slots = new Int32Array(2048);
  #size = 0;

  constructor(width: number, frozen?: Pick<FrozenCells, 'codes' | 'cells'>) {
    this.width = width;
    this.#codes = new IntColumn(frozen?.codes);
    this.#records = new IntColumn(frozen?.cells.records);
    this.#parts = new IntColumn(frozen?.cells.parts);
    this.#size = frozen?.cells.records.length ?? 0;
    this.#amounts = thawedAmounts(frozen?.cells.amounts ?? [], this.#size);
    if (this.#size > 0) this.#makeSlots(2 ** Math.ceil(Math.log2(this.#size * 2 + 2048)));
  }

  get size(): number {
    return this.#size;
  }

  code(cell: number, position: number): number {
    return this.#codes.get(cell * this.width + position);
  }

  records(cell: number): number {
    return this.#records.get(cell);
  }

  parts(cell: number): number {
    return this.#parts.get(cell);
  }

  amount(cell: number): bigint {
    return this.#amounts[cell] ?? 0n;
  }

  /** The cell with these codes, new and empty where there was none. */
  cellOf(codes: Int32Array): number {
    const slot = this.#slotOf(codes);
    const held = this.#slots[slot] ?? 0;
    if (held !== 0) return held - 1;
    const cell = this.#size;
    for (let position = 0; position < this.width; position += 1) this.#codes.set(cell * this.width + position, codes[position] ?? 0);
    this.#amounts.push(0n);
    this.#size += 1;
    this.#slots[slot] = this.#size;
    if (this.#size * 2 > this.#slots.length) this.#makeSlots(this.#slots.length * 2);
    return cell;
  }

  add(cell: number, records: number, parts: number, amount: bigint): void {
    this.#records.add(cell, records);
    this.#parts.add(cell, parts);
    if (amount !== 0n) this.#amounts[cell] = this.amount(cell) + amount;
  }

  freeze(): { codes: Int32Array<ArrayBuffer>; cells: FrozenColumns } {
    return {
      codes: this.#codes.slice(this.#size * this.width),
      cells: { records: this.#records.slice(this.#size), parts: this.#parts.slice(this.#size), amounts: frozenAmounts(this.#amounts) },
    };
  }

  get bytes(): number {
    return this.#codes.bytes + this.#records.bytes + this.#parts.bytes + this.#slots.byteLength + this.#size * 8;
  }

  #slotOf(codes: Int32Array): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(codes, this.width) & mask; ; slot = (slot + 1) & mask) {
      const held = (this.#slots[slot] ?? 0) - 1;
      if (held === NONE || this.#holds(held, codes)) return slot;
    }
  }

  #holds(cell: number, codes: Int32Array): boolean {
    for (let position = 0; position < this.width; position += 1) {
      if (this.code(cell, position) !== codes[position]) return false;
    }
    return true;
  }

  #makeSlots(length: number): void {
    this.#slots = new Int32Array(length);
    const mask = this.#slots.length - 1;
    const codes = new Int32Array(this.width);
    for (let cell = 0; cell < this.#size; cell += 1) {
      for (let position = 0; position < this.width; position += 1) codes[position] = this.code(cell, position);
      let slot = hashOf(codes, this.width) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = cell + 1;
    }
  }
}

function hashOf(codes: Int32Array, width: number): number {
  let hash = 0x811c9dc5;
  for (let position = 0; position < width; position += 1) {
    hash = Math.imul(hash ^ (codes[position] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
