import { notImplemented, ServerError } from '../commands/server-error.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, isRegularExpression, typeName } from '../values/bson-value.js';

const DEEPEST = 180;

/** Refuses what this store could not order, or could not give back as it came. */
export function requireStorable(document: BsonDocument): void {
  const identifier = document['_id'];
  if (Array.isArray(identifier)) throw new ServerError(53, "The '_id' value cannot be of type array");
  if (isRegularExpression(identifier)) throw new ServerError(53, "The '_id' value cannot be of type regex");
  if (isDocument(identifier)) {
    const dollar = Object.keys(identifier).find((name) => name.startsWith('$'));
    if (dollar !== undefined) throw new ServerError(52, `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`);
  }
  requireStorableValue(document, 0);
}

function requireStorableValue(value: BsonValue, depth: number): void {
  if (depth > DEEPEST) throw new ServerError(15, `Document exceeds maximum nested object depth: ${String(DEEPEST)}`);
  if (Array.isArray(value)) {
    for (const member of value) requireStorableValue(member, depth + 1);
    return;
  }
  if (isDocument(value)) {
    for (const [name, member] of Object.entries(value)) {
      if (name === '_bsontype' || name === '__proto__') throw notImplemented(`a field named ${name}`);
      requireStorableValue(member, depth + 1);
    }
    return;
  }
  const type = typeName(value);
  if (type === 'regex' || type === 'unsupported') throw notImplemented(`storing values of BSON type ${type}`);
}
