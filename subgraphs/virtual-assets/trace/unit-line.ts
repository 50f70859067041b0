/** A stretch of base units, all tainted or none. */
export interface Stretch {
  readonly amount: bigint;
  readonly tainted: boolean;
}

/** Base units of one holding in the order in which they came: what came first goes first. */
export class UnitLine {
  #stretches: Stretch[] = [];
  #head = 0;

  constructor(clean: bigint) {
    this.add([{ amount: clean, tainted: false }]);
  }

  add(stretches: readonly Stretch[]): void {
    for (const { amount, tainted } of stretches) {
      if (amount === 0n) continue;
      const last = this.#stretches.at(-1);
      if (last?.tainted === tainted && this.#stretches.length > this.#head) this.#stretches[this.#stretches.length - 1] = { amount: last.amount + amount, tainted };
      else this.#stretches.push({ amount, tainted });
    }
  }

  /** The first units. Whoever asks knows that there are as many. */
  take(amount: bigint): Stretch[] {
    const taken: Stretch[] = [];
    let left = amount;
    while (left > 0n) {
      const first = this.#stretches[this.#head];
      if (first === undefined) throw new RangeError('A holding pays more than it has.');
      if (first.amount <= left) {
        taken.push(first);
        left -= first.amount;
        this.#head += 1;
      } else {
        taken.push({ amount: left, tainted: first.tainted });
        this.#stretches[this.#head] = { amount: first.amount - left, tainted: first.tainted };
        left = 0n;
      }
    }
    if (this.#head > 1_000) [this.#stretches, this.#head] = [this.#stretches.slice(this.#head), 0];
    return taken;
  }

  rest(): readonly Stretch[] {
    return this.#stretches.slice(this.#head);
  }
}

export function taintedAmount(stretches: readonly Stretch[]): bigint {
  return stretches.reduce((sum, { amount, tainted }) => (tainted ? sum + amount : sum), 0n);
}
