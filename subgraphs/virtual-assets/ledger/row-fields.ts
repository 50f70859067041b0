import { RowFault } from './row-fault.js';

/** A JSON object of unknown make. */
export type Fields = Readonly<Record<string, unknown>>;

export function parseObject(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RowFault('The line is no JSON.');
  }
  return asObject(value, 'The line');
}

export function asObject(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RowFault(`${what} is no JSON object.`);
  return value as Fields;
}

export function requireList(fields: Fields, name: string, most: number): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new RowFault(`${name} is no list.`);
  if (value.length > most) throw new RowFault(`${name} has ${value.length} entries; no transaction has more than ${most}.`);
  return value;
}

/** A whole number from 0 that JSON kept exactly. */
export function requireWhole(value: unknown, name: string, most: number = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new RowFault(`${name} is no whole number from 0: ${shown(value)}.`);
  if (value > most) throw new RowFault(`${name} is ${value}, above ${most}.`);
  return value;
}

export function requireHash(value: unknown, name: string): string {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) throw new RowFault(`${name} is no hash of 64 lower-case hexadecimal digits: ${shown(value)}.`);
  return value;
}

/** Enough of a value to recognise it by, and never a page of it. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'it is missing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
