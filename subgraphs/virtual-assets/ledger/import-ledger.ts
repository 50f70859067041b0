import { BitcoinChunkWriter } from './bitcoin-chunk.js';
import type { BitcoinTransaction } from './bitcoin-transaction.js';
import { EtherChunkWriter } from './ether-chunk.js';
import type { EtherTransfer } from './ether-transfer.js';
import type { LedgerRow } from './ledger-row.js';
import type { LedgerStore } from './ledger.store.js';
import type { Network } from './network.js';

/** A chunk holds at most so many rows or bytes, whichever comes first: well below the 16 MB of a document. */
const ROWS_OF_A_CHUNK = 4_000;
const BYTES_OF_A_CHUNK = 768 * 1024;

export interface LedgerImportProgress {
  readonly rows: number;
  readonly refused: number;
  readonly newChunks: number;
}

export interface LedgerImportOptions {
  /** The name of the file, for reports. */
  readonly source: string;
  /** Each refused row as it is met; the import goes on. */
  readonly onRefused: (refused: { readonly line: number; readonly fault: string }) => void;
  readonly onProgress?: (progress: LedgerImportProgress) => void;
}

interface ChunkWriter<Row> {
  readonly rows: number;
  readonly bytes: number;
  add(line: number, row: Row): void;
  finish(): Buffer;
}

export function importBitcoin(store: LedgerStore, rows: AsyncIterable<readonly LedgerRow<BitcoinTransaction>[]>, options: LedgerImportOptions): Promise<LedgerImportProgress> {
  return importRows(store, 'BITCOIN', rows, () => new BitcoinChunkWriter(), options);
}

export function importEther(store: LedgerStore, rows: AsyncIterable<readonly LedgerRow<EtherTransfer>[]>, options: LedgerImportOptions): Promise<LedgerImportProgress> {
  return importRows(store, 'ETHEREUM', rows, () => new EtherChunkWriter(), options);
}

/**
 * Stores the rows of one file, chunk by chunk. A file that was stored before, or whose import broke off, is taken up
 * where it differs: chunks are cut at the same rows each time, and a chunk that stands there is not stored again.
 */
async function importRows<Row>(
  store: LedgerStore, network: Network, rows: AsyncIterable<readonly LedgerRow<Row>[]>, open: () => ChunkWriter<Row>, { source, onRefused, onProgress }: LedgerImportOptions,
): Promise<LedgerImportProgress> {
  let [writer, read, refused, newChunks] = [open(), 0, 0, 0];
  // The next chunk is read while the last one is stored.
  let storing = Promise.resolve();
  const flush = async (): Promise<void> => {
    if (writer.rows === 0) return;
    const [count, payload] = [writer.rows, writer.finish()];
    writer = open();
    await storing;
    storing = store.add(network, { source, payload }, count).then((isNew) => {
      if (isNew) newChunks += 1;
      onProgress?.({ rows: read, refused, newChunks });
    });
    // Awaited with the next chunk; a fault in between must not count as unhandled.
    storing.catch(() => undefined);
  };
  for await (const batch of rows) {
    for (const item of batch) {
      read += 1;
      if ('fault' in item) {
        refused += 1;
        onRefused(item);
        continue;
      }
      writer.add(item.line, item.row);
      if (writer.rows >= ROWS_OF_A_CHUNK || writer.bytes >= BYTES_OF_A_CHUNK) await flush();
    }
  }
  await flush();
  await storing;
  return { rows: read, refused, newChunks };
}
