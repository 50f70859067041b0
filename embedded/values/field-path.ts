import { notImplemented, ServerError } from '../commands/server-error.js';
import { describeField } from './describe-value.js';
import type { BsonDocument, BsonValue } from './bson-value.js';
import { isDocument } from './bson-value.js';

const LARGEST_PADDING = 1_500_000;

/** Splits the path of an update. Positional paths are refused: what they mean depends on how the filter matched. */
export function parseUpdatePath(path: string): string[] {
  if (path === '') throw new ServerError(56, "An empty update path is not valid.");
  const names = path.split('.');
  for (const name of names) {
    if (name === '') throw new ServerError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
    if (name === '$' || name.startsWith('$[')) throw notImplemented(`the positional update path '${path}'`);
    if (name === '__proto__') throw notImplemented('a field named __proto__');
  }
  if (names[0]?.startsWith('$') === true) {
    throw new ServerError(52, `The dollar ($) prefixed field '${names[0]}' in '${path}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`);
  }
  return names;
}

export function getAt(document: BsonDocument, path: readonly string[]): BsonValue | undefined {
  let value: BsonValue | undefined = document;
  for (const name of path) {
    if (isDocument(value)) value = Object.hasOwn(value, name) ? value[name] : undefined;
    else if (Array.isArray(value)) value = isArrayIndex(name) ? value[Number(name)] : undefined;
    else return undefined;
  }
  return value;
}

/** As `getAt`, for operators that only take away: a path that can never lead anywhere is an error to them. */
export function getReachable(document: BsonDocument, path: readonly string[]): BsonValue | undefined {
  let value: BsonValue = document;
  for (const [at, name] of path.entries()) {
    if (!isDocument(value) && !(Array.isArray(value) && isArrayIndex(name))) {
      throw new ServerError(28, `Cannot use the part (${name}) of (${path.join('.')}) to traverse the element ({${describeField(path[at - 1] ?? '', value)}})`);
    }
    const member = getAt({ value }, ['value', name]);
    if (member === undefined) return undefined;
    value = member;
  }
  return value;
}

/** Sets a value, creating the documents on the way. The document is changed in place. */
export function setAt(document: BsonDocument, path: readonly string[], value: BsonValue): void {
  let parent: BsonDocument | BsonValue[] = document;
  for (const [at, name] of path.entries()) {
    const isLast = at === path.length - 1;
    const existing = memberOf(parent, name, path[at - 1] ?? '');
    if (isLast) {
      assign(parent, name, value);
      return;
    }
    if (existing === undefined) {
      const created: BsonDocument = {};
      assign(parent, name, created);
      parent = created;
    } else if (isDocument(existing) || Array.isArray(existing)) parent = existing;
    else throw new ServerError(28, `Cannot create field '${path[at + 1] ?? ''}' in element {${describeField(name, existing)}}`);
  }
}

/** Removes the value; in an array its place becomes null, as MongoDB does. */
export function unsetAt(document: BsonDocument, path: readonly string[]): void {
  const parent = path.length === 1 ? document : getAt(document, path.slice(0, -1));
  const name = path.at(-1) ?? '';
  if (isDocument(parent)) Reflect.deleteProperty(parent, name);
  else if (Array.isArray(parent) && isArrayIndex(name) && Number(name) < parent.length) parent[Number(name)] = null;
}

function memberOf(parent: BsonDocument | BsonValue[], name: string, parentName: string): BsonValue | undefined {
  if (!Array.isArray(parent)) return Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (!isArrayIndex(name)) throw new ServerError(28, `Cannot create field '${name}' in element {${describeField(parentName, parent)}}`);
  return parent[Number(name)];
}

function assign(parent: BsonDocument | BsonValue[], name: string, value: BsonValue): void {
  if (!Array.isArray(parent)) {
    parent[name] = value;
    return;
  }
  const index = Number(name);
  if (index - parent.length > LARGEST_PADDING) throw new ServerError(2, 'can\'t backfill more than 1500000 elements');
  while (parent.length < index) parent.push(null);
  parent[index] = value;
}

function isArrayIndex(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name);
}

/** The field of a document in which a dotted path begins. */
export function topLevelField(path: string): string {
  const dot = path.indexOf('.');
  return dot === -1 ? path : path.slice(0, dot);
}
