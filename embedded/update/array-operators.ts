import { notImplemented, ServerError } from '../commands/server-error.js';
import { matches } from '../query/match.js';
import { parseFilter } from '../query/parse-filter.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, isNumber, isRegularExpression, typeName } from '../values/bson-value.js';
import { equalValues } from '../values/compare.js';
import { describeField } from '../values/describe-value.js';
import { getAt, getReachable, setAt } from '../values/field-path.js';
import { integerValue } from '../values/integer.js';
import type { UpdateOperator } from './operator-update.js';

const push: UpdateOperator = (path, operand) => {
  const { values, position, slice } = pushOperand(operand);
  return (document) => {
    const array = arrayAt(document, path, '$push');
    const at = position === undefined ? array.length : position < 0 ? Math.max(0, array.length + position) : Math.min(position, array.length);
    const joined = array.toSpliced(at, 0, ...values);
    if (slice === undefined) setAt(document, path, joined);
    else setAt(document, path, slice >= 0 ? joined.slice(0, slice) : joined.slice(slice));
  };
};

interface PushOperand {
  readonly values: readonly BsonValue[];
  readonly position: number | undefined;
  readonly slice: number | undefined;
}

function pushOperand(operand: BsonValue): PushOperand {
  if (!isDocument(operand) || operand['$each'] === undefined) return { values: [operand], position: undefined, slice: undefined };
  const { $each: values, $position: position, $slice: slice, ...others } = operand;
  const [other] = Object.keys(others);
  if (other === '$sort') throw notImplemented('the $push modifier $sort');
  if (other !== undefined) throw new ServerError(2, `Unrecognized clause in $push: ${other}`);
  if (!Array.isArray(values)) throw new ServerError(2, `The argument to $each in $push must be an array but it was of type: ${typeName(values ?? null)}`);
  return { values, position: optionalInteger('$position', position), slice: optionalInteger('$slice', slice) };
}

function optionalInteger(name: string, value: BsonValue | undefined): number | undefined {
  if (value === undefined) return undefined;
  const integer = isNumber(value) ? integerValue(value) : undefined;
  if (integer === undefined) throw new ServerError(2, `The value for ${name} must be an integer value, not of type: ${typeName(value)}`);
  return integer;
}

const addToSet: UpdateOperator = (path, operand) => {
  const values = isDocument(operand) && Object.keys(operand)[0] === '$each' ? eachOf(operand) : [operand];
  return (document) => {
    const array = [...arrayAt(document, path, '$addToSet')];
    for (const value of values) if (!array.some((member) => equalValues(member, value))) array.push(value);
    setAt(document, path, array);
  };
};

function eachOf(operand: BsonDocument): readonly BsonValue[] {
  const { $each: values, ...others } = operand;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new ServerError(2, `Found unexpected fields after $each in $addToSet: ${other}`);
  if (!Array.isArray(values)) throw new ServerError(14, `The argument to $each in $addToSet must be an array but it was of type ${typeName(values ?? null)}`);
  return values;
}

const pull: UpdateOperator = (path, operand) => {
  const isPulled = pullCondition(operand);
  return (document) => {
    const array = getReachable(document, path);
    if (array === undefined) return;
    if (!Array.isArray(array)) throw new ServerError(2, 'Cannot apply $pull to a non-array value');
    setAt(document, path, array.filter((member) => !isPulled(member)));
  };
};

function pullCondition(operand: BsonValue): (member: BsonValue) => boolean {
  if (isRegularExpression(operand) || (isDocument(operand) && Object.keys(operand)[0]?.startsWith('$') === true)) {
    const filter = parseFilter({ member: operand });
    // The element itself is asked, so an array inside the array is wrapped once more.
    return (member) => matches(filter, { member });
  }
  if (!isDocument(operand)) return (member) => equalValues(member, operand);
  const filter = parseFilter(operand);
  return (member) => isDocument(member) && matches(filter, member);
}

const pop: UpdateOperator = (path, operand) => {
  const end = isNumber(operand) ? integerValue(operand) : undefined;
  if (end !== 1 && end !== -1) throw new ServerError(9, `$pop expects 1 or -1, found: ${isNumber(operand) ? operand.toString() : typeName(operand)}`);
  return (document) => {
    const array = getReachable(document, path);
    if (array === undefined) return;
    if (!Array.isArray(array)) throw new ServerError(14, `Path '${path.join('.')}' contains an element of non-array type '${typeName(array)}'`);
    setAt(document, path, end === 1 ? array.slice(0, -1) : array.slice(1));
  };
};

function arrayAt(document: BsonDocument, path: readonly string[], operator: string): readonly BsonValue[] {
  const value = getAt(document, path);
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  const identifier = describeField('_id', document['_id'] ?? null);
  const field = path.at(-1) ?? '';
  if (operator === '$push') throw new ServerError(2, `The field '${path.join('.')}' must be an array but is of type ${typeName(value)} in document {${identifier}}`);
  throw new ServerError(2, `Cannot apply $addToSet to non-array field. Field named '${field}' has non-array type ${typeName(value)}`);
}

export const ARRAY_OPERATORS: Readonly<Record<string, UpdateOperator>> = { $push: push, $addToSet: addToSet, $pull: pull, $pop: pop };
