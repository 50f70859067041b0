import { ServerError } from '../commands/server-error.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isNumber, typeName } from '../values/bson-value.js';
import { compareValues } from '../values/compare.js';
import { describeField } from '../values/describe-value.js';
import { addExactly, IntegerOverflow } from '../values/exact-arithmetic.js';
import { getAt, setAt, unsetAt } from '../values/field-path.js';
import type { UpdateOperator } from './operator-update.js';

const set: UpdateOperator = (path, operand) => (document) => {
  setAt(document, path, operand);
};

const setOnInsert: UpdateOperator = (path, operand) => (document, inserting) => {
  if (inserting) setAt(document, path, operand);
};

const unset: UpdateOperator = (path) => (document) => {
  unsetAt(document, path);
};

const increase: UpdateOperator = (path, operand) => {
  if (!isNumber(operand)) throw new ServerError(14, `Cannot increment with non-numeric argument: {${describeField(path.join('.'), operand)}}`);
  return (document) => {
    const current = getAt(document, path);
    if (current === undefined) setAt(document, path, operand);
    else if (!isNumber(current)) throw notNumeric(document, path, current);
    else setAt(document, path, increased(document, current, operand));
  };
};

function increased(document: BsonDocument, current: BsonValue & object, operand: BsonValue & object): BsonValue {
  if (!isNumber(current) || !isNumber(operand)) return current;
  try {
    return addExactly('$inc', current, operand);
  } catch (error) {
    if (!(error instanceof IntegerOverflow)) throw error;
    throw new ServerError(2, `Failed to apply $inc operations to current value ((NumberLong)${current.toString()}) for document {${describeField('_id', document['_id'] ?? null)}}`);
  }
}

function notNumeric(document: BsonDocument, path: readonly string[], current: BsonValue): ServerError {
  const identifier = describeField('_id', document['_id'] ?? null);
  return new ServerError(14, `Cannot apply $inc to a value of non-numeric type. {${identifier}} has the field '${path.at(-1) ?? ''}' of non-numeric type ${typeName(current)}`);
}

/** Keeps the greater or the lesser of two values, in the order of BSON. */
function extreme(sign: 1 | -1): UpdateOperator {
  return (path, operand) => (document) => {
    const current = getAt(document, path);
    if (current === undefined || compareValues(operand, current) * sign > 0) setAt(document, path, operand);
  };
}

export const FIELD_OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $set: set,
  $setOnInsert: setOnInsert,
  $unset: unset,
  $inc: increase,
  $max: extreme(1),
  $min: extreme(-1),
};

