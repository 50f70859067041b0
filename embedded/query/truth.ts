import type { BsonValue } from '../values/bson-value.js';
import { isNumber } from '../values/bson-value.js';
import { exactNumber } from '../values/ordered-number.js';

/** What MongoDB takes for true: everything but false, null and zero. */
export function isTruthy(value: BsonValue): boolean {
  if (value === null || value === false) return false;
  return !isNumber(value) || exactNumber(value).kind !== 'zero';
}
