import { deserialize, onDemand } from 'bson';
import type { BsonDocument } from './bson-value.js';
import { READ_OPTIONS } from './bson-value.js';

const DOCUMENT_HEADER = 4;

/** Some fields of a document, without reading the others: a filter asks about few of them. */
export function readFields(bytes: Uint8Array, names: ReadonlySet<string>): BsonDocument {
  const kept: Uint8Array[] = [];
  let length = DOCUMENT_HEADER + 1;
  for (const [, nameOffset, nameLength, offset, size] of onDemand.parseToElements(bytes)) {
    if (!names.has(onDemand.ByteUtils.toUTF8(bytes, nameOffset, nameOffset + nameLength, false))) continue;
    // The byte of its type stands before the name.
    const element = bytes.subarray(nameOffset - 1, offset + size);
    kept.push(element);
    length += element.length;
  }
  const part = Buffer.allocUnsafe(length);
  part.writeInt32LE(length, 0);
  let at = DOCUMENT_HEADER;
  for (const element of kept) {
    part.set(element, at);
    at += element.length;
  }
  part[at] = 0;
  return deserialize(part, READ_OPTIONS);
}
