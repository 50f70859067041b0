import { HASH_BYTES, visitBitcoinRow } from '../ledger/bitcoin-chunk.js';
import { ByteReader } from '../ledger/byte-reader.js';
import type { LedgerFindings } from './ledger-finding.js';
import { bytesOf, chunkOf, findTransaction, report, type PlacedRows } from './place-transactions.js';

/**
 * Rows that stand, in the one order that follows from what they say: by height, then by the longest chain of spends
 * within the block, then by id. Every transaction comes after those whose outputs it spends; the order in which files
 * were given plays no part. Only a damaged file spends in a circle: what stands in or behind one is left out and reported.
 */
export function orderTransactions(rows: PlacedRows, findings: LedgerFindings): Int32Array {
  const byHeight = new Map<number, number[]>();
  for (const slot of rows.slots) {
    const row = slot - 1;
    if (row === -1 || rows.stands[row] === 0) continue;
    const height = heightOf(rows, row);
    const group = byHeight.get(height);
    if (group === undefined) byHeight.set(height, [row]);
    else group.push(row);
  }
  const ordered: number[] = [];
  for (const height of [...byHeight.keys()].sort((a, b) => a - b)) {
    for (const row of orderBlock(rows, byHeight.get(height) ?? [], height, findings)) ordered.push(row);
  }
  return Int32Array.from(ordered);
}

export function heightOf({ blocks, blockOf }: Pick<PlacedRows, 'blocks' | 'blockOf'>, row: number): number {
  return blocks[blockOf[row] ?? 0]?.height ?? 0;
}

function orderBlock(rows: PlacedRows, group: readonly number[], height: number, findings: LedgerFindings): readonly number[] {
  const depth = new Map<number, number>(group.map((row) => [row, 0]));
  const spenders = new Map<number, number[]>();
  const waiting = new Map<number, number>();
  for (const row of group) {
    for (const parent of parentsInBlock(rows, row, height)) {
      const list = spenders.get(parent);
      if (list === undefined) spenders.set(parent, [row]);
      else list.push(row);
      waiting.set(row, (waiting.get(row) ?? 0) + 1);
    }
  }
  const ready = group.filter((row) => !waiting.has(row));
  const reached: number[] = [];
  for (let row = ready.pop(); row !== undefined; row = ready.pop()) {
    reached.push(row);
    for (const spender of spenders.get(row) ?? []) {
      depth.set(spender, Math.max(depth.get(spender) ?? 0, (depth.get(row) ?? 0) + 1));
      const left = (waiting.get(spender) ?? 0) - 1;
      waiting.set(spender, left);
      if (left === 0) ready.push(spender);
    }
  }
  if (reached.length < group.length) {
    const kept = new Set(reached);
    const left = group.filter((row) => !kept.has(row)).sort((a, b) => a - b);
    for (const row of left) report(rows, findings, row, 'The transaction spends what only its own outputs could have paid for (a circle), or what such a one paid.');
  }
  return reached.sort((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0) || compareTxids(rows, a, b));
}

/** Each once. */
function parentsInBlock(rows: PlacedRows, row: number, height: number): ReadonlySet<number> {
  const { bytes } = chunkOf(rows, row);
  const reader = new ByteReader(bytes);
  reader.position = rows.bodyOffset[row] ?? 0;
  const parents = new Set<number>();
  visitBitcoinRow(reader, {
    input(offset) {
      const parent = findTransaction(rows, bytes, offset);
      if (parent !== -1 && rows.stands[parent] === 1 && heightOf(rows, parent) === height) parents.add(parent);
    },
    output: () => undefined,
  });
  return parents;
}

function compareTxids(rows: PlacedRows, a: number, b: number): number {
  const [aOffset, bOffset] = [rows.txidOffset[a] ?? 0, rows.txidOffset[b] ?? 0];
  return bytesOf(rows, a).compare(bytesOf(rows, b), bOffset, bOffset + HASH_BYTES, aOffset, aOffset + HASH_BYTES);
}
