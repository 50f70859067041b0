import { coerceInputValue, type GraphQLInputObjectType } from 'graphql';
import type { InputIssue } from '../../shared/graphql/outcomes.type.js';
import { cellReader, type CellReader } from './cell-reader.js';
import { findCellField, findField, textOfPath, type CellField, type Field, type FieldPath } from './field-path.js';
import { columnsOf, MappingError, type Mapping } from './mapping.js';

/** One thing that is wrong with a row: in which column, when a column says it, and at which field. */
export interface RowIssue {
  readonly column: string | null;
  readonly field: string;
  readonly message: string;
}

export type ReadRow<Input> = ({ readonly input: Input } | { readonly issues: readonly RowIssue[] }) & {
  /** A list that several columns fill had empty cells before others: its elements moved up, away from their columns. */
  readonly movedUp: boolean;
};

interface MappedColumn {
  readonly name: string;
  readonly index: number;
  readonly field: CellField;
  readonly read: CellReader;
}

interface Constant {
  readonly field: Field;
  readonly value: unknown;
}

type Values = Record<string, unknown>;

/**
 * Reads the cells of a row as the input of a mutation, by a mapping that is checked against that input first. Scalars,
 * choices and defaults are those of the schema, so a file says what the mutation would be told, and no more.
 */
export class RowReader<Input> {
  readonly #type: GraphQLInputObjectType;
  readonly #columns: readonly MappedColumn[];
  readonly #constants: readonly Constant[];
  readonly #cells: number;

  constructor(type: GraphQLInputObjectType, mapping: Mapping, header: readonly string[]) {
    this.#type = type;
    this.#cells = header.length;
    const faults = headerFaults(header, mapping);
    this.#columns = [...columnsOf(mapping)].flatMap(([name, column]) => {
      const field = findCellField(type, column.field);
      if (typeof field !== 'string') return [{ name, index: header.indexOf(name), field, read: cellReader(field, column, mapping) }];
      faults.push(`Column "${name}": ${field}`);
      return [];
    });
    this.#constants = Object.entries(mapping.constants).flatMap(([path, value]) => {
      const field = findField(type, path);
      const fault = typeof field === 'string' ? field : constantFault(field, value);
      if (typeof field !== 'string' && fault === null) return [{ field, value }];
      faults.push(`Constant ${String(fault)}`);
      return [];
    });
    faults.push(...saidTwice([...this.#columns, ...this.#constants].map(({ field }) => textOfPath(field.path))));
    if (faults.length > 0) throw new MappingError(faults);
  }

  read(cells: readonly string[]): ReadRow<Input> {
    if (cells.length !== this.#cells) return { issues: [{ column: null, field: '', message: `This row has ${cells.length} cells; the header has ${this.#cells}.` }], movedUp: false };
    const values: Values = {};
    const issues: RowIssue[] = [];
    for (const { name, index, field, read } of this.#columns) {
      const cell = cells[index]?.trim() ?? '';
      if (cell === '') continue;
      const said = read(cell);
      if ('value' in said) put(values, field.path, said.value);
      else issues.push({ column: name, field: textOfPath(field.path), message: said.fault });
    }
    for (const { field, value } of this.#constants) if (this.#applies(field, values)) put(values, field.path, value);
    const movedUp = hasGaps(values);
    const input: unknown = coerceInputValue(movedUp ? withoutGaps(values) : values, this.#type, (path, _, { message }) => {
      issues.push(this.#located(missingField(path, message) ?? { path: textOfPath(path), message }, movedUp));
    });
    const once = issues.filter(({ field }, index) => issues.findIndex((issue) => issue.field === field) === index);
    return once.length > 0 ? { issues: once, movedUp } : { input: input as Input, movedUp };
  }

  /** What the exchange said of a row, with the columns that said it. */
  locate(issues: readonly InputIssue[], movedUp: boolean): RowIssue[] {
    return issues.map((issue) => this.#located(issue, movedUp));
  }

  #located({ path, message }: InputIssue, movedUp: boolean): RowIssue {
    const column = this.#columns.find(({ field }) => isWithin(path, textOfPath(field.path)));
    const isSure = !movedUp || column?.field.path.every((step) => typeof step === 'string') === true;
    return { column: isSure ? (column?.name ?? null) : null, field: path, message };
  }

  /**
   * A constant in a part that columns fill belongs to what they say: without a suspect there is no handling of a
   * suspect, and without an amount no currency.
   */
  #applies({ path, required }: Field, values: Values): boolean {
    return path.slice(0, -1).every((_, index) => {
      const part = path.slice(0, index + 1);
      if (at(values, part) !== undefined || required[index] === true) return true;
      return !this.#columns.some(({ field }) => isWithin(textOfPath(field.path), textOfPath(part)));
    });
  }
}

function headerFaults(header: readonly string[], mapping: Mapping): string[] {
  const columns = columnsOf(mapping);
  const known = new Set([...columns.keys(), ...mapping.ignored]);
  const found = header.map((name) => `"${name}"`).join(', ');
  return [
    ...[...columns.keys()].filter((name) => !header.includes(name)).map((name) => `The file has no column "${name}"; it has ${found}. If that looks wrong, state the \`delimiter\`.`),
    ...header.filter((name) => !known.has(name)).map((name) => `Nothing is said about the column "${name}": map it, or name it under \`ignored\`.`),
    ...saidTwice(header).map((fault) => `In the header, ${fault}`),
  ];
}

function constantFault({ path, type }: Field, value: unknown): string | null {
  let fault: string | null = null;
  coerceInputValue(value, type, (_, __, { message }) => { fault ??= `"${textOfPath(path)}": ${message}`; });
  return fault;
}

function saidTwice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => `"${name}" stands more than once.`);
}

/** GraphQL speaks of a missing field at the object that lacks it. */
function missingField(path: FieldPath, message: string): InputIssue | null {
  const [, name] = /^Field "(\w+)" of required type/.exec(message) ?? [];
  return name === undefined ? null : { path: textOfPath([...path, name]), message: 'This must not be empty.' };
}

function isWithin(path: string, part: string): boolean {
  return path === part || (path.startsWith(part) && /^[.[]/.test(path.slice(part.length)));
}

function put(values: Values, [step = '', ...rest]: FieldPath, value: unknown): void {
  if (rest.length === 0) values[step] = value;
  else put((values[step] ??= typeof rest[0] === 'number' ? [] : {}) as Values, rest, value);
}

function at(values: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((found, step) => (typeof found === 'object' && found !== null ? (found as Values)[step] : undefined), values);
}

function hasGaps(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? value.includes(undefined) || value.some(hasGaps) : Object.values(value).some(hasGaps);
}

function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(withoutGaps);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutGaps(inner)]));
}
