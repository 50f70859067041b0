import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildUtxoColumns } from '../graph/build-utxo-columns.js';
import { LedgerFindings } from '../graph/ledger-finding.js';
import { UtxoGraph } from '../graph/utxo-graph.js';
import { BitcoinChunkWriter } from '../ledger/bitcoin-chunk.js';
import type { BitcoinTransaction } from '../ledger/bitcoin-transaction.js';
import type { LedgerChunk } from '../ledger/ledger-chunk.js';
import type { LedgerRow } from '../ledger/ledger-row.js';
import { readBitcoinLines } from '../ledger/read-bitcoin-lines.js';

/** A file of testing/data. */
export function testFile(name: string): string {
  return fileURLToPath(new URL(`./data/${name}`, import.meta.url));
}

export interface ReadLedger {
  readonly graph: UtxoGraph;
  readonly findings: LedgerFindings;
  readonly summary: ReturnType<typeof buildUtxoColumns>['summary'];
}

/** The ledger of files of testing/data/bitcoin, without a store. */
export async function readTestLedger(...names: readonly string[]): Promise<ReadLedger> {
  const chunks: LedgerChunk[] = [];
  for (const name of names) chunks.push(chunkOf(name, await allRows(readBitcoinLines(createReadStream(testFile(`bitcoin/${name}`))))));
  return ledgerOf(chunks);
}

export function ledgerOf(chunks: readonly LedgerChunk[]): ReadLedger {
  const findings = new LedgerFindings();
  const { lengths, memory, summary } = buildUtxoColumns(chunks, findings);
  return { graph: new UtxoGraph(lengths, memory, 'test'), findings, summary };
}

export function chunkOf(source: string, rows: readonly LedgerRow<BitcoinTransaction>[]): LedgerChunk {
  const writer = new BitcoinChunkWriter();
  for (const item of rows) {
    if ('fault' in item) throw new Error(`${source}:${item.line} ${item.fault}`);
    writer.add(item.line, item.row);
  }
  return { source, payload: writer.finish() };
}

export async function allRows<Row>(batches: AsyncIterable<readonly LedgerRow<Row>[]>): Promise<LedgerRow<Row>[]> {
  const rows: LedgerRow<Row>[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}
