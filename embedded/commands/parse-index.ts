import { Int32 } from 'bson';
import type { IndexDefinition, IndexField } from '../storage/index-definition.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, isNumber, typeName } from '../values/bson-value.js';
import { describeValue } from '../values/describe-value.js';
import { booleanOf } from './read-options.js';
import { notImplemented, ServerError } from './server-error.js';

/** `background` has had no effect in MongoDB since 4.2, and has none here. */
const KNOWN = new Set(['v', 'key', 'name', 'unique', 'sparse', 'background']);
const ELSEWHERE = new Set([
  'expireAfterSeconds', 'partialFilterExpression', 'collation', 'hidden', 'wildcardProjection', 'weights', 'default_language',
  'language_override', 'textIndexVersion', '2dsphereIndexVersion', 'bits', 'min', 'max', 'storageEngine', 'ns', 'clustered',
]);

/** One entry of `createIndexes`. What would change the meaning of an index and is not kept, is refused. */
export function parseIndex(source: BsonDocument): IndexDefinition {
  for (const name of Object.keys(source)) {
    if (KNOWN.has(name)) continue;
    if (ELSEWHERE.has(name)) throw notImplemented(`the index option ${name}`);
    throw new ServerError(197, `The field '${name}' is not valid for an index specification. Specification: ${describeValue(source)}`);
  }
  const { key, name } = source;
  if (!isDocument(key)) throw new ServerError(9, `The 'key' field is a required property of an index specification`);
  if (typeof name !== 'string') throw new ServerError(9, `The 'name' field is a required property of an index specification`);
  const fields = Object.entries(key).map(([path, direction]) => parseField(path, direction));
  if (fields.length === 0) throw new ServerError(67, 'Index keys cannot be empty.');
  const unique = booleanOf(source['unique']);
  const sparse = booleanOf(source['sparse']);
  const specification: BsonDocument = { v: new Int32(2), key, name };
  if (booleanOf(source['background'])) specification['background'] = true;
  if (unique) specification['unique'] = true;
  if (sparse) specification['sparse'] = true;
  return { id: 0, name, fields, unique, sparse, multikey: false, specification };
}

function parseField(path: string, direction: BsonValue): IndexField {
  if (path === '' || path.split('.').includes('')) throw new ServerError(67, 'Index keys cannot be an empty field.');
  if (path.startsWith('$') || path.includes('$**')) throw notImplemented(`the index field '${path}'`);
  if (path.split('.').some((name) => /^\d+$/.test(name))) throw notImplemented(`the numbered index field '${path}'`);
  if (typeof direction === 'string') throw notImplemented(`the index type '${direction}'`);
  const sign = isNumber(direction) ? Math.sign(Number(direction.toString())) : 0;
  if (sign === 1 || sign === -1) return { path, direction: sign };
  if (isNumber(direction)) throw new ServerError(67, 'Values in the index key pattern cannot be 0.');
  throw new ServerError(67, `Values in v:2 index key pattern cannot be of type ${typeName(direction)}. Only numbers > 0, numbers < 0, and strings are allowed.`);
}
