import { createHash } from 'node:crypto';

/**
 * Random bytes that are the same in every run. `restart` makes what follows depend on its seed alone, however many
 * bytes were drawn before; a later restart gives larger bytes, so that things made later also sort later. Subgraphs
 * draw side by side: each has bytes of its own, whatever the others draw meanwhile.
 */
export class SeededEntropy {
  #seed = 0;
  readonly #drawn = new Map<string, number>();

  restart(seed: number): void {
    this.#seed = seed;
    this.#drawn.clear();
  }

  readonly of = (subgraph: string) => (count: number): Buffer => {
    const drawn = this.#drawn.get(subgraph) ?? 0;
    this.#drawn.set(subgraph, drawn + 1);
    const start = Buffer.alloc(8);
    start.writeUInt32BE(this.#seed, 0);
    start.writeUInt32BE(drawn, 4);
    const rest = createHash('shake256', { outputLength: Math.max(count, 8) }).update(start).update(subgraph).digest();
    return Buffer.concat([start, rest]).subarray(0, count);
  };
}
