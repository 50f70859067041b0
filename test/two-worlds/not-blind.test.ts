import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestExchange, type TestExchange } from '../../shared/testing/open-test-exchange.js';
import type { Addition } from './additions/addition.js';
import { ALL_ADDITIONS } from './additions/all-additions.js';
import { runBattery, type Extent, type Line } from './battery/run-battery.js';
import { joinWords, type Words } from './battery/words.js';
import { differences } from './differences.js';
import { startQuickStore, type QuickStore } from './quick-store.js';
import { ABSENT_WORDS, baseWords } from './world/base-words.js';
import { buildWorld } from './world/build-world.js';
import { viewerNamed, type ViewerName } from './world/cast.js';
import type { WorldPlan } from './world/world-plan.js';

const PLAN: WorldPlan = { records: [], figures: [] };
const MINUTE = 60_000;

let store: QuickStore;
beforeAll(async () => {
  store = await startQuickStore();
});
afterAll(async () => {
  await store.stop();
});

let opened = 0;

async function inWorld<Result>(additions: readonly Addition[], use: (exchange: TestExchange, words: Words) => Promise<Result>): Promise<Result> {
  opened += 1;
  const exchange = await openTestExchange({ store: { uri: store.uri, databasePrefix: `${store.databasePrefix}_shown_${opened}` } });
  try {
    await buildWorld(exchange, PLAN);
    const words = [];
    for (const { add } of additions) words.push(await add(exchange, 'A', 'SHOWN'));
    // The instants of side A lie before everything that side B adds.
    return await use(exchange, { ...joinWords(baseWords(PLAN), ...words, ABSENT_WORDS), instants: [] });
  } finally {
    await exchange.close();
  }
}

let round = 0;

async function lines(exchange: TestExchange, viewer: ViewerName, words: Words, extent: Extent, betweenPages?: () => Promise<void>): Promise<readonly Line[]> {
  const told = await runBattery({ exchange, viewer: viewerNamed(viewer), words, extent, round: round++, ...(betweenPages && { betweenPages }) });
  // Some additions take time, and every tally says when it was counted: that alone must not pass for noticing them.
  return told.map((line) => ({ ...line, answer: line.answer.replaceAll(exchange.clock.now().toISOString(), 'now') }));
}

describe('the comparison of two worlds is not blind', () => {
  const viewers = [...new Set(ALL_ADDITIONS.map(({ shownTo }) => shownTo))];

  it.each(viewers)('the same answers come twice, and others after each thing that is shown to %s', async (viewer) => {
    const additions = ALL_ADDITIONS.filter(({ shownTo, betweenPages }) => shownTo === viewer && betweenPages === undefined);
    const unnoticed = await inWorld(additions, async (exchange, words) => {
      let before = await lines(exchange, viewer, words, 'GLANCE');
      expect(differences(before, await lines(exchange, viewer, words, 'GLANCE'))).toEqual([]);
      const missed: string[] = [];
      for (const [index, { name, add }] of additions.entries()) {
        exchange.entropy.restart(20_000 + index);
        await add(exchange, 'B', 'SHOWN');
        const after = await lines(exchange, viewer, words, 'GLANCE');
        if (differences(before, after).length === 0) missed.push(name);
        before = after;
      }
      return missed;
    });
    expect(unnoticed).toEqual([]);
  }, 10 * MINUTE);

  it('what is written between two pages shows on the second', async () => {
    for (const { betweenPages, shownTo } of ALL_ADDITIONS) {
      if (betweenPages === undefined) continue;
      let turn = 0;
      const noticed = await inWorld([], async (exchange, words) => {
        for (; turn < 3; turn += 1) await betweenPages(exchange, 'B', 'SHOWN', turn);
        const before = await lines(exchange, shownTo, words, 'READ');
        return differences(before, await lines(exchange, shownTo, words, 'READ', () => betweenPages(exchange, 'B', 'SHOWN', turn++)), Infinity);
      });
      expect(noticed.filter((difference) => difference.includes('page by page'))).not.toEqual([]);
    }
  }, 5 * MINUTE);
});
