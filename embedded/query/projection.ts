import { checkExpression } from '../aggregation/check-expression.js';
import { evaluate } from '../aggregation/expression.js';
import { notImplemented, ServerError } from '../commands/server-error.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, isNumber } from '../values/bson-value.js';
import { topLevelField } from '../values/field-path.js';
import { MISSING } from './path-values.js';
import { isTruthy } from './truth.js';

type Project = (document: BsonDocument) => BsonDocument;

/** A projection as a tree: what each field of a document keeps. */
interface Kept {
  readonly fields: Map<string, Kept | 'whole'>;
}

/** Fields to keep or to leave out, and fields computed by an expression. */
export function parseProjection(source: BsonDocument, options: { identifierByDefault: boolean }): Project {
  const included: string[] = [];
  const excluded: string[] = [];
  const computed: [string, BsonValue][] = [];
  for (const [path, value] of flatten(source)) {
    requirePath(path);
    if (isNumber(value) || typeof value === 'boolean') (isTruthy(value) ? included : excluded).push(path);
    else {
      checkExpression(value);
      computed.push([path, value]);
    }
  }
  const otherExcluded = excluded.filter((path) => path !== '_id');
  const otherIncluded = included.filter((path) => path !== '_id');
  requireOneKind(flatten(source).filter(([path]) => path !== '_id'));
  const isInclusion = otherIncluded.length > 0 || computed.length > 0 || (otherExcluded.length === 0 && included.length > 0);
  if (!isInclusion) return (document) => exclude(document, tree(excluded));
  if (options.identifierByDefault && !excluded.includes('_id') && !included.includes('_id')) included.unshift('_id');
  const kept = tree(included);
  return (document) => computeFields(include(document, kept), computed, document);
}

/** The top-level fields that a projection looks at; null where it may look at any. */
export function fieldsKept(source: BsonDocument): ReadonlySet<string> | null {
  const names = new Set(['_id']);
  for (const [path, value] of flatten(source)) {
    if (path === '_id') continue;
    if (!(isNumber(value) || typeof value === 'boolean') || !isTruthy(value)) return null;
    names.add(topLevelField(path));
  }
  return names.size === 1 ? null : names;
}

/** The first field decides whether the others are kept or left out. */
function requireOneKind(fields: readonly [string, BsonValue][]): void {
  const excludes = (value: BsonValue): boolean => (isNumber(value) || typeof value === 'boolean') && !isTruthy(value);
  const [first] = fields;
  if (first === undefined) return;
  const other = fields.find(([, value]) => excludes(value) !== excludes(first[1]));
  if (other === undefined) return;
  throw excludes(first[1])
    ? new ServerError(31253, `Cannot do inclusion on field ${other[0]} in exclusion projection`)
    : new ServerError(31254, `Cannot do exclusion on field ${other[0]} in inclusion projection`);
}

/** `{ a: { b: 1 } }` says the same as `{ 'a.b': 1 }`. */
function flatten(source: BsonDocument): [string, BsonValue][] {
  return Object.entries(source).flatMap(([name, value]): [string, BsonValue][] => {
    if (!isDocument(value)) return [[name, value]];
    const [first] = Object.keys(value);
    if (first === undefined) throw new ServerError(51270, `An empty sub-projection is not a valid value. Found empty object at path`);
    if (!first.startsWith('$')) return flatten(value).map(([inner, member]) => [`${name}.${inner}`, member]);
    if (['$elemMatch', '$slice', '$meta'].includes(first)) throw notImplemented(`the projection operator ${first}`);
    return [[name, value]];
  });
}

function requirePath(path: string): void {
  if (path.split('.').includes('$')) throw notImplemented(`the positional projection '${path}'`);
  if (path === '' || path.split('.').includes('')) throw new ServerError(40353, "FieldPath must not end with a '.'.");
  if (path.startsWith('$')) throw new ServerError(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
}

function tree(paths: readonly string[]): Kept {
  const root: Kept = { fields: new Map() };
  for (const path of paths) addPath(root, path.split('.'), path);
  return root;
}

function addPath(node: Kept, names: readonly string[], path: string): void {
  const [name = '', ...rest] = names;
  const existing = node.fields.get(name);
  if (existing === 'whole' || (existing !== undefined && rest.length === 0)) {
    throw new ServerError(31249, `Path collision at ${path}${rest.length > 0 ? ` remaining portion ${rest.join('.')}` : ''}`);
  }
  if (rest.length === 0) {
    node.fields.set(name, 'whole');
    return;
  }
  const child: Kept = existing ?? { fields: new Map() };
  node.fields.set(name, child);
  addPath(child, rest, path);
}

function include(document: BsonDocument, kept: Kept): BsonDocument {
  const result: BsonDocument = {};
  for (const [name, value] of Object.entries(document)) {
    const wanted = kept.fields.get(name);
    if (wanted === undefined) continue;
    const part = wanted === 'whole' ? value : includeInside(value, wanted);
    if (part !== undefined) result[name] = part;
  }
  return result;
}

/** A value that is no document has no fields to keep: it goes. */
function includeInside(value: BsonValue, kept: Kept): BsonValue | undefined {
  if (isDocument(value)) return include(value, kept);
  if (Array.isArray(value)) return value.flatMap((member) => includeInside(member, kept) ?? []);
  return undefined;
}

function exclude(document: BsonDocument, gone: Kept): BsonDocument {
  const result: BsonDocument = {};
  for (const [name, value] of Object.entries(document)) {
    const unwanted = gone.fields.get(name);
    if (unwanted === 'whole') continue;
    result[name] = unwanted === undefined ? value : excludeInside(value, unwanted);
  }
  return result;
}

function excludeInside(value: BsonValue, gone: Kept): BsonValue {
  if (isDocument(value)) return exclude(value, gone);
  if (Array.isArray(value)) return value.map((member) => excludeInside(member, gone));
  return value;
}

function computeFields(result: BsonDocument, computed: readonly [string, BsonValue][], root: BsonDocument): BsonDocument {
  for (const [path, expression] of computed) {
    if (path.includes('.')) throw notImplemented(`the computed projection of the nested path '${path}'`);
    const found = evaluate(expression, root);
    if (found !== MISSING) result[path] = found;
  }
  return result;
}
