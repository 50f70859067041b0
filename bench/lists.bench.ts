import type { Exchange } from '../cli/open-exchange.js';
import { Draw } from '../seed/exercise/draw.js';
import { recordTogether } from '../seed/exercise/record-together.js';
import type { PageRequest } from '../shared/graphql/connection.js';
import { MOST_ROWS } from '../shared/record/batch-recorder.js';
import { serviceViewer } from '../shared/viewer/service-viewers.js';
import type { Viewer } from '../shared/viewer/viewer.js';
import type { RecordArrestInput } from '../subgraphs/arrests/arrest/arrest.inputs.js';
import type { ArrestQuery } from '../subgraphs/arrests/arrest/arrest.store.js';
import { BENCH_RECORDERS, benchArrest } from './bench-arrests.js';
import type { Bench } from './bench.js';
import { openBenchGateway, openBenchStore } from './bench-exchange.js';
import { anonymousMemory } from './machine.js';
import { registerBenchOperation } from './record-bench-arrests.js';
import { times, type Timings } from './timings.js';

const RECORDS = 1_000_000;
/** Beside those that an organisation has of its own, of which each is visible to one reader of two. */
const LABELS = 20_000;
const READER = 'liaison-jp';
const READS_HALF = 'jp-ncb';
const PAGE = 50;
const SIDE_BY_SIDE = 8;

/** Target: p99 of 50 ms for a page of 50. */
export const bench: Bench = {
  asks: `what does a page of ${String(PAGE)} cost on a million records with 20,000 labels of which its reader sees half? (p99 ≤ 50 ms)`,
  async run({ records, mongodbUri, print }) {
    const count = records ?? RECORDS;
    const store = await openBenchStore({ mongodbUri });
    const exchange = await store.open();
    await registerBenchOperation(exchange);
    const took = await recordUnderManyLabels(exchange, count);
    const { gateway, viewerOf } = await openBenchGateway(exchange, store.folder);
    const viewer = await viewerOf(READER);
    const { tallies, visible } = exchange.arrests.runtime;
    const sizes = tallies.sizes().get('arrests');
    print(`  ${count.toLocaleString('en')} records through the journal, in batches of ${String(MOST_ROWS)}, in ${(took / 1000).toFixed(0)} s; ${String(sizes?.labels)} labels, of which the reader sees ${String(visible.of(viewer).keys.length)}; ${String(sizes?.cells)} cells; process ${String(anonymousMemory('self'))} MB`);
    const { arrests } = exchange.arrests.stores;
    const day = (turn: number): string => benchArrest(turn, false).day;
    const measure = async (name: string, query: (turn: number) => ArrestQuery, order: 1 | -1 = -1, after: (turn: number) => PageRequest['after'] = () => null, turns = TURNS): Promise<void> => {
      let rows = 0;
      const timings = await times(turns, async (turn) => {
        rows += (await arrests.pageByDay(viewer, query(turn), { first: PAGE, after: after(turn) }, order)).items.length;
      });
      print(line(name, timings, rows / turns));
    };
    await measure('first page', () => ({}));
    await measure('from any day', (turn) => ({ dayTo: day(turn) }));
    await measure('behind any cursor', () => ({}), -1, (turn) => [day(turn), cursorId(turn)]);
    await measure('oldest first, from any day', (turn) => ({ dayFrom: day(turn) }), 1);
    await measure('of one country', (turn) => ({ country: BENCH_RECORDERS[turn % BENCH_RECORDERS.length]?.slice(0, 2).toUpperCase() }));
    await measure('of my own', () => ({ originator: 'mine' }));
    // No index holds what must be found inside of names: all that the reader sees is looked through.
    await measure('by a name that nobody has', () => ({ suspectName: 'Invented Nobody' }), -1, () => null, FEW_TURNS);
    print('    What is shown of other organisations is written to the disclosure log each time, before it is given.');
    await gateway.stop();
    await exchange.close();
    await store.remove();
  },
};

const TURNS = 300;
const FEW_TURNS = 3;

function line(name: string, timings: Timings, rows: number): string {
  return `    ${name.padEnd(30)} ${timings.toString()}, ${rows.toFixed(0)} rows`;
}

/** Somewhere among the ids of a day. */
function cursorId(turn: number): string {
  return Buffer.from(`${String(turn)}…`.padEnd(16, String(turn))).toString('base64url');
}

async function recordUnderManyLabels(exchange: Exchange, count: number): Promise<number> {
  const batches = batchesUnderManyLabels(count);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (const { organisation, rows } of batches) {
        const viewer: Viewer = serviceViewer('exercise', organisation);
        await recordTogether(rows, (some) => exchange.arrests.services.arrests.recordBatch(viewer, some, 'SKIP_INVALID'));
      }
    }),
  );
  return performance.now() - began;
}

/** Each batch is of one organisation; its records go round the labels of that organisation. */
function* batchesUnderManyLabels(count: number): Generator<{ readonly organisation: string; readonly rows: readonly RecordArrestInput[] }> {
  const each = Math.ceil(count / BENCH_RECORDERS.length);
  for (let first = 0; first < each; first += MOST_ROWS) {
    for (const [place, organisation] of BENCH_RECORDERS.entries()) {
      const turns = Array.from({ length: Math.min(MOST_ROWS, each - first) }, (_, row) => (first + row) * BENCH_RECORDERS.length + place);
      const rows = turns.filter((turn) => turn < count).map((turn) => ({ ...benchArrest(turn, false), handling: handlingOf(turn) }));
      if (rows.length > 0) yield { organisation, rows };
    }
  }
}

/** RED for three organisations: others with every label, and in every second label the reader's among them. */
function handlingOf(turn: number): RecordArrestInput['handling'] {
  const labels = Math.ceil(LABELS / BENCH_RECORDERS.length);
  const label = Math.floor(turn / BENCH_RECORDERS.length) % labels;
  const place = turn % BENCH_RECORDERS.length;
  const draw = new Draw('bench/lists', place * labels + label);
  const others = BENCH_RECORDERS.filter((code, index) => code !== READS_HALF && index !== place);
  const named = [draw.of(others), draw.of(others), draw.of(others), ...(label % 2 === 0 ? [READS_HALF] : [])];
  return { tlp: 'RED', codes: ['H0'], restriction: null, recipients: [...new Set(named)].map((organisation) => ({ organisation })) };
}
