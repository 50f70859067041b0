import type { Storage } from '../storage/storage.js';
import type { BsonDocument } from '../values/bson-value.js';
import type { CursorTable } from './cursors.js';

/** What the commands of one server share. */
export interface ServerState {
  readonly storage: Storage;
  readonly cursors: CursorTable;
  /** Counts documents that reads fetched. */
  readonly examined: { count: number };
}

export interface Request {
  readonly name: string;
  readonly database: string;
  readonly command: BsonDocument;
  readonly state: ServerState;
  /** Throws when the client's maxTimeMS is over. */
  readonly checkTime: () => void;
}

/** A cursor reply carries documents as the bytes that lie in the store. */
export interface CursorReply {
  readonly kind: 'cursor';
  readonly id: bigint;
  readonly namespace: string;
  readonly batchName: 'firstBatch' | 'nextBatch';
  readonly batch: readonly Uint8Array[];
}

export type Reply = BsonDocument | CursorReply;

export interface Command {
  /** Options the command honours, or that are harmless to ignore. Any other is refused. */
  readonly options: readonly string[];
  run(request: Request): Reply | Promise<Reply>;
}

export function isCursorReply(reply: Reply): reply is CursorReply {
  return reply['kind'] === 'cursor' && typeof reply['id'] === 'bigint';
}
