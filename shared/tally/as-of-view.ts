import type { Audience } from './audience.js';
import type { Delta, DeltaLog } from './delta-log.js';
import { GroupedRows } from './grouped-rows.js';
import type { Grouping } from './grouping.js';

interface Checkpoint {
  /** Everything up to this instant, and itself, is in it. */
  readonly at: number;
  readonly grouped: GroupedRows;
}

/** At least so many deltas lie between two checkpoints. */
const LEAST_SPACING = 4096;
const MOST_CHECKPOINTS = 64;

/**
 * What an audience counted at any instant, for one query: the nearest checkpoint before it and the deltas behind that.
 * What is later said about an earlier instant is added to every checkpoint that it concerns, so none is ever made anew.
 */
export class AsOfView {
  readonly audience: Audience;
  readonly grouping: Grouping;
  readonly #log: DeltaLog;
  /** By instant. */
  #checkpoints: Checkpoint[] = [{ at: -Infinity, grouped: new GroupedRows() }];

  constructor(log: DeltaLog, audience: Audience, grouping: Grouping) {
    this.#log = log;
    this.audience = audience;
    this.grouping = grouping;
  }

  /** About how much memory it takes. */
  get bytes(): number {
    return this.#checkpoints.reduce((sum, { grouped }) => sum + grouped.bytes, 0);
  }

  at(instant: number, labelCount: number): GroupedRows {
    const spacing = Math.max(LEAST_SPACING, Math.ceil((2 * this.#log.size) / MOST_CHECKPOINTS));
    let nearest = this.#nearest(instant);
    while (this.#log.distance(nearest.at, instant) > spacing) {
      const next = this.#log.instantBehind(nearest.at, spacing);
      if (next >= instant) break;
      nearest = { at: next, grouped: this.#advanced(nearest, next, labelCount) };
      this.#insert(nearest);
    }
    return this.#advanced(nearest, instant, labelCount);
  }

  note({ at, cell, records, parts, amount }: Delta): void {
    const last = this.#checkpoints.at(-1);
    if (last === undefined || last.at < at || !this.#concerns(cell)) return;
    for (const checkpoint of this.#checkpoints) if (checkpoint.at >= at) this.grouping.addTo(checkpoint.grouped, cell, records, parts, amount);
  }

  #advanced({ at, grouped }: Checkpoint, instant: number, labelCount: number): GroupedRows {
    const advanced = grouped.copy(labelCount);
    this.#log.between(at, instant, (cell, records, parts, amount) => {
      if (this.#concerns(cell)) this.grouping.addTo(advanced, cell, records, parts, amount);
    });
    return advanced;
  }

  #concerns(cell: number): boolean {
    return this.audience.has(this.grouping.labelOf(cell)) && this.grouping.has(cell);
  }

  #nearest(instant: number): Checkpoint {
    const nearest = this.#checkpoints.findLast(({ at }) => at <= instant);
    if (nearest === undefined) throw new RangeError('An instant is a number of milliseconds.');
    return nearest;
  }

  /** A log that has grown much leaves its first checkpoints too close to each other. */
  #insert(checkpoint: Checkpoint): void {
    this.#checkpoints.push(checkpoint);
    this.#checkpoints.sort((one, other) => one.at - other.at);
    if (this.#checkpoints.length > MOST_CHECKPOINTS) this.#checkpoints = this.#checkpoints.filter((_, position) => position % 2 === 0);
  }
}
