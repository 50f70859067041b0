import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LedgerStore } from '../ledger/ledger.store.js';
import type { Network } from '../ledger/network.js';
import { ACCOUNT_COLUMNS } from './account-columns.js';
import type { GraphRequest, GraphReport, SharedGraph } from './graph-messages.js';
import { UTXO_COLUMNS } from './utxo-columns.js';

export interface OpenedGraph {
  readonly shared: SharedGraph;
  /** What did not fit between rows, when the columns had to be built; empty when they were loaded. */
  readonly findings: GraphReport['findings'];
  readonly findingCount: number;
  readonly loaded: boolean;
}

/**
 * The ledger of a network in memory that threads share: loaded from the folder, or, where the file there is missing,
 * damaged or out of date, built from the store and kept. All of it happens in a thread of its own.
 */
export async function openGraph(store: LedgerStore, network: Network, folder: string): Promise<OpenedGraph> {
  const worker = new Worker(workerFile(), { name: `ledger-${network.toLowerCase()}` });
  try {
    const answer = reportsOf(worker);
    const request = (message: GraphRequest, transfer: ArrayBuffer[] = []): void => worker.postMessage(message, transfer);
    const layout = JSON.stringify(network === 'BITCOIN' ? UTXO_COLUMNS : ACCOUNT_COLUMNS);
    const path = join(folder, `${network.toLowerCase()}.ledger`);
    const state = await store.state(network);
    request({ kind: 'load', network, path, state, layout });
    const loaded = await answer();
    if (loaded.shared !== null) return { shared: loaded.shared, findings: [], findingCount: 0, loaded: true };
    for await (const { source, payload } of store.chunks(network)) {
      // A copy of its own: what the driver gives may share its memory with other answers.
      const copy = new Uint8Array(payload);
      request({ kind: 'chunk', source, payload: copy }, [copy.buffer]);
    }
    request({ kind: 'build', network, path, state, layout });
    const built = await answer();
    if (built.shared === null) throw new Error(`The ledger of ${network} could not be built.`);
    return { shared: built.shared, findings: built.findings, findingCount: built.findingCount, loaded: false };
  } finally {
    await worker.terminate();
  }
}

/** The report that comes next. A thread that ends before it reports has failed. */
function reportsOf(worker: Worker): () => Promise<GraphReport> {
  let [resolve, reject]: [(report: GraphReport) => void, (fault: Error) => void] = [() => undefined, () => undefined];
  worker.on('message', (report: GraphReport) => resolve(report));
  worker.on('error', (fault) => reject(fault instanceof Error ? fault : new Error(String(fault))));
  worker.on('exit', () => reject(new Error('The thread that builds the ledger has ended.')));
  return () => new Promise((succeed, fail) => {
    [resolve, reject] = [succeed, fail];
  });
}

/** Beside this file lies either the built thread or, in a checkout, its TypeScript source and what loads it. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './transpiling-graph-worker.mjs' : './graph-worker.js', import.meta.url);
}
