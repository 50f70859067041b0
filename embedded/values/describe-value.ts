import type { BsonValue } from './bson-value.js';
import { isBinary, isDecimal, isDocument, isDouble, isInt32, isLong, isObjectId } from './bson-value.js';

/** A value as MongoDB's error messages show it. */
export function describeValue(value: BsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `"${value}"`;
  if (value instanceof Date) return `new Date(${String(value.getTime())})`;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(describeValue).join(', ')} ]`;
  if (isObjectId(value)) return `ObjectId('${value.toHexString()}')`;
  if (isInt32(value) || isLong(value)) return value.toString();
  if (isDouble(value)) return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
  if (isDecimal(value)) return value.toString();
  if (isBinary(value)) return `BinData(${String(value.sub_type)}, ${Buffer.from(value.buffer).toString('hex').toUpperCase()})`;
  if (isDocument(value)) {
    const members = Object.entries(value).map(([name, member]) => describeField(name, member));
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return typeof value;
}

export function describeField(name: string, value: BsonValue): string {
  return `${name}: ${describeValue(value)}`;
}

/** The form without inner spaces, which MongoDB's aggregation uses. */
export function describeCompactly(value: BsonValue): string {
  if (isDocument(value)) return `{${Object.entries(value).map(([name, member]) => `${name}: ${describeCompactly(member)}`).join(', ')}}`;
  return Array.isArray(value) ? `[${value.map(describeCompactly).join(', ')}]` : describeValue(value);
}
