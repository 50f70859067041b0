import { frozenAmounts, thawedAmounts, type FrozenCells } from './frozen-cells.js';
import { IntColumn } from './int-column.js';

/** At this instant a cell began to hold so much more, or less. */
export interface Delta {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly cell: number;
  /** Of several lots of one record only one weighs. */
  readonly records: number;
  readonly parts: number;
  /** Exact, in minor units. */
  readonly amount: bigint;
}

export type VisitDelta = (cell: number, records: number, parts: number, amount: bigint, at: number) => void;

const FIRST_LENGTH = 1024;
/** So many deltas may wait unsorted; each read looks at all of them. */
const MOST_LATE = 4096;

/**
 * What happened to the cells, by instant. Most of it comes in order; what is said later about an earlier instant (a
 * relabelled, an erased record) waits aside and is merged now and then, and what cancels out goes.
 */
export class DeltaLog {
  #at: Float64Array<ArrayBuffer>;
  #cells: IntColumn;
  #records: IntColumn;
  #parts: IntColumn;
  #amounts: bigint[];
  #sorted: number;
  #late: Delta[] = [];

  constructor(frozen?: FrozenCells['deltas']) {
    this.#at = frozen?.at ?? new Float64Array(FIRST_LENGTH);
    this.#cells = new IntColumn(frozen?.cells);
    this.#records = new IntColumn(frozen?.records);
    this.#parts = new IntColumn(frozen?.parts);
    this.#sorted = frozen?.at.length ?? 0;
    this.#amounts = thawedAmounts(frozen?.amounts ?? [], this.#sorted);
  }

  get size(): number {
    return this.#sorted + this.#late.length;
  }

  get bytes(): number {
    return this.#at.byteLength + this.#cells.bytes + this.#records.bytes + this.#parts.bytes + this.#sorted * 8;
  }

  add(delta: Delta): void {
    if (this.#sorted === 0 || delta.at >= (this.#at[this.#sorted - 1] ?? 0)) this.#push(delta);
    else this.#late.push(delta);
    if (this.#late.length > Math.max(MOST_LATE, this.#sorted / 64)) this.settle();
  }

  /** Every delta after one instant and up to another; among themselves in no order. */
  between(after: number, upTo: number, visit: VisitDelta): void {
    const end = this.#positionAfter(upTo);
    for (let position = this.#positionAfter(after); position < end; position += 1) this.#visit(position, visit);
    for (const { at, cell, records, parts, amount } of this.#late) if (at > after && at <= upTo) visit(cell, records, parts, amount, at);
  }

  /** How many deltas lie after one instant and up to another; those that wait aside are not counted. */
  distance(after: number, upTo: number): number {
    return this.#positionAfter(upTo) - this.#positionAfter(after);
  }

  /** The instant of the delta so many further on; the last one where there are fewer. */
  instantBehind(after: number, further: number): number {
    return this.#at[Math.min(this.#sorted, this.#positionAfter(after) + further) - 1] ?? after;
  }

  freeze(): FrozenCells['deltas'] {
    this.settle();
    const length = this.#sorted;
    return {
      at: this.#at.slice(0, length), cells: this.#cells.slice(length), records: this.#records.slice(length), parts: this.#parts.slice(length),
      amounts: frozenAmounts(this.#amounts),
    };
  }

  /** Puts what waits aside into its place. */
  settle(): void {
    if (this.#late.length === 0) return;
    const late = this.#late.sort((one, other) => one.at - other.at);
    const merged = new DeltaLog();
    let next = 0;
    let instant: Delta[] = [];
    const take = (delta: Delta): void => {
      if (instant[0] !== undefined && instant[0].at !== delta.at) {
        for (const netted of net(instant)) merged.#push(netted);
        instant = [];
      }
      instant.push(delta);
    };
    for (let position = 0; position < this.#sorted; position += 1) {
      this.#visit(position, (cell, records, parts, amount, at) => {
        for (let waiting = late[next]; waiting !== undefined && waiting.at < at; waiting = late[next]) {
          take(waiting);
          next += 1;
        }
        take({ at, cell, records, parts, amount });
      });
    }
    for (const waiting of late.slice(next)) take(waiting);
    for (const netted of net(instant)) merged.#push(netted);
    [this.#at, this.#cells, this.#records, this.#parts, this.#amounts, this.#sorted] = [merged.#at, merged.#cells, merged.#records, merged.#parts, merged.#amounts, merged.#sorted];
    this.#late = [];
  }

  #push({ at, cell, records, parts, amount }: Delta): void {
    const position = this.#sorted;
    if (position === this.#at.length) {
      const grown = new Float64Array(Math.max(FIRST_LENGTH, Math.ceil(position * 1.5)));
      grown.set(this.#at);
      this.#at = grown;
    }
    this.#at[position] = at;
    this.#cells.set(position, cell);
    this.#records.set(position, records);
    this.#parts.set(position, parts);
    this.#amounts.push(amount);
    this.#sorted += 1;
  }

  #visit(position: number, visit: VisitDelta): void {
    visit(this.#cells.get(position), this.#records.get(position), this.#parts.get(position), this.#amounts[position] ?? 0n, this.#at[position] ?? 0);
  }

  /** How many sorted deltas lie at an instant or before it. */
  #positionAfter(instant: number): number {
    let [low, high] = [0, this.#sorted];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#at[middle] ?? 0) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Deltas of one instant, one for each cell; those that come to nothing are left out. */
export function net(deltas: readonly Delta[]): readonly Delta[] {
  if (deltas.length < 2) return deltas;
  const byCell = new Map<number, Delta>();
  for (const delta of deltas) {
    const known = byCell.get(delta.cell);
    byCell.set(
      delta.cell,
      known === undefined ? delta : { ...delta, records: known.records + delta.records, parts: known.parts + delta.parts, amount: known.amount + delta.amount },
    );
  }
  return [...byCell.values()].filter(({ records, parts, amount }) => records !== 0 || parts !== 0 || amount !== 0n);
}
