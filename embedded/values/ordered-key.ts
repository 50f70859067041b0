import { bsonType, isBinary, isDocument, isNumber, isObjectId, isTimestamp, typeName } from './bson-value.js';
import type { BsonNumber, BsonValue } from './bson-value.js';
import { ByteSink } from './byte-sink.js';
import { exactNumber } from './ordered-number.js';
import { ServerError } from '../commands/server-error.js';

/**
 * The first byte of an encoded value: BSON's order across types. Values whose types
 * differ are ordered by it alone; all bytes stay clear of 0x00 and 0xff, also when inverted,
 * so that those two can end and bound a key.
 */
export const TYPE_BYTE = {
  minKey: 0x02,
  undefined: 0x08,
  null: 0x10,
  number: 0x18,
  string: 0x20,
  object: 0x28,
  array: 0x30,
  binData: 0x38,
  objectId: 0x40,
  bool: 0x48,
  date: 0x50,
  timestamp: 0x58,
  maxKey: 0xf0,
} as const;

export const NUMBER_CLASS = { nan: 0x10, minusInfinity: 0x18, negative: 0x20, zero: 0x28, positive: 0x30, infinity: 0x38 } as const;

const EXPONENT_OFFSET = 10_000;

/** What an empty array is to an index and to a sort: less than null. */
export const EMPTY_ARRAY_KEY: Buffer = Buffer.of(TYPE_BYTE.undefined);

/**
 * Bytes whose unsigned order is the BSON order of the values. No encoding is a prefix of
 * another, so encodings can be joined into compound keys.
 */
export function encodeOrdered(value: BsonValue): Buffer {
  const sink = new ByteSink();
  sink.byte(typeByte(value));
  writeBody(sink, value);
  return sink.take();
}

export function typeByte(value: BsonValue): number {
  const name = typeName(value);
  switch (name) {
    case 'int':
    case 'long':
    case 'double':
    case 'decimal':
      return TYPE_BYTE.number;
    case 'minKey':
    case 'null':
    case 'string':
    case 'object':
    case 'array':
    case 'binData':
    case 'objectId':
    case 'bool':
    case 'date':
    case 'timestamp':
    case 'maxKey':
      return TYPE_BYTE[name];
    default:
      throw new ServerError(238, `The embedded store does not order values of BSON type ${bsonType(value) ?? name}`);
  }
}

function writeBody(sink: ByteSink, value: BsonValue): void {
  if (value === null) return;
  if (typeof value === 'string') sink.escapedText(value);
  else if (typeof value === 'boolean') sink.byte(value ? 2 : 1);
  else if (value instanceof Date) sink.signed64(BigInt(value.getTime()));
  else if (Array.isArray(value)) writeArray(sink, value);
  else if (isDocument(value)) {
    for (const [name, member] of Object.entries(value)) {
      // BSON compares the types of two fields before their names.
      sink.byte(typeByte(member));
      sink.terminatedText(name);
      writeBody(sink, member);
    }
    sink.byte(0);
  } else if (isNumber(value)) writeNumber(sink, value);
  else if (isObjectId(value)) sink.bytes(value.id);
  else if (isBinary(value)) {
    sink.unsigned32(value.length());
    sink.byte(value.sub_type);
    sink.bytes(value.buffer.subarray(0, value.length()));
  } else if (isTimestamp(value)) sink.unsigned64(value.toBigInt());
}

function writeArray(sink: ByteSink, values: readonly BsonValue[]): void {
  for (const value of values) {
    sink.byte(typeByte(value));
    writeBody(sink, value);
  }
  sink.byte(0);
}

function writeNumber(sink: ByteSink, value: BsonNumber): void {
  const exact = exactNumber(value);
  switch (exact.kind) {
    case 'nan':
      sink.byte(NUMBER_CLASS.nan);
      return;
    case 'zero':
      sink.byte(NUMBER_CLASS.zero);
      return;
    case 'infinity':
      sink.byte(exact.negative ? NUMBER_CLASS.minusInfinity : NUMBER_CLASS.infinity);
      return;
    case 'finite': {
      sink.byte(exact.negative ? NUMBER_CLASS.negative : NUMBER_CLASS.positive);
      // A larger magnitude is a smaller negative number.
      const mask = exact.negative ? 0xff : 0x00;
      const exponent = exact.exponent + EXPONENT_OFFSET;
      sink.byte((exponent >> 8) ^ mask);
      sink.byte((exponent & 0xff) ^ mask);
      for (let at = 0; at < exact.digits.length; at += 2) {
        const pair = Number(exact.digits.slice(at, at + 2).padEnd(2, '0'));
        sink.byte((pair + 1) ^ mask);
      }
      sink.byte(mask);
    }
  }
}
