import { createHash } from 'node:crypto';
import { mongo, type Connection } from 'mongoose';
import { driverCollection } from '../journal/projection.js';

interface StoredChunk {
  _id: string;
  generation: string;
  data: mongo.Binary;
  writtenAt: string;
}

/** Names the generation that is whole. Switching it is what makes a new one count. */
interface StoredPointer {
  _id: 'current';
  generation: string;
  chunks: number;
  checksum: string;
}

const CHUNK_BYTES = 1_000_000;
const COMMITTED = { writeConcern: { w: 'majority', journal: true } } as const;
const CURRENT = { readPreference: 'primary', readConcern: { level: 'majority' } } as const;
/** A generation that a crash left half-written is swept away after this long; until then it might still be written. */
const ABANDONED_MILLISECONDS = 86_400_000;

/**
 * Snapshots of tallies in the store: it spares a start the reading of every chain, and proves nothing. Whatever is
 * wrong with one, it is as if there were none. Nothing of it is ever an answer, so there is no Viewer here.
 */
export class SnapshotStore {
  readonly #connection: Connection;
  readonly #entropy: (bytes: number) => Buffer;

  constructor(connection: Connection, entropy: (bytes: number) => Buffer) {
    this.#connection = connection;
    this.#entropy = entropy;
  }

  /** Null where there is none that is whole. */
  async read(): Promise<Buffer | null> {
    const pointer = await this.#pointers.findOne({ _id: 'current' }, CURRENT);
    if (pointer === null) return null;
    const parts: Buffer[] = [];
    for (let number = 0; number < pointer.chunks; number += 1) {
      const chunk = await this.#chunks.findOne({ _id: chunkId(pointer.generation, number) }, CURRENT);
      if (chunk === null) return null;
      parts.push(Buffer.from(chunk.data.buffer.subarray(0, chunk.data.length())));
    }
    const bytes = Buffer.concat(parts);
    return checksumOf(bytes) === pointer.checksum ? bytes : null;
  }

  /** A new generation beside the old one, and then the switch: whoever reads meanwhile reads one of the two. */
  async write(bytes: Buffer, now: Date): Promise<void> {
    const generation = this.#entropy(16).toString('base64url');
    const chunks = Math.ceil(bytes.length / CHUNK_BYTES);
    for (let number = 0; number < chunks; number += 1) {
      const data = new mongo.Binary(bytes.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES));
      await this.#chunks.insertOne({ _id: chunkId(generation, number), generation, data, writtenAt: now.toISOString() }, COMMITTED);
    }
    const pointer = { generation, chunks, checksum: checksumOf(bytes) };
    const former = await this.#pointers.findOneAndUpdate({ _id: 'current' }, { $set: pointer }, { upsert: true, returnDocument: 'before', ...COMMITTED });
    const abandoned = new Date(now.getTime() - ABANDONED_MILLISECONDS).toISOString();
    if (former !== null) await this.#chunks.deleteMany({ generation: former.generation }, COMMITTED);
    await this.#chunks.deleteMany({ generation: { $ne: generation }, writtenAt: { $lt: abandoned } }, COMMITTED);
  }

  get #chunks(): mongo.Collection<StoredChunk> {
    return driverCollection<StoredChunk>(this.#connection, 'tallySnapshotChunks');
  }

  get #pointers(): mongo.Collection<StoredPointer> {
    return driverCollection<StoredPointer>(this.#connection, 'tallySnapshots');
  }
}

function chunkId(generation: string, number: number): string {
  return `${generation}/${number}`;
}

function checksumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
