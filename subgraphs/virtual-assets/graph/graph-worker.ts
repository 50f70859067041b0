import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { LedgerChunk } from '../ledger/ledger-chunk.js';
import { buildAccountColumns } from './build-account-columns.js';
import { buildUtxoColumns } from './build-utxo-columns.js';
import { hashOfColumns, readGraphFile, writeGraphFile } from './graph-file.js';
import type { GraphReport, GraphRequest } from './graph-messages.js';
import { LedgerFindings } from './ledger-finding.js';

const chunks: LedgerChunk[] = [];

parentPort?.on('message', (request: GraphRequest) => {
  if (request.kind === 'chunk') chunks.push(request);
  else parentPort?.postMessage(request.kind === 'load' ? load(request) : build(request));
});

function load({ network, path, state, layout }: Extract<GraphRequest, { kind: 'load' }>): GraphReport {
  const read = readGraphFile(path, { state, layout });
  if (read === null) return { shared: null, findings: [], findingCount: 0 };
  const { head: { lengths, dataVersion, summary }, memory } = read;
  return { shared: { network, memory, lengths, dataVersion, summary }, findings: [], findingCount: 0 };
}

function build({ network, path, state, layout }: Extract<GraphRequest, { kind: 'build' }>): GraphReport {
  const findings = new LedgerFindings();
  const { memory, lengths, summary } = network === 'BITCOIN' ? buildUtxoColumns(chunks, findings) : buildAccountColumns(chunks, findings);
  const dataVersion = hashOfColumns(memory);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeGraphFile(path, { state, layout, lengths, bytes: memory.byteLength, dataVersion, summary }, memory);
  return { shared: { network, memory, lengths, dataVersion, summary }, findings: findings.kept, findingCount: findings.count };
}
