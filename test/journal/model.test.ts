import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import type { LeftOut } from './crashing-process.js';
import { runRound } from './model.js';

const ROUNDS = 25;

let store: TestStore;

beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

/** Rounds until one goes wrong. */
async function firstObjections(leftOut: LeftOut, rounds: number): Promise<string[]> {
  for (let seed = 1; seed <= rounds; seed += 1) {
    const objections = await runRound(await store.connect(`${leftOut ?? 'whole'}_${seed}`), seed, leftOut);
    if (objections.length > 0) return [`round ${seed}`, ...objections];
  }
  return [];
}

describe('two writers and two appliers that crash, stall and lose acknowledgements', () => {
  it(`leave what the journal says, in each of ${ROUNDS} rounds`, async () => {
    expect(await firstObjections(null, ROUNDS)).toEqual([]);
  }, 180_000);

  it.each<NonNullable<LeftOut>>(['GUARD', 'TOMBSTONE', 'APPLY_BEFORE_ADVANCE', 'REPEATED_VALIDATION'])('leave something wrong when the rule %s is left out', async (leftOut) => {
    expect(await firstObjections(leftOut, 3 * ROUNDS)).not.toEqual([]);
  }, 180_000);
});
