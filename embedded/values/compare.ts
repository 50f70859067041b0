import type { BsonValue } from './bson-value.js';
import { isInt32 } from './bson-value.js';
import { encodeOrdered } from './ordered-key.js';

/** The order of BSON. There is one order in the store: the bytes of `encodeOrdered`; the rest here is haste. */
export function compareValues(left: BsonValue, right: BsonValue): number {
  if (left === right) return 0;
  if (left instanceof Date && right instanceof Date) return Math.sign(left.getTime() - right.getTime());
  if (isInt32(left) && isInt32(right)) return Math.sign(left.value - right.value);
  return Buffer.compare(encodeOrdered(left), encodeOrdered(right));
}

export function equalValues(left: BsonValue, right: BsonValue): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  return compareValues(left, right) === 0;
}
