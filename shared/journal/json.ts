import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json/canonical-json.js';
import { isWellFormed } from '../canonical-json/well-formed.js';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A record as the journal sees it: plain JSON values only; amounts are decimal strings. */
export type JournalDocument = Readonly<Record<string, JsonValue>>;

/** A draft that the journal cannot keep byte for byte. A fault of the caller, never of a user. */
export class InvalidDraftError extends TypeError {
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path} ${problem}`);
    this.name = 'InvalidDraftError';
    this.path = path;
  }
}

/**
 * Refuses whatever would come back from the store as other bytes than were hashed: dates, undefined,
 * numbers that are no safe integers, broken surrogate pairs (stored as U+FFFD), and keys the store treats as paths.
 */
export function assertJson(value: unknown, path: string): asserts value is JsonValue {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      if (!isWellFormed(value)) throw new InvalidDraftError(path, 'holds a broken surrogate pair.');
      return;
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0))
        throw new InvalidDraftError(path, 'is a number that is no safe integer: write it as a decimal string.');
      return;
    case 'object':
      if (value === null) return;
      if (Array.isArray(value)) assertJsonArray(value, path);
      else assertJsonObject(value, path);
      return;
    default:
      throw new InvalidDraftError(path, `is a ${typeof value}; only plain JSON can be journalled.`);
  }
}

/** Hash of the canonical JSON of a value, in hexadecimal. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function assertJsonArray(values: readonly unknown[], path: string): void {
  for (let index = 0; index < values.length; index += 1) assertJson(values[index], `${path}[${index}]`);
}

function assertJsonObject(value: object, path: string): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new InvalidDraftError(path, 'is an instance of a class; only plain objects can be journalled.');
  for (const [key, member] of Object.entries(value)) {
    if (key === '' || key === '__proto__' || key.startsWith('$') || key.includes('.') || key.includes('\0') || !isWellFormed(key))
      throw new InvalidDraftError(path, `has the key ${JSON.stringify(key)}, which the store cannot keep as it is.`);
    assertJson(member, `${path}.${key}`);
  }
}
