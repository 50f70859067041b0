import type { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { deserialize, serialize } from 'bson';

/**
 * A BSON value with its type kept: an Int32 5, a Double 5 and a Long 5 compare equal
 * but are written differently, and a client must get back the one it stored.
 */
export type BsonValue =
  | string
  | boolean
  | null
  | Date
  | Int32
  | Double
  | Long
  | Decimal128
  | ObjectId
  | Binary
  | BSONRegExp
  | Timestamp
  | MinKey
  | MaxKey
  | BsonValue[]
  | BsonDocument;

export interface BsonDocument {
  [field: string]: BsonValue;
}

export type BsonNumber = Int32 | Double | Long | Decimal128;

/** The boundary to `bson`, whose own type of a document says nothing about its values. */
export function readDocument(bytes: Uint8Array): BsonDocument {
  return deserialize(bytes, READ_OPTIONS);
}

export const READ_OPTIONS = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;

export function writeDocument(document: BsonDocument): Uint8Array {
  return serialize(document, { ignoreUndefined: true });
}

export function isDocument(value: BsonValue | undefined): value is BsonDocument {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

export function isNumber(value: BsonValue | undefined): value is BsonNumber {
  switch (bsonType(value)) {
    case 'Int32':
    case 'Double':
    case 'Long':
    case 'Decimal128':
      return true;
    default:
      return false;
  }
}

/** The class name that `bson` puts on its value classes; undefined for plain JavaScript values. */
export function bsonType(value: BsonValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return undefined;
  if (Object.getPrototypeOf(value) === Object.prototype) return undefined;
  const named: unknown = Reflect.get(value, '_bsontype');
  return typeof named === 'string' ? named : undefined;
}

export function isInt32(value: BsonValue | undefined): value is Int32 {
  return bsonType(value) === 'Int32';
}
export function isLong(value: BsonValue | undefined): value is Long {
  return bsonType(value) === 'Long';
}
export function isDouble(value: BsonValue | undefined): value is Double {
  return bsonType(value) === 'Double';
}
export function isDecimal(value: BsonValue | undefined): value is Decimal128 {
  return bsonType(value) === 'Decimal128';
}
export function isRegularExpression(value: BsonValue | undefined): value is BSONRegExp {
  return bsonType(value) === 'BSONRegExp';
}
export function isObjectId(value: BsonValue | undefined): value is ObjectId {
  return bsonType(value) === 'ObjectId';
}
export function isBinary(value: BsonValue | undefined): value is Binary {
  const named = bsonType(value);
  return named === 'Binary';
}
export function isTimestamp(value: BsonValue | undefined): value is Timestamp {
  return bsonType(value) === 'Timestamp';
}

/** The names `$type` knows, and that error messages use. */
export function typeName(value: BsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (value instanceof Date) return 'date';
  if (Array.isArray(value)) return 'array';
  switch (bsonType(value)) {
    case undefined:
      return 'object';
    case 'Int32':
      return 'int';
    case 'Double':
      return 'double';
    case 'Long':
      return 'long';
    case 'Decimal128':
      return 'decimal';
    case 'ObjectId':
      return 'objectId';
    case 'Binary':
      return 'binData';
    case 'BSONRegExp':
      return 'regex';
    case 'Timestamp':
      return 'timestamp';
    case 'MinKey':
      return 'minKey';
    case 'MaxKey':
      return 'maxKey';
    default:
      return 'unsupported';
  }
}
