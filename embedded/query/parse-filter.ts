import { checkExpression } from '../aggregation/check-expression.js';
import { notImplemented, ServerError } from '../commands/server-error.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isBinary, isDocument, isNumber, isRegularExpression, typeName } from '../values/bson-value.js';
import { encodeOrdered } from '../values/ordered-key.js';
import { integerValue } from '../values/integer.js';
import type { Comparison, Filter } from './filter.js';
import { compilePattern } from './pattern.js';
import { isTruthy } from './truth.js';
import { typeNames } from './type-names.js';

const COMPARISONS: Readonly<Record<string, Comparison>> = { $eq: 'eq', $gt: 'gt', $gte: 'gte', $lt: 'lt', $lte: 'lte' };

/** Operators MongoDB has and this store does not: refused by name rather than called unknown. */
const ELSEWHERE = new Set([
  '$where', '$text', '$jsonSchema', '$mod', '$all', '$geoWithin', '$geoIntersects', '$near', '$nearSphere',
  '$bitsAllSet', '$bitsAnySet', '$bitsAllClear', '$bitsAnyClear',
]);

export function parseFilter(source: BsonDocument): Filter {
  return { kind: 'and', parts: Object.entries(source).flatMap(([name, value]) => parseEntry(name, value)) };
}

function parseEntry(name: string, value: BsonValue): Filter[] {
  switch (name) {
    case '$and':
      return [{ kind: 'and', parts: parseBranches(name, value) }];
    case '$or':
      return [{ kind: 'or', parts: parseBranches(name, value) }];
    case '$nor':
      return [{ kind: 'not', part: { kind: 'or', parts: parseBranches(name, value) } }];
    case '$expr':
      checkExpression(value);
      return [{ kind: 'expression', expression: value }];
    case '$comment':
      return [];
    case '$alwaysTrue':
    case '$alwaysFalse':
      return [{ kind: 'constant', value: name === '$alwaysTrue' }];
    default:
      if (ELSEWHERE.has(name)) throw notImplemented(`the query operator ${name}`);
      if (name.startsWith('$')) {
        throw new ServerError(2, `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`);
      }
      return parseField(name, value);
  }
}

function parseBranches(name: string, value: BsonValue): Filter[] {
  if (!Array.isArray(value)) throw new ServerError(2, `${name} must be an array`);
  if (value.length === 0) throw new ServerError(2, '$and/$or/$nor must be a nonempty array');
  return value.map((branch) => {
    if (!isDocument(branch)) throw new ServerError(2, '$or/$and/$nor entries need to be full objects');
    return parseFilter(branch);
  });
}

function parseField(path: string, value: BsonValue): Filter[] {
  if (isRegularExpression(value)) return [{ kind: 'pattern', path, pattern: compilePattern(value.pattern, value.options) }];
  if (!isOperatorDocument(value)) return [{ kind: 'compare', path, comparison: 'eq', value }];
  return parseOperators(path, value);
}

function isOperatorDocument(value: BsonValue): value is BsonDocument {
  if (!isDocument(value)) return false;
  const first = Object.keys(value)[0];
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
}

function parseOperators(path: string, operators: BsonDocument): Filter[] {
  return Object.entries(operators).flatMap(([name, value]) => {
    if (name === '$options') {
      if (operators['$regex'] === undefined) throw new ServerError(2, '$options needs a $regex');
      return [];
    }
    if (name === '$regex') return [parseRegularExpression(path, value, operators['$options'])];
    return [parseOperator(path, name, value)];
  });
}

function parseOperator(path: string, name: string, value: BsonValue): Filter {
  const comparison = COMPARISONS[name];
  if (comparison !== undefined) return parseComparison(path, comparison, value);
  switch (name) {
    case '$ne':
      if (isRegularExpression(value)) throw new ServerError(2, "Can't have regex as arg to $ne.");
      return { kind: 'not', part: parseComparison(path, 'eq', value) };
    case '$in':
      return parseIn(path, name, value);
    case '$nin':
      return { kind: 'not', part: parseIn(path, name, value) };
    case '$exists': {
      const exists: Filter = { kind: 'exists', path };
      return isTruthy(value) ? exists : { kind: 'not', part: exists };
    }
    case '$type':
      return { kind: 'type', path, names: typeNames(value) };
    case '$size': {
      const size = isNumber(value) ? integerValue(value) : undefined;
      if (size === undefined) throw new ServerError(9, `Failed to parse $size. Expected a number in: $size: ${typeName(value)}`);
      if (size < 0) throw new ServerError(2, `Failed to parse $size. Expected a non-negative number in: $size: ${String(size)}`);
      return { kind: 'size', path, size };
    }
    case '$not':
      return parseNot(path, value);
    case '$elemMatch':
      return parseElementMatch(path, value);
    default:
      if (ELSEWHERE.has(name)) throw notImplemented(`the query operator ${name}`);
      throw new ServerError(2, `unknown operator: ${name}`);
  }
}

function parseComparison(path: string, comparison: Comparison, value: BsonValue): Filter {
  if (isRegularExpression(value)) {
    if (comparison === 'eq') return { kind: 'pattern', path, pattern: compilePattern(value.pattern, value.options) };
    throw new ServerError(2, `Can't have RegEx as arg to predicate over field '${path}'.`);
  }
  requireComparable(value);
  return { kind: 'compare', path, comparison, value };
}

function parseIn(path: string, name: string, value: BsonValue): Filter {
  if (!Array.isArray(value)) throw new ServerError(2, `${name} needs an array`);
  const patterns = value.filter(isRegularExpression).map(({ pattern, options }) => compilePattern(pattern, options));
  const values = value.filter((member) => !isRegularExpression(member));
  for (const member of values) {
    if (isDocument(member) && Object.keys(member)[0]?.startsWith('$') === true) throw new ServerError(2, `cannot nest $ under ${name}`);
    requireComparable(member);
  }
  const strings = new Set(values.filter((member) => typeof member === 'string'));
  return { kind: 'in', path, values, strings, patterns };
}

function parseNot(path: string, value: BsonValue): Filter {
  if (isRegularExpression(value)) {
    return { kind: 'not', part: { kind: 'pattern', path, pattern: compilePattern(value.pattern, value.options) } };
  }
  if (!isDocument(value)) throw new ServerError(2, '$not needs a regex or a document');
  if (Object.keys(value).length === 0) throw new ServerError(2, '$not cannot be empty');
  return { kind: 'not', part: { kind: 'and', parts: parseOperators(path, value) } };
}

function parseElementMatch(path: string, value: BsonValue): Filter {
  if (!isDocument(value)) throw new ServerError(2, '$elemMatch needs an Object');
  const first = Object.keys(value)[0];
  const speaksOfValues = first?.startsWith('$') === true && !['$and', '$or', '$nor', '$expr'].includes(first);
  if (!speaksOfValues) return { kind: 'elementDocument', path, filter: parseFilter(value) };
  return { kind: 'elementValue', path, filter: { kind: 'and', parts: parseOperators('', value) } };
}

function parseRegularExpression(path: string, value: BsonValue, options: BsonValue | undefined): Filter {
  if (options !== undefined && typeof options !== 'string') throw new ServerError(2, '$options has to be a string');
  if (isRegularExpression(value)) {
    if (options !== undefined && value.options !== '') throw new ServerError(51075, 'options set in both $regex and $options');
    return { kind: 'pattern', path, pattern: compilePattern(value.pattern, options ?? value.options) };
  }
  if (typeof value !== 'string') throw new ServerError(2, '$regex has to be a string');
  return { kind: 'pattern', path, pattern: compilePattern(value, options ?? '') };
}

/** Fails now, and for every document alike, rather than at the first document that holds such a value. */
function requireComparable(value: BsonValue): void {
  if (isBinary(value) || typeof value !== 'object' || value === null) return;
  encodeOrdered(value);
}
