import { createHash } from 'node:crypto';

/**
 * Random bytes that are the same in every run. `restart` makes what follows depend on its seed alone, however many
 * bytes were drawn before; a later restart gives larger bytes, so that things made later also sort later.
 */
export class SeededEntropy {
  #seed = 0;
  #drawn = 0;

  restart(seed: number): void {
    this.#seed = seed;
    this.#drawn = 0;
  }

  readonly bytes = (count: number): Buffer => {
    const start = Buffer.alloc(8);
    start.writeUInt32BE(this.#seed, 0);
    start.writeUInt32BE(this.#drawn++, 4);
    const rest = createHash('shake256', { outputLength: Math.max(count, 8) }).update(start).digest();
    return Buffer.concat([start, rest]).subarray(0, count);
  };
}
