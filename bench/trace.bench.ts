import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { startEmbeddedStore } from '../embedded/start-embedded-store.js';
import { foldTrace } from '../subgraphs/virtual-assets/birdseye/fold-trace.js';
import { Clusters } from '../subgraphs/virtual-assets/cluster/clusters.js';
import { openGraph } from '../subgraphs/virtual-assets/graph/open-graph.js';
import { utxoGraphOver } from '../subgraphs/virtual-assets/graph/over-shared-graph.js';
import { importBitcoin } from '../subgraphs/virtual-assets/ledger/import-ledger.js';
import { LedgerStore } from '../subgraphs/virtual-assets/ledger/ledger.store.js';
import { readBitcoinLines } from '../subgraphs/virtual-assets/ledger/read-bitcoin-lines.js';
import { NO_LIMITS, type TraceQuestion } from '../subgraphs/virtual-assets/trace/trace-question.js';
import { fractionText } from '../subgraphs/virtual-assets/trace/describe-utxo-trace.js';
import { traceUtxo } from '../subgraphs/virtual-assets/trace/trace-utxo.js';
import type { Bench } from './bench.js';
import { PLANTED, shapesOfBlock, syntheticLedger } from './synthetic-ledger.js';
import { Timings } from './timings.js';

const TRACES = 100;
const HOPS = 10;
const NODES = 60;

/** Targets for a million transactions on two cores: import in 3 minutes, 1.5 GB, trace and view within 1 s in the worst hundredth, cluster look-up within 5 ms. */
export const bench: Bench = {
  asks: `how long do import, ${HOPS}-hop traces under three rules with their view, and cluster look-ups take? (1 million transactions: ≤ 180 s, ≤ 1 s p99, ≤ 5 ms)`,
  async run({ records, mongodbUri, print }) {
    const count = records ?? 1_000_000;
    const folder = mkdtempSync(join(tmpdir(), 'tessera-trace-'));
    const embedded = mongodbUri === null ? await startEmbeddedStore({ folder }) : null;
    const connection = await createConnection(mongodbUri ?? embedded?.uri ?? '', { dbName: `bench_trace_${process.pid}` }).asPromise();
    const store = new LedgerStore(connection);
    const shapes = shapesOfBlock();

    let began = performance.now();
    const seconds = (): string => ((performance.now() - began) / 1_000).toFixed(1);
    const { rows } = await importBitcoin(store, readBitcoinLines(syntheticLedger(shapes, count)), { source: 'synthetic', onRefused: ({ fault }) => print(`  refused: ${fault}`) });
    print(`  import of ${rows} transactions, their invention included: ${seconds()} s`);
    began = performance.now();
    const built = await openGraph(store, 'BITCOIN', folder);
    print(`  columns built in ${seconds()} s: ${Math.round(built.shared.memory.byteLength / 2 ** 20)} MB, ${built.shared.lengths['spent']} inputs, ${built.shared.lengths['madeBy']} outputs, ${built.findingCount} findings`);
    began = performance.now();
    const { shared, loaded } = await openGraph(store, 'BITCOIN', folder);
    print(`  loaded again in ${seconds()} s (${loaded ? 'from the file' : 'built anew'}); resident ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);

    const graph = utxoGraphOver(shared);
    began = performance.now();
    const clusters = Clusters.of(graph);
    print(`  clusters in ${seconds()} s`);
    const lookUps = new Timings();
    for (let turn = 0; turn < 10_000; turn += 1) await lookUps.time(async () => clusters.of((turn * 7_919) % graph.addressCount));
    print(`  cluster look-up: ${lookUps.toString()}`);

    const planted = traceUtxo(graph, questionOf(PLANTED.stolen), () => false).outputs.at(-1);
    print(`  planted case: poison ${String(planted?.poison)}, haircut ${planted === undefined ? '' : fractionText(planted.haircut)}, FIFO ${String(planted?.fifo)} of 10 coins`);

    const traces = new Timings();
    let [steps, edges, onGrid] = [0, 0, 0];
    for (let turn = 0; turn < TRACES; turn += 1) {
      await traces.time(async () => {
        const trace = traceUtxo(graph, questionOf(graph.txid(Math.floor((graph.transactionCount / TRACES / 1.2) * turn))), () => false);
        foldTrace(graph, trace, { level: 'CLUSTER', period: 'MONTH', nodes: NODES, unfold: [] }, (address) => ({ cluster: clusters.of(graph.findAddress(address)).id, operator: null, category: null }));
        [steps, edges, onGrid] = [steps + trace.steps.length, Math.max(edges, trace.edges), onGrid + (trace.arithmetic === 'GRID' ? 1 : 0)];
      });
    }
    print(`  ${HOPS}-hop trace with its view of ${NODES} nodes, in this thread: ${traces.toString()}`);
    print(`  transactions in a trace: ${Math.round(steps / TRACES)} on average, ${edges} edges at most, ${onGrid} of ${TRACES} on the grid`);
    await connection.dropDatabase();
    await connection.close();
    await embedded?.stop();
    rmSync(folder, { recursive: true, force: true });
  },
};

function questionOf(txid: string): TraceQuestion {
  return { direction: 'FORWARD', sources: [{ kind: 'TRANSACTION', txid }], limits: { ...NO_LIMITS, hops: HOPS }, through: [] };
}
