import type { MoneyUnit } from '../money/money.js';
import { Dictionary } from './dictionary.js';
import type { Axis, CountedFacets, CountedLot, TallyKind } from './tally-kind.js';

/** Code of a unit that there is none. */
export const NO_UNIT = 0;

/** What tells one cell from another. The label comes first: it decides who may see the cell. */
export type CellColumn = 'label' | 'operation' | 'country' | 'day' | 'further' | 'custodyState' | 'unit' | Axis;

/**
 * The columns of the cells of one kind of record and, for each, its values. Further crime types are one value, the
 * list as text; so is a unit, which is null where an amount is.
 */
export class CellShape {
  readonly columns: readonly CellColumn[];
  readonly #axes: readonly Axis[];
  readonly #positions: ReadonlyMap<CellColumn, number>;
  readonly #dictionaries: readonly Dictionary[];

  constructor({ axes }: Pick<TallyKind<never>, 'axes'>, labels: Dictionary, values: readonly (readonly (string | null)[])[] = []) {
    this.#axes = axes;
    this.columns = ['label', 'operation', 'country', 'day', ...axes, 'further', 'custodyState', 'unit'];
    this.#positions = new Map(this.columns.map((column, position) => [column, position]));
    this.#dictionaries = this.columns.map((column, position) => (column === 'label' ? labels : new Dictionary(column === 'unit' ? [null, ...(values[position] ?? [])] : values[position])));
  }

  get width(): number {
    return this.columns.length;
  }

  has(column: CellColumn): boolean {
    return this.#positions.has(column);
  }

  position(column: CellColumn): number {
    const position = this.#positions.get(column);
    if (position === undefined) throw new RangeError(`These cells have no ${column}.`);
    return position;
  }

  dictionary(column: CellColumn): Dictionary {
    const dictionary = this.#dictionaries[this.position(column)];
    if (dictionary === undefined) throw new RangeError(`These cells have no ${column}.`);
    return dictionary;
  }

  /** The values of each column, but for the labels, which all kinds share. */
  values(): (readonly (string | null)[])[] {
    return this.columns.map((column) => (column === 'label' ? [] : this.dictionary(column).values()));
  }

  /** Writes what tells the cell of a lot into `codes`, in the order of the columns. */
  encode(label: string, { operation, country, day, codes: byAxis, furtherCrimeTypes }: CountedFacets, { custodyState, value }: CountedLot, codes: Int32Array): void {
    const values: readonly (string | null)[] = [
      label, operation, country, day,
      ...this.#axes.map((axis) => byAxis[axis] ?? null),
      furtherCrimeTypes.length === 0 ? null : JSON.stringify(furtherCrimeTypes),
      custodyState,
      value === null ? null : unitText(value),
    ];
    for (const [position, text] of values.entries()) codes[position] = this.#dictionaries[position]?.codeOf(text) ?? 0;
  }
}

export function unitText({ currency, network, decimals }: MoneyUnit): string {
  return JSON.stringify([currency, network, decimals]);
}

/** Units are few, and asked for with every sum. */
const UNITS = new Map<string, MoneyUnit>();

export function unitOf(text: string): MoneyUnit {
  const known = UNITS.get(text);
  if (known !== undefined) return known;
  const [currency, network, decimals] = JSON.parse(text) as [string | null, string | null, number];
  const unit = { currency, network, decimals };
  UNITS.set(text, unit);
  return unit;
}

/** What people call a unit: the code of the currency, or of the network. */
export function unitSymbol(text: string): string {
  const { currency, network } = unitOf(text);
  return currency ?? network ?? '';
}

export function furtherOf(text: string | null): readonly string[] {
  return text === null ? [] : (JSON.parse(text) as string[]);
}
