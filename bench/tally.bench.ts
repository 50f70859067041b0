import { driverCollection } from '../shared/journal/projection.js';
import { Draw } from '../seed/exercise/draw.js';
import type { TallyQuery } from '../shared/tally/tally-query.js';
import { serviceViewer } from '../shared/viewer/service-viewers.js';
import { BENCH_DAYS, BENCH_OPERATION, benchArrest, benchRecorder } from './bench-arrests.js';
import type { Bench, BenchOptions } from './bench.js';
import { openBenchGateway, openBenchStore } from './bench-exchange.js';
import { anonymousMemory } from './machine.js';
import { recordBenchArrests, registerBenchOperation } from './record-bench-arrests.js';
import { milliseconds, times, type Timings } from './timings.js';

const SIZES = [10_000, 100_000, 1_000_000];
const ARRESTS = { collection: 'arrests' };
const READER = 'liaison-jp';

/** Targets: p99 of 10 ms including the read of the chain heads, within 1.5 times of each other; 30 ms as of an instant. */
export const bench: Bench = {
  asks: 'what does a tally by country and month cost, whatever lies in the store? (p99 ≤ 10 ms, as of an instant ≤ 30 ms, sizes within 1.5 times)',
  async run(options) {
    const found: Timings[] = [];
    for (const size of options.records === null ? SIZES : [options.records]) found.push(await measure(size, options));
    const slowest = found.map((timings) => timings.percentile(99));
    if (found.length > 1) options.print(`  largest p99 over smallest: ${(Math.max(...slowest) / Math.min(...slowest)).toFixed(2)}`);
  },
};

async function measure(size: number, { mongodbUri, print }: BenchOptions): Promise<Timings> {
  const store = await openBenchStore({ mongodbUri });
  const exchange = await store.open();
  await registerBenchOperation(exchange);
  const began = new Date();
  const took = await recordBenchArrests(exchange, size);
  const ended = new Date();
  const { tallies, visible, connection } = exchange.arrests.runtime;
  const sizes = tallies.sizes().get('arrests');
  print(`  ${size.toLocaleString('en')} records, recorded in ${(took / 1000).toFixed(0)} s (${Math.round((size / took) * 1000).toLocaleString('en')} a second)`);
  print(`    ${String(sizes?.labels)} labels, ${String(BENCH_DAYS)} event days, ${String(sizes?.cells)} cells, ${String(sizes?.deltas)} deltas, about ${String(Math.round((sizes?.bytes ?? 0) / 2 ** 20))} MB; process ${String(anonymousMemory('self'))} MB`);

  const { viewerOf, gateway } = await openBenchGateway(exchange, store.folder);
  const viewer = await viewerOf(READER);
  const [operation] = [...exchange.directory.current().operations()].filter(({ code }) => code === BENCH_OPERATION).map(({ id }) => id);
  const query = (asOf: Date | null): TallyQuery => ({ where: { operations: [operation ?? ''] }, by: ['country', 'month'], asOf });
  const cold = await times(1, () => tallies.answer(viewer, ARRESTS, query(null)));
  const warm = await times(300, () => tallies.answer(viewer, ARRESTS, query(null)));
  let turn = size;
  const afterWrites = await times(100, async () => tallies.answer(viewer, ARRESTS, query(null)), async () => {
    await exchange.arrests.services.arrests.record(serviceViewer('exercise', benchRecorder(turn)), benchArrest(turn, false));
    turn += 1;
  });
  const draw = new Draw('bench/as-of', size);
  const instant = (): Date => new Date(began.getTime() + draw.below(ended.getTime() - began.getTime() + 1));
  const coldAsOf = await times(1, () => tallies.answer(viewer, ARRESTS, query(instant())));
  const asOf = await times(200, () => tallies.answer(viewer, ARRESTS, query(instant())));
  const answer = await tallies.answer(viewer, ARRESTS, query(null));
  print(`    answer: ${String(answer.count)} records in ${String(answer.rows.length)} rows`);
  print(`    present, first       ${cold.toString()}`);
  print(`    present              ${warm.toString()}`);
  print(`    present, each after a write  ${afterWrites.toString()}`);
  print(`    as of, first         ${coldAsOf.toString()}`);
  print(`    as of any instant    ${asOf.toString()}`);
  if (mongodbUri === null) print('    $match and $group over the records: only over a real MongoDB (MONGODB_URI)');
  else {
    const keys = [...visible.countable(viewer).keys];
    const grouped = await times(5, () =>
      driverCollection(connection, 'arrests')
        .aggregate([
          { $match: { handling: { $in: keys }, operation } },
          { $group: { _id: { country: '$country', month: { $substrBytes: ['$day', 0, 7] } }, count: { $sum: 1 } } },
        ])
        .toArray(),
    );
    print(`    $match and $group over the records  ${grouped.toString()}: ${(grouped.percentile(50) / warm.percentile(50)).toFixed(0)} times the tally (${milliseconds(warm.percentile(50))})`);
  }
  await gateway.stop();
  await exchange.close();
  await store.remove();
  return warm;
}
