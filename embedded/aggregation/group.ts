import { Int32 } from 'bson';
import { notImplemented, ServerError } from '../commands/server-error.js';
import type { Found } from '../query/path-values.js';
import { MISSING } from '../query/path-values.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, isDouble, isNumber } from '../values/bson-value.js';
import { compareValues } from '../values/compare.js';
import { addExactly } from '../values/exact-arithmetic.js';
import { encodeOrdered } from '../values/ordered-key.js';
import { checkExpression } from './check-expression.js';
import { evaluate } from './expression.js';
import type { PipelineStage } from './pipeline.js';

/** Folds the values of one group. Starts anew for each group. */
interface Accumulator {
  add(value: Found): void;
  result(): BsonValue;
}

const ACCUMULATORS: ReadonlyMap<string, () => Accumulator> = new Map([
  ['$sum', sum],
  ['$max', () => extreme(1)],
  ['$min', () => extreme(-1)],
  ['$first', first],
  ['$last', last],
  ['$push', push],
]);
const ELSEWHERE = new Set(['$avg', '$addToSet', '$stdDevPop', '$stdDevSamp', '$mergeObjects', '$count', '$top', '$topN', '$bottom', '$bottomN', '$firstN', '$lastN', '$maxN', '$minN', '$accumulator', '$function']);

interface GroupField {
  readonly name: string;
  readonly expression: BsonValue;
  readonly start: () => Accumulator;
}

/** Groups come out in the order in which their first documents came in. */
export function groupStage(operand: BsonValue): PipelineStage {
  if (!isDocument(operand)) throw new ServerError(15947, "a group's fields must be specified in an object");
  const { _id: identity, ...others } = operand;
  const fields = Object.entries(others).map(([name, source]) => parseField(name, source));
  for (const { expression } of fields) checkExpression(expression);
  if (identity === undefined) throw new ServerError(15955, 'a group specification must include an _id');
  checkExpression(identity);
  return function* group(input) {
    const groups = new Map<string, { identity: BsonValue; accumulators: Accumulator[] }>();
    for (const document of input) {
      const value = identityOf(identity, document);
      const key = encodeOrdered(value).toString('latin1');
      const group = groups.get(key) ?? { identity: value, accumulators: fields.map(({ start }) => start()) };
      groups.set(key, group);
      for (const [at, { expression }] of fields.entries()) group.accumulators[at]?.add(evaluate(expression, document));
    }
    for (const group of groups.values()) {
      const result: BsonDocument = { _id: group.identity };
      for (const [at, { name }] of fields.entries()) result[name] = group.accumulators[at]?.result() ?? null;
      yield result;
    }
  };
}

/** A missing identity is null; so is the one member of an identity that is a document with one member. */
function identityOf(identity: BsonValue, document: BsonDocument): BsonValue {
  const found = evaluate(identity, document);
  if (found === MISSING) return null;
  if (!isDocument(identity) || !isDocument(found) || Object.keys(found).length > 0) return found;
  const [member, ...others] = Object.keys(identity);
  return member === undefined || others.length > 0 || member.startsWith('$') ? found : { [member]: null };
}

function parseField(name: string, source: BsonValue): GroupField {
  if (!isDocument(source)) throw new ServerError(40234, `The field '${name}' must be an accumulator object`);
  const [operator, ...others] = Object.keys(source);
  if (operator === undefined || others.length > 0) throw new ServerError(40238, `The field '${name}' must specify one accumulator`);
  const start = ACCUMULATORS.get(operator);
  if (start === undefined) {
    if (ELSEWHERE.has(operator)) throw notImplemented(`the accumulator ${operator}`);
    throw new ServerError(15952, `unknown group operator '${operator}'`);
  }
  return { name, expression: source[operator] ?? null, start };
}

/** Integers are summed exactly. Doubles are refused: MongoDB compensates their rounding, and another rounding is another answer. */
function sum(): Accumulator {
  let total: BsonValue = new Int32(0);
  return {
    add(value) {
      if (value === MISSING || !isNumber(value) || !isNumber(total)) return;
      if (isDouble(value) && !Number.isSafeInteger(value.value)) throw notImplemented(`$sum of the double ${String(value.value)}, which is no whole number below 2^53`);
      total = addExactly('$sum', total, value);
    },
    result: () => total,
  };
}

function extreme(sign: 1 | -1): Accumulator {
  let best: BsonValue = null;
  return {
    add(value) {
      if (value === MISSING || value === null) return;
      if (best === null || compareValues(value, best) * sign > 0) best = value;
    },
    result: () => best,
  };
}

function first(): Accumulator {
  let kept: BsonValue | undefined;
  return {
    add(value) {
      if (kept === undefined) kept = value === MISSING ? null : value;
    },
    result: () => kept ?? null,
  };
}

function last(): Accumulator {
  let kept: Found = MISSING;
  return {
    add(value) {
      kept = value;
    },
    result: () => (kept === MISSING ? null : kept),
  };
}

function push(): Accumulator {
  const values: BsonValue[] = [];
  return {
    add(value) {
      if (value !== MISSING) values.push(value);
    },
    result: () => values,
  };
}
