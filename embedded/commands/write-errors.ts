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
      refusals.push({ index: new Int32(index), code: new Int32(error.code), ...error.details, errmsg: error.message });
      if (ordered) break;
    }
  }
  return refusals;
}

export function writeReply(counts: BsonDocument, refusals: BsonDocument[]): BsonDocument {
  return refusals.length === 0 ? counts : { ...counts, writeErrors: refusals };
}
