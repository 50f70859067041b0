import type { Exchange } from '../cli/open-exchange.js';
import { registerOrganisations } from '../seed/load-seed.js';
import { recordTogether } from '../seed/exercise/record-together.js';
import { serviceViewer } from '../shared/viewer/service-viewers.js';
import { BENCH_OPERATION, BENCH_RECORDERS, benchBatches } from './bench-arrests.js';

/** As many organisations record at the same time. */
const SIDE_BY_SIDE = 8;

export async function registerBenchOperation(exchange: Exchange): Promise<void> {
  await registerOrganisations(exchange);
  const [coordinator, reference] = BENCH_OPERATION.split('/');
  const outcome = await exchange.operations.services.operations.register(serviceViewer('exercise', coordinator ?? ''), {
    reference: reference ?? '',
    name: 'BENCH',
    exercise: true,
    start: '2023',
    end: '2025',
    crimeTypes: [],
    mentions: [],
    handling: { tlp: 'CLEAR', codes: [], restriction: null, recipients: [] },
    participants: [...BENCH_RECORDERS, 'jp-tokyo'].map((organisation) => ({ organisation, role: 'PARTICIPANT' as const })),
  });
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
  await exchange.directory.refresh();
}

/** Records through the service that officers and imports use, in batches of 500; the milliseconds that it took. */
export async function recordBenchArrests(exchange: Exchange, count: number, { from = 0, suspects = false } = {}): Promise<number> {
  const batches = benchBatches(count, { from, suspects });
  const began = performance.now();
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      // One stream for all of them: each takes the next batch when it is done with its own.
      for (const { organisation, rows } of batches) {
        const viewer = serviceViewer('exercise', organisation);
        await recordTogether(rows, (some) => exchange.arrests.services.arrests.recordBatch(viewer, some, 'SKIP_INVALID'));
      }
    }),
  );
  return performance.now() - began;
}
