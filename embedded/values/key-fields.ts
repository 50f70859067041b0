import { NUMBER_CLASS, TYPE_BYTE } from './ordered-key.js';

/** Turns every bit, which turns the order: how a descending field lies in a key. */
export function inverted(bytes: Uint8Array): Buffer {
  const result = Buffer.allocUnsafe(bytes.length);
  for (let at = 0; at < bytes.length; at++) result[at] = (bytes[at] ?? 0) ^ 0xff;
  return result;
}

/** Takes a compound key apart again. Descending fields are turned back, so that each part equals `encodeOrdered` of its value. */
export function splitKey(key: Uint8Array, start: number, directions: readonly (1 | -1)[]): Buffer[] {
  const fields: Buffer[] = [];
  let at = start;
  for (const direction of directions) {
    const end = endOfValue(key, at, direction === 1 ? 0x00 : 0xff);
    const part = key.subarray(at, end);
    fields.push(direction === 1 ? Buffer.from(part.buffer, part.byteOffset, part.length) : inverted(part));
    at = end;
  }
  return fields;
}

/** The text of an encoded string, for regular expressions on a key. */
export function decodeText(field: Uint8Array): string {
  const bytes = Buffer.from(field.subarray(1, field.length - 2));
  if (!bytes.includes(0)) return bytes.toString('utf8');
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    plain.push(byte);
    if (byte === 0) at++;
  }
  return Buffer.from(plain).toString('utf8');
}

function endOfValue(key: Uint8Array, start: number, mask: number): number {
  return endOfBody(key, start + 1, byteAt(key, start, mask), mask);
}

function byteAt(key: Uint8Array, at: number, mask: number): number {
  const byte = key[at];
  if (byte === undefined) throw new Error('An index key ends too early');
  return byte ^ mask;
}

function endOfBody(key: Uint8Array, start: number, type: number, mask: number): number {
  let at = start;
  switch (type) {
    case TYPE_BYTE.minKey:
    case TYPE_BYTE.undefined:
    case TYPE_BYTE.null:
    case TYPE_BYTE.maxKey:
      return at;
    case TYPE_BYTE.bool:
      return at + 1;
    case TYPE_BYTE.date:
    case TYPE_BYTE.timestamp:
      return at + 8;
    case TYPE_BYTE.objectId:
      return at + 12;
    case TYPE_BYTE.number:
      return endOfNumber(key, at, mask);
    case TYPE_BYTE.string:
      while (byteAt(key, at, mask) !== 0 || byteAt(key, at + 1, mask) !== 0) at += byteAt(key, at, mask) === 0 ? 2 : 1;
      return at + 2;
    case TYPE_BYTE.binData: {
      let length = 0;
      for (let digit = 0; digit < 4; digit++) length = length * 256 + byteAt(key, at + digit, mask);
      return at + 5 + length;
    }
    case TYPE_BYTE.object:
    case TYPE_BYTE.array:
      for (;;) {
        const member = byteAt(key, at, mask);
        at++;
        if (member === 0) return at;
        if (type === TYPE_BYTE.object) {
          while (byteAt(key, at, mask) !== 0) at++;
          at++;
        }
        at = endOfBody(key, at, member, mask);
      }
    default:
      throw new Error(`An index key holds the unknown type byte ${String(type)}`);
  }
}

function endOfNumber(key: Uint8Array, start: number, mask: number): number {
  const numberClass = byteAt(key, start, mask);
  if (numberClass !== NUMBER_CLASS.negative && numberClass !== NUMBER_CLASS.positive) return start + 1;
  const last = numberClass === NUMBER_CLASS.negative ? 0xff : 0x00;
  let at = start + 3;
  while (byteAt(key, at, mask) !== last) at++;
  return at + 1;
}
