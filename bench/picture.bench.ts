import { Client } from 'undici';
import { ManualClock } from '../shared/clock/manual-clock.js';
import { REGISTERED_AT } from '../seed/exercise/exercise-calendar.js';
import { DEFAULT_ARRESTS, exerciseSize } from '../seed/exercise/exercise-size.js';
import { playExercise } from '../seed/exercise/play-exercise.js';
import { registerExercise } from '../seed/exercise/register-exercise.js';
import { registerOrganisations } from '../seed/load-seed.js';
import type { Bench } from './bench.js';
import { openBenchGateway, openBenchStore } from './bench-exchange.js';
import { PICTURE_QUERY } from './exercise-picture.js';
import { times } from './timings.js';

/** Target: p50 of 5 ms. No answer is cached anywhere; each is planned, fetched, filtered and disclosed anew. */
export const bench: Bench = {
  asks: 'what does the joint picture of the exercise cost a participant: 61 country rows, 100 arrests with suspects, 100 assets, over one connection? (p50 ≤ 5 ms)',
  async run({ records, mongodbUri, print }) {
    const store = await openBenchStore({ mongodbUri });
    const clock = new ManualClock(REGISTERED_AT);
    const player = await store.open(clock);
    await registerOrganisations(player);
    await registerExercise(player);
    const began = performance.now();
    await playExercise(player, clock, exerciseSize(records ?? DEFAULT_ARRESTS));
    print(`  exercise of ${String(records ?? DEFAULT_ARRESTS)} arrests played in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    await player.close();

    const exchange = await store.open();
    const { gateway, fetches, headersOf } = await openBenchGateway(exchange, store.folder);
    const { url } = await gateway.listen(0, '127.0.0.1');
    const client = new Client(url);
    for (const signIn of ['liaison-jp', 'liaison-outside']) {
      const request = { method: 'POST' as const, path: '/graphql', headers: await headersOf(signIn), body: JSON.stringify({ query: PICTURE_QUERY }) };
      const ask = async (): Promise<string> => (await client.request(request)).body.text();
      const first = await times(1, ask);
      await times(50, ask);
      fetches.clear();
      const answer = await ask();
      const fetched = [...fetches].map(([subgraph, count]) => `${subgraph} ${String(count)}`).join(', ');
      const asked = await times(400, ask);
      print(`  ${signIn}: ${shapeOf(answer)}; ${Buffer.byteLength(answer).toLocaleString('en')} bytes; subgraph fetches: ${fetched}`);
      print(`    first  ${first.toString()}`);
      print(`    then   ${asked.toString()}`);
    }
    await client.close();
    await gateway.stop();
    await exchange.close();
    await store.remove();
  },
};

function shapeOf(answer: string): string {
  const { data, errors } = JSON.parse(answer) as { data?: { operation?: { arrestTally: { byCountry: unknown[] }; arrests: { edges: unknown[] }; assets: { edges: unknown[] } } }; errors?: unknown };
  if (errors !== undefined || data?.operation == null) throw new Error(answer.slice(0, 1_000));
  const { arrestTally, arrests, assets } = data.operation;
  return `${String(arrestTally.byCountry.length)} country rows, ${String(arrests.edges.length)} arrests, ${String(assets.edges.length)} assets`;
}
