import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { BitcoinTransaction } from '../../../subgraphs/virtual-assets/ledger/bitcoin-transaction.js';
import type { EtherTransfer } from '../../../subgraphs/virtual-assets/ledger/ether-transfer.js';
import type { LedgerRow } from '../../../subgraphs/virtual-assets/ledger/ledger-row.js';
import { readBitcoinLines } from '../../../subgraphs/virtual-assets/ledger/read-bitcoin-lines.js';
import { readCoreBlocks } from '../../../subgraphs/virtual-assets/ledger/read-core-blocks.js';
import { readEtherCsv } from '../../../subgraphs/virtual-assets/ledger/read-ether-csv.js';
import { readEtherLines } from '../../../subgraphs/virtual-assets/ledger/read-ether-lines.js';

type Rows<Row> = AsyncIterable<readonly LedgerRow<Row>[]>;

const HEAD_BYTES = 4_096;
/** A block says so among its first fields; a transaction has none of them. */
const OF_A_BLOCK = /"(?:merkleroot|versionHex|previousblockhash|nextblockhash|nTx|mediantime)"\s*:/;

/** Blocks as Bitcoin Core gives them, or transactions line by line: told apart by how the file begins. */
export async function bitcoinRows(file: string, onBytes: (bytes: number) => void): Promise<Rows<BitcoinTransaction>> {
  const read = OF_A_BLOCK.test(await headOf(file)) ? readCoreBlocks : readBitcoinLines;
  return read(pieces(file, onBytes));
}

/** Transfers line by line as JSON, or the CSV of ethereum-etl. */
export async function etherRows(file: string, onBytes: (bytes: number) => void): Promise<Rows<EtherTransfer>> {
  const read = (await headOf(file)).trimStart().startsWith('{') ? readEtherLines : readEtherCsv;
  return read(pieces(file, onBytes));
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
  } finally {
    await handle.close();
  }
}

async function* pieces(file: string, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of createReadStream(file) as AsyncIterable<Uint8Array>) {
    read += piece.byteLength;
    onBytes(read);
    yield piece;
  }
}
