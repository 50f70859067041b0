import { randomBytes } from 'node:crypto';
import type { CursorReply } from './command.js';
import { ServerError } from './server-error.js';

/** As MongoDB: a reply stays well below the largest message. */
const LARGEST_BATCH_BYTES = 16 * 1024 * 1024;
const DEFAULT_FIRST_BATCH = 101;
const IDLE_MILLISECONDS = 10 * 60 * 1000;

interface OpenCursor {
  readonly namespace: string;
  readonly documents: Iterator<Uint8Array>;
  pending: Uint8Array | undefined;
  /** How many documents the client's limit leaves. */
  remaining: number;
  lastUsed: number;
}

export interface BatchOptions {
  readonly batchSize?: number | undefined;
  readonly singleBatch?: boolean;
  /** Zero means no limit. A cursor that has reached its limit closes at once. */
  readonly limit?: number;
}

/** Cursors whose clients may come back for more. They hold a place to go on from, no documents and no transaction. */
export class CursorTable {
  private readonly open = new Map<bigint, OpenCursor>();

  firstBatch(namespace: string, documents: Iterator<Uint8Array>, wanted: BatchOptions): CursorReply {
    this.forgetIdle();
    const cursor: OpenCursor = { namespace, documents, pending: undefined, remaining: (wanted.limit ?? 0) > 0 ? Number(wanted.limit) : Number.POSITIVE_INFINITY, lastUsed: Date.now() };
    const { batch, finished } = take(cursor, wanted.batchSize ?? DEFAULT_FIRST_BATCH);
    const id = finished || wanted.singleBatch === true ? 0n : this.keep(cursor);
    return { kind: 'cursor', id, namespace, batchName: 'firstBatch', batch };
  }

  nextBatch(id: bigint, namespace: string, batchSize: number | undefined): CursorReply {
    const cursor = this.open.get(id);
    if (cursor === undefined) throw new ServerError(43, `cursor id ${String(id)} not found`);
    if (cursor.namespace !== namespace) {
      throw new ServerError(13, `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`);
    }
    cursor.lastUsed = Date.now();
    const { batch, finished } = take(cursor, batchSize ?? Number.POSITIVE_INFINITY);
    if (finished) this.open.delete(id);
    return { kind: 'cursor', id: finished ? 0n : id, namespace, batchName: 'nextBatch', batch };
  }

  kill(id: bigint): boolean {
    return this.open.delete(id);
  }

  private keep(cursor: OpenCursor): bigint {
    const id = BigInt.asIntN(63, randomBytes(8).readBigInt64BE()) & 0x7fffffffffffffffn;
    this.open.set(id, cursor);
    return id;
  }

  private forgetIdle(): void {
    const oldest = Date.now() - IDLE_MILLISECONDS;
    for (const [id, cursor] of this.open) if (cursor.lastUsed < oldest) this.open.delete(id);
  }
}

function take(cursor: OpenCursor, most: number): { batch: Uint8Array[]; finished: boolean } {
  const batch: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    if (cursor.remaining === 0) return { batch, finished: true };
    if (batch.length >= most) return { batch, finished: false };
    const document = cursor.pending ?? nextOf(cursor.documents);
    cursor.pending = undefined;
    if (document === undefined) return { batch, finished: true };
    if (batch.length > 0 && bytes + document.length > LARGEST_BATCH_BYTES) {
      cursor.pending = document;
      return { batch, finished: false };
    }
    batch.push(document);
    bytes += document.length;
    cursor.remaining--;
  }
}

function nextOf(documents: Iterator<Uint8Array>): Uint8Array | undefined {
  const next = documents.next();
  return next.done === true ? undefined : next.value;
}
