/** Values as small whole numbers, in the order in which they came. A value never leaves, so a number never changes. */
export class Dictionary<Value extends string | null = string | null> {
  readonly #codes = new Map<Value, number>();
  readonly #values: Value[] = [];

  constructor(values: Iterable<Value> = []) {
    for (const value of values) this.codeOf(value);
  }

  get size(): number {
    return this.#values.length;
  }

  /** The number of a value; a new one where it was not known. */
  codeOf(value: Value): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#codes.set(value, code);
    this.#values.push(value);
    return code;
  }

  /** The number of a value that is known. */
  find(value: Value): number | undefined {
    return this.#codes.get(value);
  }

  valueOf(code: number): Value {
    const value = this.#values[code];
    if (value === undefined) throw new RangeError(`There is no value ${code}.`);
    return value;
  }

  values(): readonly Value[] {
    return this.#values;
  }
}
