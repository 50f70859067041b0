/** One entry of a pack as a parser gave it: YAML without types, or JSON. */
export type PackEntry = Readonly<Record<string, unknown>>;

/** What is wrong with one field of an entry. */
export interface EntryFault {
  readonly field: string;
  readonly message: string;
}

/** Reads the fields of an entry and remembers which it read, and what was wrong. */
export class PackFields {
  readonly #entry: PackEntry;
  readonly #read = new Set<string>();
  readonly faults: EntryFault[] = [];

  constructor(entry: PackEntry) {
    this.#entry = entry;
  }

  /** Text without the space around it; null where there is none. Numbers and what is nested become text as JSON has it. */
  text(...names: readonly string[]): string | null {
    const value = this.#value(names);
    if (value === undefined || value === null) return null;
    const text = (typeof value === 'string' ? value : JSON.stringify(value)).trim();
    return text === '' ? null : text;
  }

  /** A list of texts, or one text. */
  texts(...names: readonly string[]): string[] {
    const value = this.#value(names);
    const items: readonly unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
    return items.flatMap((item) => {
      const text = (typeof item === 'string' ? item : JSON.stringify(item)).trim();
      return text === '' ? [] : [text];
    });
  }

  flag(...names: readonly string[]): boolean | null {
    const text = this.text(...names)?.toLowerCase() ?? null;
    if (text === null) return null;
    if (['true', 'yes', 'on'].includes(text)) return true;
    if (['false', 'no', 'off'].includes(text)) return false;
    this.faults.push({ field: names[0] ?? '', message: `"${text.slice(0, 60)}" is neither true nor false.` });
    return null;
  }

  required(name: string): string {
    const text = this.text(name);
    if (text === null) this.faults.push({ field: name, message: 'This must not be empty.' });
    return text ?? '';
  }

  /** Fields that hold something and that nobody asked for. */
  unread(known: ReadonlySet<string>): string[] {
    return Object.keys(this.#entry).filter((name) => !this.#read.has(name) && !known.has(name));
  }

  #value(names: readonly string[]): unknown {
    for (const name of names) this.#read.add(name);
    const name = names.find((candidate) => Object.hasOwn(this.#entry, candidate));
    return name === undefined ? undefined : this.#entry[name];
  }
}
