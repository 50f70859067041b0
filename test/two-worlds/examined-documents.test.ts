import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { ALL_ADDITIONS } from './additions/all-additions.js';
import { differences } from './differences.js';
import { startCountingStore, type CountingStore } from './quick-store.js';
import { tellWorld } from './tell-world.js';
import { worldPlan } from './world/world-plan.js';

const MINUTE = 60_000;
const EVERYTHING_BUT_INTERVALS = [
  'Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout',
  'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'cancelIdleCallback',
] as const;
const seed = Number(process.env['TWO_WORLDS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

let store: CountingStore;
beforeAll(async () => {
  // Journals and directories look for news at intervals, which is work of nobody's question: here they never do.
  jest.useFakeTimers({ doNotFake: [...EVERYTHING_BUT_INTERVALS] });
  store = await startCountingStore();
});
afterAll(async () => {
  await store.stop();
  jest.useRealTimers();
});

/**
 * Of everything that is read. A change is decided on the record that its id names, whoever asks: whoever knows the id
 * of a hidden record gives the store one document to fetch before the one answer for hidden and absent.
 */
describe(`what a viewer may not read gives the store no more work (seed ${seed})`, () => {
  it.each(['an outsider', 'a liaison of a participant'] as const)('for %s', async (viewer) => {
    const additions = ALL_ADDITIONS.filter(({ hiddenFrom }) => hiddenFrom.includes(viewer));
    for (const plan of fc.sample(worldPlan, { seed, numRuns: 1 })) {
      const world = { store, plan, viewer, additions, light: 'HIDDEN', extent: 'READ' } as const;
      const withIt = await tellWorld({ ...world, side: 'B', examinedDocuments: store.examinedDocuments });
      const without = await tellWorld({ ...world, side: 'A', words: withIt.words, examinedDocuments: store.examinedDocuments });
      expect(differences(without.lines, withIt.lines, Infinity)).toEqual([]);
    }
  }, 10 * MINUTE);
});
