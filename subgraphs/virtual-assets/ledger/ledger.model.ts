import { Schema, type Connection, type Model } from 'mongoose';
import type { Network } from './network.js';

/**
 * Some thousand rows of the public ledger in one document. The ledger is public and CLEAR: it carries no label, and
 * importing it is no entry of the journal. Its id is the hash of its content, so the same rows are stored once.
 */
export interface LedgerChunkRecord {
  readonly _id: string;
  readonly network: Network;
  /** In the order in which chunks came: a later block of a height replaces an earlier one. */
  readonly sequence: number;
  /** The name of the file, for the report. */
  readonly source: string;
  readonly rows: number;
  readonly payload: Buffer;
}

const ledgerChunkSchema = new Schema<LedgerChunkRecord>(
  { _id: String, network: String, sequence: Number, source: String, rows: Number, payload: Schema.Types.Buffer },
  { strict: 'throw', versionKey: false, collection: 'ledgerChunks' },
);
ledgerChunkSchema.index({ network: 1, sequence: 1 }, { unique: true });

export function ledgerChunkModel(connection: Connection): Model<LedgerChunkRecord> {
  return connection.model<LedgerChunkRecord>('LedgerChunk', ledgerChunkSchema);
}
