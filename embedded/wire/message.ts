import type { BsonDocument } from '../values/bson-value.js';
import { readDocument, writeDocument } from '../values/bson-value.js';
import type { Reply } from '../commands/command.js';
import { isCursorReply } from '../commands/command.js';
import { cursorReplyBytes } from './cursor-reply.js';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER_BYTES = 16;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Bits below 16 must be understood; these two are. */
const UNKNOWN_REQUIRED_BITS = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME);

/** The largest message this server announces in `hello`. */
export const LARGEST_MESSAGE = 48_000_000;

export interface Message {
  readonly id: number;
  readonly form: 'query' | 'message';
  readonly command: BsonDocument;
  /** False for an unacknowledged write: the client does not read an answer. */
  readonly answered: boolean;
}

/** Thrown at bytes that are no message of the protocol: the connection cannot go on. */
export class MalformedMessage extends Error {}

export function parseMessage(bytes: Buffer): Message {
  const id = bytes.readInt32LE(4);
  const operation = bytes.readInt32LE(12);
  if (operation === OP_MSG) return parseOpMsg(id, bytes);
  if (operation === OP_QUERY) return parseOpQuery(id, bytes);
  throw new MalformedMessage(`Unknown operation ${String(operation)}`);
}

function parseOpMsg(id: number, bytes: Buffer): Message {
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if ((flags & UNKNOWN_REQUIRED_BITS) !== 0) throw new MalformedMessage(`Unknown flags ${String(flags)}`);
  const end = bytes.length - ((flags & CHECKSUM_PRESENT) === 0 ? 0 : 4);
  let body: BsonDocument | undefined;
  const sequences: BsonDocument = {};
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = bytes.readUInt8(at);
    const length = bytes.readInt32LE(at + 1);
    const section = bytes.subarray(at + 1, at + 1 + length);
    if (length < 5 || at + 1 + length > end) throw new MalformedMessage('A section ends behind its message');
    if (kind === 0 && body === undefined) body = readDocument(section);
    else if (kind === 1) Object.assign(sequences, parseSequence(section));
    else throw new MalformedMessage(`Unknown section ${String(kind)}`);
    at += 1 + length;
  }
  if (body === undefined) throw new MalformedMessage('A message has no body');
  return { id, form: 'message', command: { ...body, ...sequences }, answered: (flags & MORE_TO_COME) === 0 };
}

function parseSequence(section: Buffer): BsonDocument {
  const nameEnd = section.indexOf(0, 4);
  const name = section.toString('utf8', 4, nameEnd);
  const documents: BsonDocument[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const length = section.readInt32LE(at);
    if (length < 5 || at + length > section.length) throw new MalformedMessage('A document ends behind its sequence');
    documents.push(readDocument(section.subarray(at, at + length)));
    at += length;
  }
  return { [name]: documents };
}

/** Only the first hello of a driver still comes in this form. */
function parseOpQuery(id: number, bytes: Buffer): Message {
  const nameEnd = bytes.indexOf(0, HEADER_BYTES + 4);
  const [database = ''] = bytes.toString('utf8', HEADER_BYTES + 4, nameEnd).split('.');
  const command = readDocument(bytes.subarray(nameEnd + 9));
  return { id, form: 'query', command: { ...command, $db: database }, answered: true };
}

export function replyBytes(message: Message, reply: Reply): Buffer {
  const body = isCursorReply(reply) ? cursorReplyBytes(reply) : writeDocument(reply);
  // OP_MSG: flags and the kind of its one section; OP_REPLY: flags, cursor id, first, count.
  const preamble = Buffer.alloc(message.form === 'message' ? 5 : 20);
  if (message.form === 'query') preamble.writeInt32LE(1, 16);
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeInt32LE(HEADER_BYTES + preamble.length + body.length, 0);
  header.writeInt32LE(message.id, 8);
  header.writeInt32LE(message.form === 'message' ? OP_MSG : OP_REPLY, 12);
  return Buffer.concat([header, preamble, body]);
}
