/**
 * Where a transaction stands among the rows of its block in one file, for files that do not say where it stands in the
 * block. Rows of one block stand together, as every exporter writes them, so only the block in hand is remembered.
 */
export class PositionsInBlock {
  #block: number | null = null;
  #positions = new Map<string, number>();
  #withoutBlock = 0;

  of(block: number | null, hash: string | null): number {
    if (block === null || hash === null) return this.#withoutBlock++;
    if (block !== this.#block) [this.#block, this.#positions] = [block, new Map<string, number>()];
    const known = this.#positions.get(hash);
    if (known !== undefined) return known;
    const position = this.#positions.size;
    this.#positions.set(hash, position);
    return position;
  }
}
