import { evaluateTruth } from '../aggregation/expression.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { bsonType, isDocument, isNumber, typeName } from '../values/bson-value.js';
import { compareValues } from '../values/compare.js';
import { exactNumber } from '../values/ordered-number.js';
import { typeByte } from '../values/ordered-key.js';
import type { Comparison, Filter, Leaf } from './filter.js';
import type { Found } from './path-values.js';
import { MISSING, valuesAtPath } from './path-values.js';

export function matches(filter: Filter, document: BsonDocument): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matches(part, document));
    case 'or':
      return filter.parts.some((part) => matches(part, document));
    case 'not':
      return !matches(filter.part, document);
    case 'constant':
      return filter.value;
    case 'expression':
      return evaluateTruth(filter.expression, document);
    default:
      return matchesLeaf(filter, valuesAtPath(document, filter.path));
  }
}

function matchesLeaf(leaf: Leaf, found: readonly Found[]): boolean {
  switch (leaf.kind) {
    case 'exists':
      return found.some((value) => value !== MISSING);
    case 'size':
      return found.some((value) => Array.isArray(value) && value.length === leaf.size);
    case 'elementDocument':
    case 'elementValue':
      return found.some((value) => value !== MISSING && Array.isArray(value) && value.some((member) => matchesElement(leaf, member)));
    default:
      return matchesSome(leaf, found);
  }
}

function matchesElement(leaf: Leaf & { kind: 'elementDocument' | 'elementValue' }, member: BsonValue): boolean {
  if (leaf.kind === 'elementValue') return matchesValue(leaf.filter, member);
  if (isDocument(member)) return matches(leaf.filter, member);
  // MongoDB reads an array inside an array as a document of its indexes.
  return Array.isArray(member) && matches(leaf.filter, Object.fromEntries(member.entries()));
}

/** The operators of `$elemMatch: { $gt: 1, $lt: 5 }` hold for the element itself, not for what it contains. */
function matchesValue(filter: Filter, value: BsonValue): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matchesValue(part, value));
    case 'or':
      return filter.parts.some((part) => matchesValue(part, value));
    case 'not':
      return !matchesValue(filter.part, value);
    case 'constant':
      return filter.value;
    case 'expression':
      return false;
    default:
      return matchesLeaf(filter, [value]);
  }
}

type ValueLeaf = Leaf & { kind: 'compare' | 'in' | 'type' | 'pattern' };

/** A leaf about values holds when it holds for the value, or for one element where the value is an array. */
function matchesSome(leaf: ValueLeaf, found: readonly Found[]): boolean {
  if (found.length === 0) return false;
  return found.some((value) => {
    if (value === MISSING) return matchesOne(leaf, null, true);
    if (matchesOne(leaf, value, false)) return true;
    return Array.isArray(value) && value.some((member) => matchesOne(leaf, member, false));
  });
}

function matchesOne(leaf: ValueLeaf, value: BsonValue, missing: boolean): boolean {
  switch (leaf.kind) {
    case 'compare':
      return holds(leaf.comparison, value, leaf.value, missing);
    case 'in':
      // A string equals a string and nothing else, so that all the others need not be looked at.
      if (typeof value === 'string') return leaf.strings.has(value) || leaf.patterns.some((pattern) => pattern.test(value));
      return leaf.values.some((member) => holds('eq', value, member, missing));
    case 'type':
      return !missing && leaf.names.has(typeName(value));
    case 'pattern':
      return typeof value === 'string' && leaf.pattern.test(value);
  }
}

/** Comparisons hold only inside one type; NaN equals itself and is neither less nor more than anything. */
function holds(comparison: Comparison, value: BsonValue, operand: BsonValue, missing: boolean): boolean {
  const bound = bsonType(operand);
  if (bound === 'MinKey' || bound === 'MaxKey') return holdsAgainstEnd(comparison, value, bound, missing);
  if (bsonType(value) === 'BSONRegExp' || typeByte(value) !== typeByte(operand)) return false;
  if (isNaNValue(value) || isNaNValue(operand)) {
    return isNaNValue(value) && isNaNValue(operand) && comparison !== 'gt' && comparison !== 'lt';
  }
  const order = compareValues(value, operand);
  return fits(comparison, order);
}

export function fits(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case 'eq':
      return order === 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
  }
}

/** MinKey and MaxKey are compared with every type. */
function holdsAgainstEnd(comparison: Comparison, value: BsonValue, end: 'MinKey' | 'MaxKey', missing: boolean): boolean {
  if (missing) return comparison !== 'eq' && fits(comparison, end === 'MinKey' ? 1 : -1);
  if (bsonType(value) === end) return fits(comparison, 0);
  return fits(comparison, end === 'MinKey' ? 1 : -1);
}

function isNaNValue(value: BsonValue): boolean {
  return isNumber(value) && exactNumber(value).kind === 'nan';
}
