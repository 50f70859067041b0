import { notImplemented, ServerError } from '../commands/server-error.js';
import type { Found } from '../query/path-values.js';
import { MISSING } from '../query/path-values.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, isNumber, isRegularExpression } from '../values/bson-value.js';
import { Int32 } from 'bson';
import { compareValues } from '../values/compare.js';
import { addExactly, subtractExactly } from '../values/exact-arithmetic.js';
import { isTruthy } from '../query/truth.js';

/**
 * Aggregation expressions. They compare across all types (unlike filters), and a field that
 * is missing stays missing. Each operator is listed here; any other is refused by its name.
 */
export function evaluate(expression: BsonValue, root: BsonDocument): Found {
  if (typeof expression === 'string' && expression.startsWith('$')) return evaluatePath(expression, root);
  if (Array.isArray(expression)) return expression.map((member) => orNull(evaluate(member, root)));
  if (!isDocument(expression)) return expression;
  const [first, ...others] = Object.keys(expression);
  if (first?.startsWith('$') !== true) return evaluateMembers(expression, root);
  if (others.length > 0) {
    throw new ServerError(15983, `An object representing an expression must have exactly one field: ${JSON.stringify(expression)}`);
  }
  return evaluateOperator(first, expression[first] ?? null, root);
}

export function evaluateTruth(expression: BsonValue, root: BsonDocument): boolean {
  return truth(evaluate(expression, root));
}

function truth(found: Found): boolean {
  return found !== MISSING && isTruthy(found);
}

function orNull(found: Found): BsonValue {
  return found === MISSING ? null : found;
}

function isNullish(found: Found): found is null | typeof MISSING {
  return found === MISSING || found === null;
}

function evaluateMembers(source: BsonDocument, root: BsonDocument): BsonDocument {
  const result: BsonDocument = {};
  for (const [name, member] of Object.entries(source)) {
    const found = evaluate(member, root);
    if (found !== MISSING) result[name] = found;
  }
  return result;
}

function evaluatePath(text: string, root: BsonDocument): Found {
  if (!text.startsWith('$$')) return follow(root, text.slice(1).split('.'));
  const [variable = '', ...path] = text.slice(2).split('.');
  if (variable === 'ROOT' || variable === 'CURRENT') return follow(root, path);
  if (variable === 'REMOVE' && path.length === 0) return MISSING;
  throw new ServerError(17276, `Use of undefined variable: ${variable}`);
}

function follow(value: BsonValue, path: readonly string[]): Found {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (isDocument(value)) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    return member === undefined ? MISSING : follow(member, rest);
  }
  if (Array.isArray(value)) {
    return value.flatMap((member) => {
      const found = isDocument(member) || Array.isArray(member) ? follow(member, path) : MISSING;
      return found === MISSING ? [] : [found];
    });
  }
  return MISSING;
}

type Operator = (operands: readonly BsonValue[], root: BsonDocument) => Found;

function comparing(name: string, decide: (order: number) => boolean): readonly [string, Operator] {
  return [name, (operands, root) => decide(compareOperands(name, operands, root))];
}

/** In expressions a missing field comes before null. */
function compareOperands(name: string, operands: readonly BsonValue[], root: BsonDocument): number {
  const [left, right] = exactly(name, operands, 2).map((operand) => evaluate(operand, root));
  if (left === undefined || right === undefined || left === MISSING || right === MISSING) {
    return Number(left !== MISSING) - Number(right !== MISSING);
  }
  return compareValues(left, right);
}

function exactly(name: string, operands: readonly BsonValue[], count: number): readonly BsonValue[] {
  if (operands.length === count) return operands;
  throw new ServerError(16020, `Expression ${name} takes exactly ${String(count)} arguments. ${String(operands.length)} were passed in.`);
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  comparing('$eq', (order) => order === 0),
  comparing('$ne', (order) => order !== 0),
  comparing('$lt', (order) => order < 0),
  comparing('$lte', (order) => order <= 0),
  comparing('$gt', (order) => order > 0),
  comparing('$gte', (order) => order >= 0),
  ['$cmp', (operands, root) => new Int32(Math.sign(compareOperands('$cmp', operands, root)))],
  ['$and', (operands, root) => operands.every((operand) => evaluateTruth(operand, root))],
  ['$or', (operands, root) => operands.some((operand) => evaluateTruth(operand, root))],
  ['$not', (operands, root) => !evaluateTruth(exactly('$not', operands, 1)[0] ?? null, root)],
  ['$ifNull', ifNull],
  ['$max', (operands, root) => extreme(operands, root, 1)],
  ['$min', (operands, root) => extreme(operands, root, -1)],
  ['$add', (operands, root) => operands.map((operand) => evaluate(operand, root)).reduce(add, new Int32(0))],
  ['$subtract', subtract],
  ['$concatArrays', concatArrays],
  ['$mergeObjects', mergeObjects],
  ['$in', isMember],
  ['$size', arraySize],
]);

export function isOperatorName(name: string): boolean {
  return name === '$literal' || name === '$cond' || OPERATORS.has(name);
}

function evaluateOperator(name: string, operand: BsonValue, root: BsonDocument): Found {
  if (name === '$literal') return operand;
  if (name === '$cond') return conditional(operand, root);
  const operator = OPERATORS.get(name);
  if (operator === undefined) throw notImplemented(`the expression operator ${name}`);
  return operator(Array.isArray(operand) ? operand : [operand], root);
}

function conditional(operand: BsonValue, root: BsonDocument): Found {
  const parts = Array.isArray(operand) ? exactly('$cond', operand, 3) : conditionParts(operand);
  const [condition = null, whenTrue = null, whenFalse = null] = parts;
  return evaluate(evaluateTruth(condition, root) ? whenTrue : whenFalse, root);
}

function conditionParts(operand: BsonValue): readonly BsonValue[] {
  if (!isDocument(operand)) return exactly('$cond', [operand], 3);
  const { if: condition, then: whenTrue, else: whenFalse, ...others } = operand;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) throw new ServerError(17083, `Unrecognized parameter to $cond: ${unknown}`);
  if (condition === undefined) throw new ServerError(17080, "Missing 'if' parameter to $cond");
  if (whenTrue === undefined) throw new ServerError(17081, "Missing 'then' parameter to $cond");
  if (whenFalse === undefined) throw new ServerError(17082, "Missing 'else' parameter to $cond");
  return [condition, whenTrue, whenFalse];
}

function ifNull(operands: readonly BsonValue[], root: BsonDocument): Found {
  if (operands.length < 2) {
    throw new ServerError(1257300, `$ifNull needs at least two arguments, had: ${String(operands.length)}`);
  }
  let found: Found = MISSING;
  for (const operand of operands) {
    found = evaluate(operand, root);
    if (!isNullish(found)) return found;
  }
  return found;
}

/** One operand that is an array stands for its elements; null and missing do not take part. */
function extreme(operands: readonly BsonValue[], root: BsonDocument, sign: 1 | -1): Found {
  const found = operands.map((operand) => evaluate(operand, root));
  const [only] = found;
  const candidates = found.length === 1 && Array.isArray(only) ? only : found;
  let best: BsonValue = null;
  for (const candidate of candidates) {
    if (isNullish(candidate)) continue;
    if (best === null || compareValues(candidate, best) * sign > 0) best = candidate;
  }
  return best;
}

function add(sum: Found, term: Found): Found {
  if (isNullish(sum) || isNullish(term)) return null;
  if (!isNumber(sum) || !isNumber(term)) throw notImplemented('$add of anything but numbers');
  return addExactly('$add', sum, term);
}

function subtract(operands: readonly BsonValue[], root: BsonDocument): Found {
  const [left, right] = exactly('$subtract', operands, 2).map((operand) => evaluate(operand, root));
  if (left === undefined || right === undefined || isNullish(left) || isNullish(right)) return null;
  if (!isNumber(left) || !isNumber(right)) throw notImplemented('$subtract of anything but numbers');
  return subtractExactly('$subtract', left, right);
}

function concatArrays(operands: readonly BsonValue[], root: BsonDocument): Found {
  const joined: BsonValue[] = [];
  for (const operand of operands) {
    const found = evaluate(operand, root);
    if (isNullish(found)) return null;
    if (!Array.isArray(found)) throw new ServerError(28664, '$concatArrays only supports arrays');
    joined.push(...found);
  }
  return joined;
}

function mergeObjects(operands: readonly BsonValue[], root: BsonDocument): Found {
  const found = operands.map((operand) => evaluate(operand, root));
  const [only] = found;
  const merged: BsonDocument = {};
  for (const part of found.length === 1 && Array.isArray(only) ? only : found) {
    if (isNullish(part)) continue;
    if (!isDocument(part)) throw new ServerError(40400, '$mergeObjects requires object inputs');
    Object.assign(merged, part);
  }
  return merged;
}

function isMember(operands: readonly BsonValue[], root: BsonDocument): Found {
  const [value, list] = exactly('$in', operands, 2).map((operand) => evaluate(operand, root));
  if (!Array.isArray(list)) throw new ServerError(40081, '$in requires an array as a second argument');
  if (value === undefined || value === MISSING || isRegularExpression(value)) return false;
  return list.some((member) => compareValues(member, value) === 0);
}

function arraySize(operands: readonly BsonValue[], root: BsonDocument): Found {
  const found = evaluate(exactly('$size', operands, 1)[0] ?? null, root);
  if (!Array.isArray(found)) throw new ServerError(17124, 'The argument to $size must be an array');
  return new Int32(found.length);
}

