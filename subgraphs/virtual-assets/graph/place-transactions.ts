import type { BitcoinBlock } from '../ledger/bitcoin-transaction.js';
import { HASH_BYTES, readBitcoinHead, readBitcoinRowHead, visitBitcoinRow, type BitcoinChunkHead } from '../ledger/bitcoin-chunk.js';
import { ByteReader } from '../ledger/byte-reader.js';
import type { LedgerChunk } from '../ledger/ledger-chunk.js';
import { equalBytes, findInSlots, hashOfBytes, newSlots, putInSlots } from './hash-slots.js';
import type { LedgerFindings } from './ledger-finding.js';

/** A chunk whose head is read. */
export interface OpenChunk {
  readonly source: string;
  readonly bytes: Buffer;
  readonly head: BitcoinChunkHead;
  readonly firstRow: number;
  readonly rowsStart: number;
}

/** All rows that were given, in the order in which they came, as columns; each points into its chunk. */
export interface PlacedRows {
  readonly chunks: readonly OpenChunk[];
  readonly chunkOf: Int32Array;
  readonly lineOf: Uint32Array;
  readonly txidOffset: Uint32Array;
  readonly bodyOffset: Uint32Array;
  readonly coinbase: Uint8Array;
  readonly inputCount: Int32Array;
  readonly outputCount: Int32Array;
  /** Of all chunks, in the order of their first appearance. */
  readonly blocks: readonly BitcoinBlock[];
  readonly blockOf: Int32Array;
  /** By transaction id, to the row that stands for it. */
  readonly slots: Int32Array;
  /** 1 for the row that stands for its transaction in the chain as it is now. */
  readonly stands: Uint8Array;
  readonly orphaned: number;
  readonly repeated: number;
}

/**
 * Decides which row stands for each transaction. Of two blocks of one height the one that was first given later
 * replaces the other, and transactions of the replaced one drop out unless another block holds them, too. A
 * transaction that is given again with the same content changes nothing; with other content it is reported, and the first stays.
 */
export function placeTransactions(given: readonly LedgerChunk[], findings: LedgerFindings): PlacedRows {
  const chunks = openChunks(given);
  const last = chunks.at(-1);
  const rows = last === undefined ? 0 : last.firstRow + last.head.rows;
  const whole = (): Int32Array => new Int32Array(rows);
  const placed = {
    chunks, chunkOf: whole(), lineOf: new Uint32Array(rows), txidOffset: new Uint32Array(rows), bodyOffset: new Uint32Array(rows), coinbase: new Uint8Array(rows),
    inputCount: whole(), outputCount: whole(), blockOf: whole(), slots: newSlots(rows), stands: new Uint8Array(rows), blocks: [] as BitcoinBlock[], orphaned: 0, repeated: 0,
  };
  const { currentHash } = readRows(placed, findings);
  const isCurrent = (row: number): boolean => {
    const block = placed.blocks[placed.blockOf[row] ?? 0];
    return block?.hash == null || currentHash.get(block.height) === block.hash;
  };
  for (let row = 0; row < rows; row += 1) {
    const standing = findTransaction(placed, bytesOf(placed, row), placed.txidOffset[row] ?? 0);
    if (standing === -1) {
      putInSlots(placed.slots, hashOfTxid(bytesOf(placed, row), placed.txidOffset[row] ?? 0), row);
      placed.stands[row] = isCurrent(row) ? 1 : 0;
    } else if (!sameContent(placed, standing, row)) {
      report(placed, findings, row, `Transaction ${txidOf(placed, row)} was given before with other inputs or outputs; the first stays.`);
    } else {
      placed.repeated += 1;
      const better = isCurrent(row) && (placed.stands[standing] === 0 || comesBefore(placed, row, standing));
      if (!better) continue;
      // The slot keeps the first row; where the transaction stands is taken from the better one.
      placed.blockOf[standing] = placed.blockOf[row] ?? 0;
      placed.stands[standing] = 1;
    }
  }
  placed.orphaned = countOrphaned(placed);
  return placed;
}

export function bytesOf(rows: Pick<PlacedRows, 'chunks' | 'chunkOf'>, row: number): Buffer {
  return chunkOf(rows, row).bytes;
}

export function chunkOf({ chunks, chunkOf: places }: Pick<PlacedRows, 'chunks' | 'chunkOf'>, row: number): OpenChunk {
  const chunk = chunks[places[row] ?? -1];
  if (chunk === undefined) throw new RangeError('A row of the ledger names no chunk.');
  return chunk;
}

export function txidOf(rows: Pick<PlacedRows, 'chunks' | 'chunkOf' | 'txidOffset'>, row: number): string {
  const offset = rows.txidOffset[row] ?? 0;
  return bytesOf(rows, row).toString('hex', offset, offset + HASH_BYTES);
}

export function hashOfTxid(bytes: Uint8Array, offset: number): number {
  return hashOfBytes(bytes, offset, offset + HASH_BYTES);
}

/** The row that stands for the transaction with the id at that offset, or -1. */
export function findTransaction(rows: Pick<PlacedRows, 'slots' | 'chunks' | 'chunkOf' | 'txidOffset'>, bytes: Uint8Array, offset: number): number {
  return findInSlots(rows.slots, hashOfTxid(bytes, offset), (row) => equalBytes(bytesOf(rows, row), rows.txidOffset[row] ?? 0, bytes, offset, HASH_BYTES));
}

export function report(rows: Pick<PlacedRows, 'chunks' | 'chunkOf' | 'lineOf'>, findings: LedgerFindings, row: number, fault: string): void {
  findings.add({ source: chunkOf(rows, row).source, line: rows.lineOf[row] ?? 0, fault });
}

function openChunks(given: readonly LedgerChunk[]): OpenChunk[] {
  let firstRow = 0;
  return given.map(({ source, payload }) => {
    const reader = new ByteReader(payload);
    const head = readBitcoinHead(reader);
    const chunk = { source, bytes: reader.bytes, head, firstRow, rowsStart: reader.position };
    firstRow += head.rows;
    return chunk;
  });
}

type Draft = Omit<PlacedRows, 'blocks'> & { readonly blocks: BitcoinBlock[] };

function readRows(rows: Draft, findings: LedgerFindings): { readonly currentHash: ReadonlyMap<number, string> } {
  const known = new Map<string, number>();
  const currentHash = new Map<number, string>();
  let [inputs, outputs] = [0, 0];
  const counter = { input: () => void (inputs += 1), output: () => void (outputs += 1) };
  rows.chunks.forEach((chunk, chunkIndex) => {
    const blockIndexes = chunk.head.blocks.map((block) => {
      const key = `${block.height} ${String(block.hash)} ${block.time}`;
      const index = known.get(key);
      if (index !== undefined) return index;
      known.set(key, rows.blocks.length);
      // A block replaces what stood at its height when it first appears, and never again.
      if (block.hash !== null) currentHash.set(block.height, block.hash);
      return rows.blocks.push(block) - 1;
    });
    const reader = new ByteReader(chunk.bytes);
    reader.position = chunk.rowsStart;
    for (let row = chunk.firstRow; row < chunk.firstRow + chunk.head.rows; row += 1) {
      const head = readBitcoinRowHead(reader);
      [inputs, outputs] = [0, 0];
      rows.chunkOf[row] = chunkIndex;
      rows.lineOf[row] = head.line;
      rows.txidOffset[row] = head.txidOffset;
      rows.bodyOffset[row] = reader.position;
      rows.coinbase[row] = head.coinbase ? 1 : 0;
      rows.blockOf[row] = blockIndexes[head.block] ?? 0;
      visitBitcoinRow(reader, counter);
      rows.inputCount[row] = inputs;
      rows.outputCount[row] = outputs;
    }
  });
  checkLinks(rows, currentHash, findings);
  return { currentHash };
}

/** A block that says what came before it must say the block that stands there. */
function checkLinks(rows: Draft, currentHash: ReadonlyMap<number, string>, findings: LedgerFindings): void {
  for (const { height, hash, previousHash } of rows.blocks) {
    const before = currentHash.get(height - 1);
    if (previousHash === null || before === undefined || previousHash === before || currentHash.get(height) !== hash) continue;
    const row = rows.blockOf.findIndex((block) => rows.blocks[block]?.hash === hash);
    report(rows, findings, row, `Block ${height} (${hash}) follows ${previousHash}, but at height ${height - 1} stands ${before}.`);
  }
}

/** Of two places of one transaction: the lower block, and one with a hash before one without. */
function comesBefore({ blocks, blockOf }: Draft, row: number, other: number): boolean {
  const [a, b] = [blocks[blockOf[row] ?? 0], blocks[blockOf[other] ?? 0]];
  if (a === undefined || b === undefined) return false;
  return a.height !== b.height ? a.height < b.height : a.hash !== null && b.hash === null;
}

function sameContent(rows: Draft, a: number, b: number): boolean {
  return contentOf(rows, a) === contentOf(rows, b);
}

/** Only duplicates are compared, so this may take its time. */
function contentOf(rows: Draft, row: number): string {
  const { bytes, head } = chunkOf(rows, row);
  const reader = new ByteReader(bytes);
  reader.position = rows.bodyOffset[row] ?? 0;
  const parts: string[] = [String(rows.coinbase[row])];
  const amount = (address: number, satoshi: number, scriptType: number): string => `${head.addresses[address] ?? ''} ${satoshi} ${scriptType}`;
  visitBitcoinRow(reader, {
    input: (offset, vout, ...rest) => void parts.push(`< ${bytes.toString('hex', offset, offset + HASH_BYTES)} ${vout} ${amount(...rest)}`),
    output: (...rest) => void parts.push(`> ${amount(...rest)}`),
  });
  return parts.join('\n');
}

function countOrphaned({ slots, stands }: Draft): number {
  let orphaned = 0;
  for (const slot of slots) if (slot !== 0 && stands[slot - 1] === 0) orphaned += 1;
  return orphaned;
}
