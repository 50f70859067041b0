/** The representations of one fetch, each once: the same entity often stands in many places of an answer. */
export class RepresentationList {
  readonly representations: unknown[] = [];
  readonly #indexes = new Map<string, number>();

  /** The index at which the answer to this representation will stand. */
  add(representation: unknown): number {
    const key = JSON.stringify(representation);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = this.representations.push(representation) - 1;
    this.#indexes.set(key, index);
    return index;
  }
}
