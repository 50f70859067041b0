import { Double, Int32, Long } from 'bson';
import { notImplemented, ServerError } from '../commands/server-error.js';
import type { BsonNumber } from './bson-value.js';
import { isDecimal, isDouble, isInt32, isLong } from './bson-value.js';
import { exactInteger } from './integer.js';

/**
 * Sums as MongoDB makes them: int grows to long, a sum beyond 64 bits is an error. What would
 * silently lose digits is refused: decimals, and integers beyond 2^53 that meet a double.
 */
export function addExactly(operator: string, left: BsonNumber, right: BsonNumber): BsonNumber {
  return combine(operator, left, right, (a, b) => a + b, (a, b) => a + b);
}

export function subtractExactly(operator: string, left: BsonNumber, right: BsonNumber): BsonNumber {
  return combine(operator, left, right, (a, b) => a - b, (a, b) => a - b);
}

/** Thrown where the exact result has no 64-bit integer. */
export class IntegerOverflow extends ServerError {
  constructor(operator: string) {
    super(2, `The result of ${operator} does not fit a 64-bit integer`);
  }
}

function combine(
  operator: string,
  left: BsonNumber,
  right: BsonNumber,
  ofIntegers: (a: bigint, b: bigint) => bigint,
  ofDoubles: (a: number, b: number) => number,
): BsonNumber {
  if (isDecimal(left) || isDecimal(right)) throw notImplemented(`${operator} on Decimal128`);
  const a = exactInteger(left);
  const b = exactInteger(right);
  if (a === undefined || b === undefined) return new Double(ofDoubles(asDouble(operator, left), asDouble(operator, right)));
  const result = ofIntegers(a, b);
  if (BigInt.asIntN(64, result) !== result) throw new IntegerOverflow(operator);
  const staysInt = !isLong(left) && !isLong(right) && BigInt.asIntN(32, result) === result;
  return staysInt ? new Int32(Number(result)) : Long.fromBigInt(result);
}

function asDouble(operator: string, value: BsonNumber): number {
  if (isInt32(value) || isDouble(value)) return value.value;
  const plain = Number(value.toString());
  if (!Number.isSafeInteger(plain)) throw notImplemented(`${operator} of a double and the long ${value.toString()}, which would lose digits`);
  return plain;
}
