import { describe, expect, it } from '@jest/globals';
import type { Deployment } from './deployment.js';
import { arrestInput, ask, askSubgraph, eventually, isAccepted, MOSAIC, references, type Answer } from './officer.js';
import { writeUntil } from './writers.js';

const TALLIES = 'query ($code: String!) { operation(code: $code) { name arrestTally { count } assetTally { count } } }';

const JOINT = 'query ($code: String!, $id: ID!) { operation(code: $code) { name assetTally { count } } arrest(id: $id) { reference operation { name } } }';

/** What breaks, and what must not be lost by it. */
export function faultStories(current: () => Deployment): void {
  describe('a subgraph that is killed', () => {
    it('costs its own fields, and comes back by itself', async () => {
      const deployment = current();
      const token = await deployment.tokenFor('windhoek');
      const { query, variables } = arrestInput('F-1');
      const { json } = await eventually(() => ask(deployment, token, query, variables), isAccepted);
      const { id } = (json.data as { recordArrest: { arrest: { id: string } } }).recordArrest.arrest;
      const joint = (): Promise<Answer> => ask(deployment, token, JOINT, { code: MOSAIC, id });
      const operation = { name: 'Mosaic', assetTally: { count: null } };
      expect((await joint()).json).toEqual({ data: { operation, arrest: { reference: 'F-1', operation: { name: 'Mosaic' } } } });

      deployment.subgraph('arrests').signal('SIGKILL');
      await deployment.subgraph('arrests').ended;
      const without = await joint();
      expect([without.status, without.json.data]).toEqual([200, { operation, arrest: null }]);
      expect(without.json.errors).toEqual([{ message: expect.any(String) as unknown, path: ['arrest'], extensions: { code: 'UNAVAILABLE' } }]);
      const written = await ask(deployment, token, query, variables);
      expect([written.json.data, written.json.errors?.[0]?.extensions?.code]).toEqual([null, 'UNAVAILABLE']);

      await deployment.restart('arrests');
      const again = await eventually(joint, ({ json: { errors } }) => errors === undefined);
      expect(again.json.data).toEqual({ operation, arrest: { reference: 'F-1', operation: { name: 'Mosaic' } } });
      expect((await ask(deployment, token, query, variables)).json.data).toMatchObject({ recordArrest: { repeated: true } });
    });
  });

  describe('a second copy of a subgraph that is killed in mid-write', () => {
    it('loses nothing that it acknowledged, and a repeat of the rest writes it once', async () => {
      const deployment = current();
      const copy = await deployment.startCopy('arrests');
      const through = (url: string) => (query: string, variables: object): Promise<Answer> => askSubgraph(deployment, 'arrests', 'na-ncb', query, variables, url);
      const [first, second] = [through(deployment.subgraphUrl('arrests')), through(copy.url)];

      // Both write to one chain, so that one is killed while the other waits for what it may have left.
      const beside = writeUntil('K-first', 2, first);
      const dying = writeUntil('K-second', 4, second);
      await eventually(() => Promise.resolve(dying.acknowledged.length), (count) => count >= 20);
      copy.process.signal('SIGKILL');
      await copy.process.ended;
      await eventually(() => Promise.resolve(dying.unknown.length), (count) => count > 0);
      await Promise.all([dying.stop(), beside.stop()]);

      expect(beside.unknown).toEqual([]);
      expect(beside.acknowledged.length).toBeGreaterThan(0);
      for (const reference of dying.unknown) {
        const { query, variables } = arrestInput(reference);
        expect(isAccepted(await eventually(() => first(query, variables), isAccepted))).toBe(true);
      }
      const found = (await references(deployment, await deployment.tokenFor('windhoek'))).filter((reference) => reference.startsWith('K-'));
      expect(found.toSorted()).toEqual([...beside.acknowledged, ...dying.acknowledged, ...dying.unknown].toSorted());
    });
  });

  describe('the primary of the store, killed under load', () => {
    const PROMISED_MILLISECONDS = 15_000;

    it('takes no acknowledged write with it, and reads return within fifteen seconds', async () => {
      const deployment = current();
      const token = await deployment.tokenFor('windhoek');
      const read = (): Promise<Answer> => ask(deployment, token, TALLIES, { code: MOSAIC });
      const writers = writeUntil('P', 6, (query, variables) => ask(deployment, token, query, variables));
      await eventually(() => Promise.resolve(writers.acknowledged.length), (count) => count >= 50);

      const port = await deployment.store.killPrimary();
      const killedAt = performance.now();
      await eventually(() => answersWithin(read, 1_000), (answered) => !answered);
      await eventually(() => answersWithin(read, 1_000), (answered) => answered);
      const returnedAfter = performance.now() - killedAt;

      const before = writers.acknowledged.length;
      await eventually(() => Promise.resolve(writers.acknowledged.length), (count) => count >= before + 20);
      await writers.stop();
      await deployment.store.revive(port);
      process.stdout.write(`Reads returned after ${(returnedAfter / 1_000).toFixed(1)} s; ${writers.acknowledged.length} writes acknowledged, ${writers.unknown.length} of unknown outcome.\n`);
      expect(returnedAfter).toBeLessThanOrEqual(PROMISED_MILLISECONDS);

      const found = new Set(await references(deployment, token));
      expect(writers.acknowledged.filter((reference) => !found.has(reference))).toEqual([]);
      for (const reference of writers.unknown) {
        const { query, variables } = arrestInput(reference);
        await eventually(() => ask(deployment, token, query, variables), isAccepted);
      }
      const all = (await references(deployment, token)).filter((reference) => reference.startsWith('P-'));
      expect(all.toSorted()).toEqual([...writers.acknowledged, ...writers.unknown].toSorted());
    }, 90_000);
  });
}

/** An answer without errors in time. Whoever waits for a store that is gone is not answered. */
async function answersWithin(read: () => Promise<Answer>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => { timer = setTimeout(() => { resolve(false); }, milliseconds); });
  try {
    return await Promise.race([read().then(({ status, json }) => status === 200 && json.errors === undefined, () => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
