import type { CursorReply } from '../commands/command.js';

const DOUBLE = 0x01;
const STRING = 0x02;
const DOCUMENT = 0x03;
const ARRAY = 0x04;
const LONG = 0x12;

/** A cursor reply around documents that are already BSON: they go to the client as they lie in the store. */
export function cursorReplyBytes(reply: CursorReply): Buffer {
  const batch = documentOf(reply.batch.flatMap((bytes, at) => [elementName(DOCUMENT, String(at)), bytes]));
  const cursor = documentOf([
    elementName(ARRAY, reply.batchName),
    batch,
    elementName(LONG, 'id'),
    longBytes(reply.id),
    elementName(STRING, 'ns'),
    stringBytes(reply.namespace),
  ]);
  const one = Buffer.alloc(8);
  one.writeDoubleLE(1);
  return documentOf([elementName(DOCUMENT, 'cursor'), cursor, elementName(DOUBLE, 'ok'), one]);
}

function documentOf(parts: readonly Uint8Array[]): Buffer {
  const length = Buffer.alloc(4);
  const bytes = Buffer.concat([length, ...parts, Buffer.of(0)]);
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}

function elementName(type: number, name: string): Buffer {
  return Buffer.concat([Buffer.of(type), Buffer.from(name, 'utf8'), Buffer.of(0)]);
}

function longBytes(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(value);
  return bytes;
}

function stringBytes(value: string): Buffer {
  const text = Buffer.from(value, 'utf8');
  const length = Buffer.alloc(4);
  length.writeInt32LE(text.length + 1);
  return Buffer.concat([length, text, Buffer.of(0)]);
}
