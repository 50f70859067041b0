import { createHash } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import type { LedgerChunk } from './ledger-chunk.js';
import { ledgerChunkModel, type LedgerChunkRecord } from './ledger.model.js';
import type { Network } from './network.js';

const DUPLICATE_KEY = 11000;

/**
 * The only door to the stored public ledger. It takes no Viewer: what stands here is on a public chain, readable by
 * everybody, and holds nothing that anybody contributed in confidence.
 */
export class LedgerStore {
  readonly #model: Model<LedgerChunkRecord>;

  constructor(connection: Connection) {
    this.#model = ledgerChunkModel(connection);
  }

  /** False when this very chunk stands there already. */
  async add(network: Network, { source, payload }: LedgerChunk, rows: number): Promise<boolean> {
    const id = createHash('sha256').update(network).update(payload).digest('hex');
    if ((await this.#model.exists({ _id: id })) !== null) return false;
    for (;;) {
      const last = await this.#model.findOne({ network }, { sequence: 1 }).sort({ network: -1, sequence: -1 }).lean();
      try {
        await this.#model.insertOne({ _id: id, network, sequence: (last?.sequence ?? 0) + 1, source, rows, payload: Buffer.from(payload) });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        // Either another import took the number, or it stored this chunk.
        if ((await this.#model.exists({ _id: id })) !== null) return false;
      }
    }
  }

  /** In the order in which they came. */
  async *chunks(network: Network): AsyncGenerator<LedgerChunk> {
    for await (const { source, payload } of this.#model.find({ network }, { source: 1, payload: 1 }).sort({ network: 1, sequence: 1 }).lean().cursor({ batchSize: 8 })) {
      yield { source, payload: bytesOf(payload) };
    }
  }

  /** Changes with every chunk that is added, and with nothing else. */
  async state(network: Network): Promise<string> {
    const hash = createHash('sha256').update(network);
    for await (const { _id } of this.#model.find({ network }, { _id: 1 }).sort({ network: 1, sequence: 1 }).lean().cursor()) hash.update(_id);
    return hash.digest('hex');
  }
}

/** A lean document holds the driver's Binary where a hydrated one holds a Buffer. */
function bytesOf(payload: Buffer | { readonly buffer: Uint8Array }): Uint8Array {
  return Buffer.isBuffer(payload) ? payload : new Uint8Array(payload.buffer);
}

function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;
}
