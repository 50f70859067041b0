import { createReadStream } from 'node:fs';
import { AccountGraph } from '../graph/account-graph.js';
import { buildAccountColumns } from '../graph/build-account-columns.js';
import { LedgerFindings } from '../graph/ledger-finding.js';
import { EtherChunkWriter } from '../ledger/ether-chunk.js';
import type { EtherTransfer } from '../ledger/ether-transfer.js';
import type { LedgerChunk } from '../ledger/ledger-chunk.js';
import { readEtherLines } from '../ledger/read-ether-lines.js';
import { allRows, testFile } from './read-test-ledger.js';

export interface ReadAccounts {
  readonly graph: AccountGraph;
  readonly findings: LedgerFindings;
  readonly summary: ReturnType<typeof buildAccountColumns>['summary'];
}

export async function readTestAccounts(...names: readonly string[]): Promise<ReadAccounts> {
  const chunks: LedgerChunk[] = [];
  for (const name of names) {
    const rows = (await allRows(readEtherLines(createReadStream(testFile(`ether/${name}`))))).map((item) => {
      if ('fault' in item) throw new Error(`${name}:${item.line} ${item.fault}`);
      return item.row;
    });
    chunks.push(chunkOfTransfers(rows, name));
  }
  return accountsOf(chunks);
}

export function accountsOf(chunks: readonly LedgerChunk[]): ReadAccounts {
  const findings = new LedgerFindings();
  const { lengths, memory, summary } = buildAccountColumns(chunks, findings);
  return { graph: new AccountGraph(lengths, memory, 'test'), findings, summary };
}

export function chunkOfTransfers(transfers: readonly EtherTransfer[], source = 'told'): LedgerChunk {
  const writer = new EtherChunkWriter();
  transfers.forEach((transfer, index) => writer.add(index + 1, transfer));
  return { source, payload: writer.finish() };
}

export function testAccount(number: number): string {
  return `0x${String(number).padStart(40, '0')}`;
}

export function testHash(number: number): string {
  return `0x${String(number).padStart(64, '0')}`;
}

/** Ether from one account to another, in a transaction and block of its own. */
export function paid(number: number, from: number, to: number, amount: bigint, more: Partial<EtherTransfer> = {}): EtherTransfer {
  return {
    kind: 'transaction', hash: testHash(number), blockNumber: number, blockHash: null, time: number * 12, position: 0, within: '', from: testAccount(from), to: testAccount(to),
    token: null, amount, failed: false, fee: null, ...more,
  };
}
