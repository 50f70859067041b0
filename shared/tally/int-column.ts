const FIRST_LENGTH = 1024;

/** Whole numbers of 32 bits that grow in number; what was never set is 0. */
export class IntColumn {
  #values: Int32Array<ArrayBuffer>;

  constructor(values: Int32Array<ArrayBuffer> = new Int32Array(FIRST_LENGTH)) {
    this.#values = values;
  }

  get(at: number): number {
    return this.#values[at] ?? 0;
  }

  set(at: number, value: number): void {
    if (at >= this.#values.length) this.#grow(at);
    this.#values[at] = value;
  }

  add(at: number, value: number): void {
    this.set(at, this.get(at) + value);
  }

  /** The first `length` values, of their own. */
  slice(length: number): Int32Array<ArrayBuffer> {
    if (length > this.#values.length) this.#grow(length - 1);
    return this.#values.slice(0, length);
  }

  get bytes(): number {
    return this.#values.byteLength;
  }

  #grow(at: number): void {
    const grown = new Int32Array(Math.max(at + 1, Math.ceil(this.#values.length * 1.5), FIRST_LENGTH));
    grown.set(this.#values);
    this.#values = grown;
  }
}
