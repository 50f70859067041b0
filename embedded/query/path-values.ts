import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument } from '../values/bson-value.js';

/** A path that leads nowhere, which is not the same as null to `$exists`. */
export const MISSING: unique symbol = Symbol('missing');
export type Found = BsonValue | typeof MISSING;

/**
 * The values at a path as queries see them: arrays on the way are entered, and a number
 * in the path is also an index. The value at the end is not taken apart.
 */
export function valuesAtPath(document: BsonDocument, path: string): Found[] {
  const found: Found[] = [];
  collect(document, path.split('.'), 0, found);
  return found;
}

function collect(value: BsonValue, path: readonly string[], depth: number, found: Found[]): void {
  const name = path[depth];
  if (name === undefined) {
    found.push(value);
    return;
  }
  if (isDocument(value)) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (member === undefined) found.push(MISSING);
    else collect(member, path, depth + 1, found);
    return;
  }
  if (Array.isArray(value)) {
    collectFromArray(value, path, depth, name, found);
    return;
  }
  found.push(MISSING);
}

function collectFromArray(values: readonly BsonValue[], path: readonly string[], depth: number, name: string, found: Found[]): void {
  for (const member of values) {
    if (isDocument(member)) collect(member, path, depth, found);
  }
  if (/^(0|[1-9]\d*)$/.test(name)) {
    const member = values[Number(name)];
    if (member !== undefined) collect(member, path, depth + 1, found);
  }
}
