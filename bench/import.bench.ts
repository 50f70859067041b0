import type { Bench } from './bench.js';
import { openBenchStore } from './bench-exchange.js';
import { anonymousMemory } from './machine.js';
import { recordBenchArrests, registerBenchOperation } from './record-bench-arrests.js';

const WARM_UP = 2_000;

/** Targets: 5,000 records a second on MongoDB, 3,000 on the embedded store, with tallies current. */
export const bench: Bench = {
  asks: 'how many arrests with suspects are recorded a second in batches of 500, tallies current? (≥ 3,000 embedded, ≥ 5,000 MongoDB)',
  async run({ records, mongodbUri, print }) {
    const count = records ?? 40_000;
    const store = await openBenchStore({ mongodbUri });
    const exchange = await store.open();
    await registerBenchOperation(exchange);
    await recordBenchArrests(exchange, WARM_UP, { suspects: true });
    const took = await recordBenchArrests(exchange, count, { from: WARM_UP, suspects: true });
    const sizes = exchange.arrests.runtime.tallies.sizes().get('arrests');
    print(`  ${String(count)} records in ${(took / 1000).toFixed(1)} s: ${Math.round((count / took) * 1000).toLocaleString('en')} a second; ${String(sizes?.labels)} labels, ${String(sizes?.cells)} cells; ${String(anonymousMemory('self'))} MB`);
    await exchange.close();
    await store.remove();
  },
};
