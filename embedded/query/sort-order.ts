import { ServerError } from '../commands/server-error.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, isNumber } from '../values/bson-value.js';
import { integerValue } from '../values/integer.js';
import { inverted } from '../values/key-fields.js';
import { EMPTY_ARRAY_KEY, encodeOrdered } from '../values/ordered-key.js';
import { MISSING, valuesAtPath } from './path-values.js';

export interface SortField {
  readonly path: string;
  readonly direction: 1 | -1;
}

export function parseSort(source: BsonDocument): SortField[] {
  return Object.entries(source).map(([path, value]) => {
    if (path === '') throw new ServerError(40352, 'FieldPath cannot be constructed with empty string');
    if (path.startsWith('$')) throw new ServerError(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
    if (isDocument(value)) throw new ServerError(238, 'The embedded store does not implement sorting by $meta; use a MongoDB server for it');
    if (!isNumber(value)) throw new ServerError(15974, `Illegal key in $sort specification: ${path}: ${describe(value)}`);
    const direction = integerValue(value);
    if (direction !== 1 && direction !== -1) throw new ServerError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return { path, direction };
  });
}

function describe(value: BsonValue): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** One run of bytes per document whose order is the order asked for. */
export function sortKey(document: BsonDocument, fields: readonly SortField[]): Buffer {
  return Buffer.concat(fields.map((field) => fieldKey(document, field)));
}

/** An array is sorted by its least element when ascending and by its greatest when descending. */
function fieldKey(document: BsonDocument, field: SortField): Buffer {
  const keys: Buffer[] = [];
  for (const found of valuesAtPath(document, field.path)) {
    if (found === MISSING) keys.push(encodeOrdered(null));
    else if (!Array.isArray(found)) keys.push(encodeOrdered(found));
    else if (found.length === 0) keys.push(EMPTY_ARRAY_KEY);
    else for (const member of found) keys.push(encodeOrdered(member));
  }
  if (keys.length === 0) keys.push(encodeOrdered(null));
  const directed = field.direction === 1 ? keys : keys.map(inverted);
  return directed.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
}
