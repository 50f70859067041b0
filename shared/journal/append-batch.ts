import { setTimeout as pause } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { isDuplicateKey, type ChainStore } from './chain-store.js';
import type { ChainId, JournalEntry } from './entry.js';

/** What became of a batch: how many of its entries stand, and why the next one does not. */
export type AppendResult =
  | { readonly standing: number; readonly stopped: 'NEVER' }
  /** Another process was faster: everything after `standing` starts again, validation included. */
  | { readonly standing: number; readonly stopped: 'RACE' }
  /** The store refused the entry after `standing`; it is certainly not written. */
  | { readonly standing: number; readonly stopped: 'REFUSED'; readonly fault: unknown }
  /** The store did not answer: whatever follows `standing` may or may not be written. */
  | { readonly standing: number; readonly stopped: 'UNKNOWN'; readonly fault: unknown };

const ATTEMPTS = 4;

/**
 * Inserts a batch and finds out what stands. After any fault the slots are read and compared by `entryId`: an
 * acknowledgement that was lost is then a success, and only a foreign entry in a slot is a lost race. An empty
 * slot is filled with the very same bytes again, which is harmless even if the first insert is still under way.
 */
export async function appendBatch(store: ChainStore, chain: ChainId, batch: readonly JournalEntry[]): Promise<AppendResult> {
  let standing = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await store.append(batch.slice(standing));
      return { standing: batch.length, stopped: 'NEVER' };
    } catch (fault) {
      try {
        const slots = await readSlots(store, chain, batch);
        standing = countStanding(batch, slots);
        if (standing === batch.length) return { standing, stopped: 'NEVER' };
        if (slots.length > standing) return { standing, stopped: 'RACE' };
      } catch (readFault) {
        return { standing, stopped: 'UNKNOWN', fault: readFault };
      }
      if (isRefusal(fault)) return { standing, stopped: 'REFUSED', fault };
      if (attempt === ATTEMPTS) return { standing, stopped: 'UNKNOWN', fault };
      await pause(10 * 4 ** (attempt - 1));
    }
  }
}

function readSlots(store: ChainStore, chain: ChainId, batch: readonly JournalEntry[]): Promise<JournalEntry[]> {
  const first = batch[0];
  const last = batch.at(-1);
  return first === undefined || last === undefined ? Promise.resolve([]) : store.slots(chain, first.seq - 1, last.seq);
}

function countStanding(batch: readonly JournalEntry[], slots: readonly JournalEntry[]): number {
  const foreign = batch.findIndex((entry, index) => slots[index]?.entryId !== entry.entryId);
  return foreign === -1 ? batch.length : foreign;
}

/** A duplicate key with an empty slot is an insert that no majority has seen yet, not a refusal. */
function isRefusal(fault: unknown): boolean {
  return (
    fault instanceof mongo.MongoServerError &&
    !isDuplicateKey(fault) &&
    !(fault instanceof mongo.MongoWriteConcernError) &&
    !(fault instanceof mongo.MongoBulkWriteError && fault.result.getWriteConcernError() !== undefined) &&
    !fault.hasErrorLabel(mongo.MongoErrorLabel.RetryableWriteError)
  );
}
