import { Int32 } from 'bson';
import type { BsonDocument } from '../values/bson-value.js';
import { ServerError } from './server-error.js';

/**
 * Runs the operations of a write command one by one. An ordered command stops at the first
 * refusal and keeps what came before it; an unordered one goes on. A fault of the store is no
 * refusal: it ends the transaction and leaves nothing of the command.
 */
export function runEach<T>(operations: readonly T[], ordered: boolean, run: (operation: T, index: number) => void): BsonDocument[] {
  const refusals: BsonDocument[] = [];
  for (const [index, operation] of operations.entries()) {
    try {
      run(operation, index);
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      refusals.push({ index: new Int32(index), code: new Int32(error.code), errmsg: error.message, ...error.details });
      if (ordered) break;
    }
  }
  return refusals;
}

/** The fields of a write's answer in MongoDB's order, without those that are empty. */
export function writeReply(n: number, refusals: BsonDocument[], updated?: { nModified: number; upserted: BsonDocument[] }): BsonDocument {
  const reply: BsonDocument = { n: new Int32(n) };
  if (refusals.length > 0) reply['writeErrors'] = refusals;
  if (updated === undefined) return reply;
  if (updated.upserted.length > 0) reply['upserted'] = updated.upserted;
  reply['nModified'] = new Int32(updated.nModified);
  return reply;
}
