import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { describeField } from '../values/describe-value.js';
import { MISSING, valuesAtPath } from '../query/path-values.js';
import type { IndexDefinition } from './index-definition.js';
import { splitKey } from '../values/key-fields.js';
import { encodeOrdered } from '../values/ordered-key.js';
import { Int32 } from 'bson';

export interface DescribedKey {
  readonly keyPattern: BsonDocument;
  readonly keyValue: BsonDocument;
  readonly text: string;
}

/** What a duplicate key error says of the key: drivers and mongoose read `keyPattern` and `keyValue`. */
export function describeKey(index: IndexDefinition, key: Buffer, document: BsonDocument): DescribedKey {
  const parts = splitKey(key, 0, index.fields.map(({ direction }) => direction));
  const keyPattern: BsonDocument = {};
  const keyValue: BsonDocument = {};
  for (const [at, field] of index.fields.entries()) {
    keyPattern[field.path] = new Int32(field.direction);
    keyValue[field.path] = valueOfKey(document, field.path, parts[at]);
  }
  const text = Object.entries(keyValue).map(([path, value]) => describeField(path, value)).join(', ');
  return { keyPattern, keyValue, text: `{ ${text} }` };
}

/** The value, or the element of an array, that gave the key. */
function valueOfKey(document: BsonDocument, path: string, key: Buffer | undefined): BsonValue {
  for (const found of valuesAtPath(document, path)) {
    if (found === MISSING) continue;
    for (const candidate of Array.isArray(found) ? found : [found]) {
      if (key?.equals(encodeOrdered(candidate)) === true) return candidate;
    }
  }
  return null;
}
