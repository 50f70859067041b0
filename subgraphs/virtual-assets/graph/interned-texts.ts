import { equalBytes, findInSlots, hashOfBytes, newSlots, putInSlots } from './hash-slots.js';

/** Gives each text a number, in the order in which they come: bytes and a table instead of millions of strings in a Map. */
export class InternedTexts {
  #bytes: Buffer = Buffer.alloc(1 << 16);
  #used = 0;
  #starts: Uint32Array = new Uint32Array(1 << 12);
  #slots: Int32Array = newSlots(1 << 12);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** All texts, one after the other. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#used);
  }

  /** Where each begins, and where the last ends. */
  get starts(): Uint32Array {
    return this.#starts.subarray(0, this.#count + 1);
  }

  /** As `findText` reads them. */
  get slots(): Int32Array {
    return this.#slots;
  }

  text(entry: number): string {
    return this.#bytes.toString('utf8', this.#starts[entry], this.#starts[entry + 1]);
  }

  intern(text: string): number {
    this.#reserve(text.length * 3);
    const length = this.#bytes.write(text, this.#used, 'utf8');
    const end = this.#used + length;
    const hash = hashOfBytes(this.#bytes, this.#used, end);
    const known = findInSlots(this.#slots, hash, (entry) => this.#is(entry, length));
    if (known !== -1) return known;
    const entry = this.#count;
    putInSlots(this.#slots, hash, entry);
    this.#count += 1;
    this.#used = end;
    this.#starts[this.#count] = end;
    return entry;
  }

  /** Whether the entry equals the text that was just written behind the others. */
  #is(entry: number, length: number): boolean {
    const start = this.#starts[entry] ?? 0;
    return (this.#starts[entry + 1] ?? 0) - start === length && equalBytes(this.#bytes, start, this.#bytes, this.#used, length);
  }

  #reserve(bytes: number): void {
    if (this.#used + bytes > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], Math.max(this.#bytes.length * 2, this.#used + bytes));
    if (this.#count + 2 > this.#starts.length) {
      const starts = new Uint32Array(this.#starts.length * 2);
      starts.set(this.#starts);
      this.#starts = starts;
    }
    if ((this.#count + 1) * 2 > this.#slots.length) {
      this.#slots = newSlots(this.#count * 2);
      for (let entry = 0; entry < this.#count; entry += 1) putInSlots(this.#slots, hashOfBytes(this.#bytes, this.#starts[entry] ?? 0, this.#starts[entry + 1] ?? 0), entry);
    }
  }
}

export interface TextColumns {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly slots: Int32Array;
}

/** The number of a text, or -1. */
export function findText({ bytes, starts, slots }: TextColumns, text: string): number {
  const sought = Buffer.from(text, 'utf8');
  return findInSlots(slots, hashOfBytes(sought, 0, sought.length), (entry) => {
    const start = starts[entry] ?? 0;
    return (starts[entry + 1] ?? 0) - start === sought.length && equalBytes(bytes, start, sought, 0, sought.length);
  });
}
