import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALL_ADDITIONS } from './additions/all-additions.js';
import type { Addition } from './additions/addition.js';
import { dealtTo } from './additions/deal.js';
import { differences } from './differences.js';
import type { Extent } from './battery/run-battery.js';
import { startQuickStore, type QuickStore } from './quick-store.js';
import { tellWorld } from './tell-world.js';
import { VIEWER_NAMES, type ViewerName } from './world/cast.js';
import { worldPlan, type WorldPlan } from './world/world-plan.js';

/** A real server is asked about half as many: what is compared is the program. */
const WORLDS_OF_EACH_VIEWER = process.env['MONGODB_URI'] === undefined ? 2 : 1;
const MINUTES = 60_000;

/** Repeat a run with TWO_WORLDS_SEED=<seed>. */
const seed = Number(process.env['TWO_WORLDS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

let store: QuickStore;
beforeAll(async () => {
  store = await startQuickStore();
});
afterAll(async () => {
  await store.stop();
});

/** In every second world the viewer also changes what it may; in the others it only reads. */
function extentOf(viewer: ViewerName, world: number): Extent {
  return (seed + VIEWER_NAMES.indexOf(viewer) + world) % 2 === 0 ? 'ACT' : 'READ';
}

async function compare(viewer: ViewerName, plan: WorldPlan, additions: readonly Addition[], extent: Extent): Promise<readonly string[]> {
  const world = { store, plan, viewer, additions, light: 'HIDDEN', extent } as const;
  const withIt = await tellWorld({ ...world, side: 'B' });
  const without = await tellWorld({ ...world, side: 'A', words: withIt.words });
  return differences(without.lines, withIt.lines);
}

describe(`what a viewer may not read changes no byte of any answer (seed ${seed})`, () => {
  it.each(VIEWER_NAMES)('for %s', async (viewer) => {
    const plans = fc.sample(worldPlan, { seed: seed + VIEWER_NAMES.indexOf(viewer), numRuns: WORLDS_OF_EACH_VIEWER });
    for (const [world, plan] of plans.entries()) {
      const additions = dealtTo(viewer, seed).filter((_, index) => index % plans.length === world);
      const found = await compare(viewer, plan, additions, extentOf(viewer, world));
      expect({ world, added: additions.map(({ name }) => name), found }).toMatchObject({ found: [] });
    }
  }, 10 * MINUTES);

  it('with everything that can be hidden in some of its worlds', () => {
    const dealt = new Set(VIEWER_NAMES.flatMap((viewer) => dealtTo(viewer, seed)));
    expect(ALL_ADDITIONS.filter((addition) => !dealt.has(addition))).toEqual([]);
  });
});
