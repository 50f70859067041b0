import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * What is drawn for one thing. It is the same in every run, and depends on nothing that is drawn for another: the
 * record of a turn stays what it is in an exercise of any size.
 */
export class Draw {
  readonly #generator: RandomGenerator;

  constructor(thing: string, turn: number) {
    this.#generator = xoroshiro128plus(createHash('sha256').update(`${thing}/${String(turn)}`).digest().readInt32BE(0));
  }

  /** From 0 on, below the limit. */
  below(limit: number): number {
    return uniformInt(this.#generator, 0, limit - 1);
  }

  between(first: number, last: number): number {
    return uniformInt(this.#generator, first, last);
  }

  /** True so often in a hundred. */
  chance(inHundred: number): boolean {
    return this.below(100) < inHundred;
  }

  of<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('There is nothing to draw from.');
    return value;
  }

  /** As many as asked for, each once, in a drawn order. */
  several<Value>(values: readonly Value[], count: number): Value[] {
    return this.shuffled(values).slice(0, count);
  }

  shuffled<Value>(values: readonly Value[]): Value[] {
    const rest = [...values];
    return values.flatMap(() => rest.splice(this.below(rest.length), 1));
  }
}
