import type { BsonDocument } from '../values/bson-value.js';
import { notImplemented, ServerError } from './server-error.js';

/** Options of MongoDB that this store lacks. Ignoring one would give another answer than the one asked for. */
const ELSEWHERE = new Set([
  'collation', 'let', 'arrayFilters', 'min', 'max', 'returnKey', 'showRecordId', 'tailable', 'awaitData', 'oplogReplay',
  'allowPartialResults', 'explain', 'needsMerge', 'isMapReduceCommand', 'c', 'sampleRate', 'stmtIds', 'stmtId',
]);

export function requireKnown(source: BsonDocument, known: readonly string[], where: string): void {
  for (const name of Object.keys(source)) {
    if (known.includes(name)) continue;
    if (ELSEWHERE.has(name)) throw notImplemented(`the option ${name} of ${where}`);
    throw new ServerError(40415, `BSON field '${where}.${name}' is an unknown field.`);
  }
}
