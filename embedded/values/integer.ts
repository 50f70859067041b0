import type { BsonNumber } from './bson-value.js';
import { isDecimal, isDouble, isInt32 } from './bson-value.js';

/** The whole number that a BSON number is, of any of its types; undefined if it is none or is beyond 2^53. */
export function integerValue(value: BsonNumber): number | undefined {
  const plain = isInt32(value) || isDouble(value) ? value.value : Number(value.toString());
  return Number.isSafeInteger(plain) ? plain + 0 : undefined;
}

/** Exact for whole numbers of the two integer types; undefined for the others. */
export function exactInteger(value: BsonNumber): bigint | undefined {
  if (isDouble(value) || isDecimal(value)) return undefined;
  return isInt32(value) ? BigInt(value.value) : value.toBigInt();
}
