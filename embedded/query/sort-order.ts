import { notImplemented, ServerError } from '../commands/server-error.js';
import type { BsonDocument } from '../values/bson-value.js';
import { isDocument, isNumber } from '../values/bson-value.js';
import { describeField } from '../values/describe-value.js';
import { integerValue } from '../values/integer.js';
import { keysOfFields, ParallelArrays } from '../storage/index-keys.js';

export interface SortField {
  readonly path: string;
  readonly direction: 1 | -1;
}

export function parseSort(source: BsonDocument): SortField[] {
  return Object.entries(source).map(([path, value]) => {
    if (path === '') throw new ServerError(40352, 'FieldPath cannot be constructed with empty string');
    if (path.startsWith('$')) throw new ServerError(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
    if (isDocument(value)) throw notImplemented('sorting by $meta');
    if (path.split('.').some((name) => /^\d+$/.test(name))) throw notImplemented(`sorting by the numbered path '${path}'`);
    if (!isNumber(value)) throw new ServerError(15974, `Illegal key in $sort specification: ${describeField(path, value)}`);
    const direction = integerValue(value);
    if (direction !== 1 && direction !== -1) throw new ServerError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return { path, direction };
  });
}

/** One run of bytes per document whose order is the order asked for: the first of the keys it would have in such an index. */
export function sortKey(document: BsonDocument, fields: readonly SortField[]): Buffer {
  try {
    return keysOfFields(fields, document).keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
  } catch (error) {
    if (error instanceof ParallelArrays) throw new ServerError(2, 'Executor error during find command :: caused by :: cannot sort with keys that are parallel arrays');
    throw error;
  }
}
