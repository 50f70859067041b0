import { InvalidDraftError, type JournalDocument, type JsonValue } from './json.js';

/**
 * A store that holds only so much of an index key refuses a longer one. It would refuse it after the append, at every
 * start again, so the journal refuses first. Four such values still fit into one key of the embedded store.
 */
export const MAX_INDEXED_BYTES = 450;

/** Throws unless every value under an indexed path is one that no index can refuse. */
export function assertIndexable(record: JournalDocument, indexed: readonly string[], path: string): void {
  for (const field of indexed) {
    const value = valueAt(record, field.split('.'));
    if (typeof value === 'string') assertIndexableText(value, `${path}.${field}`);
    // Arrays make a key for each member, and two of them in one index make none.
    else if (typeof value === 'object' && value !== null) throw new InvalidDraftError(`${path}.${field}`, 'is indexed, so it must be a single value.');
  }
}

export function assertIndexableText(text: string, path: string): void {
  const bytes = Buffer.byteLength(text.replaceAll('\0', '\0\0'));
  if (bytes > MAX_INDEXED_BYTES) throw new InvalidDraftError(path, `takes ${bytes} bytes of an index key; at most ${MAX_INDEXED_BYTES} fit.`);
}

function valueAt(value: JsonValue | undefined, [name, ...rest]: readonly string[]): JsonValue | undefined {
  if (name === undefined || typeof value !== 'object' || value === null || isList(value)) return value;
  return Object.hasOwn(value, name) ? valueAt(value[name], rest) : undefined;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
