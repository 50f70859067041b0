import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openTestExchange, type TestExchange } from '../../shared/testing/open-test-exchange.js';
import { authority, coordinatingBody, institution } from '../../shared/testing/organisations.js';
import { startQuickStore, type QuickStore } from '../two-worlds/quick-store.js';
import { askTally } from './ask-tally.js';
import { CarryOut } from './carry-out.js';
import { CAST, type PlainAction, type PlainQuestion } from './plain-actions.js';
import { plainTally } from './plain-tally.js';
import type { PlainWorld } from './plain-world.js';
import { history, type AskedLater, type PlainHistory } from './random-history.js';

/** Repeat a run with TALLY_PROOF_SEED=<seed>. */
const seed = Number(process.env['TALLY_PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** A few wherever somebody runs the tests, a thousand before a change is taken. */
const HISTORIES = Number(process.env['TALLY_PROOF_HISTORIES'] ?? 50);
/** Histories in one exchange: what one of them left behind counts in what is asked about the next. */
const TOGETHER = 25;
const MINUTE = 60_000;

const done = new Map<PlainAction['do'], number>();
let asked = 0;
let counted = 0;
let summed = 0;
let setAside = 0;

/** The batches of one half of the histories: two files, so that two cores share them. */
export function proveTallies(half: 'even' | 'odd'): void {
  let store: QuickStore;
  beforeAll(async () => {
    store = await startQuickStore();
  });
  afterAll(async () => {
    await store.stop();
  });

  const batches = Array.from({ length: Math.ceil(HISTORIES / TOGETHER) }, (_, batch) => batch).filter((batch) => (batch % 2 === 0) === (half === 'even'));

  describe(`every tally is what one counts by hand, record by record (seed ${seed}, ${HISTORIES} histories)`, () => {
    it.each(batches)('in batch %d of random histories', async (batch) => {
      const exchange = await openTestExchange({ store: { uri: store.uri, databasePrefix: `${store.databasePrefix}_${half}_${batch}` } });
      try {
        await exchange.register(...CAST.map(entryOf));
        const world: PlainWorld = { now: 0, records: [], operations: [] };
        const instants: number[] = [];
        const histories = fc.sample(history, { seed: seed + batch, numRuns: Math.min(TOGETHER, HISTORIES - batch * TOGETHER) });
        for (const [index, told] of histories.entries()) await prove(exchange, world, told, instants, `h${index}`);
        expect(exchange.log).toEqual([]);
      } finally {
        await exchange.close();
      }
    }, 5 * MINUTE);

    it('of histories in which things were done, and numbers that are not all nothing', () => {
      expect(counted / asked).toBeGreaterThan(0.2);
      expect(summed).toBeGreaterThan(0);
      expect(setAside).toBeGreaterThan(0);
      // A few histories need not hold everything.
      if (HISTORIES < 400) return;
      const all = ['record', 'correct', 'move', 'take back a move', 'retract', 'relabel', 'release', 'recall', 'erase', 'claim', 'take back a claim', 'join', 'decide', 'leave', 'relabel operation', 'wait'];
      expect(all.filter((what) => !done.has(what as PlainAction['do']))).toEqual([]);
    });
  });
}

async function prove(exchange: TestExchange, world: PlainWorld, { actions, questions }: PlainHistory, instants: number[], name: string): Promise<void> {
  const carryOut = await CarryOut.begin(exchange, world, name);
  for (const action of actions) instants.push(await carryOut.act(action));
  // Nobody asks about the future: the latest instant of a question is a millisecond after the last action.
  await carryOut.wait(1);
  for (const [what, times] of carryOut.done) done.set(what, (done.get(what) ?? 0) + times);
  for (const later of questions) {
    const question = questionOf(later, carryOut, instants);
    const [shown, expected] = [await askTally(exchange, question), plainTally(world, question)];
    asked += 1;
    counted += expected.whole.count > 0 ? 1 : 0;
    setAside += expected.whole.count - expected.once.count;
    summed += Object.keys(expected.whole.sums).length;
    expect({ name, question, ...shown }).toEqual({ name, question, ...expected });
  }
}

function questionOf({ over, when, ...asked }: AskedLater, { operations }: CarryOut, instants: readonly number[]): PlainQuestion {
  const at = when === null ? undefined : instants[when.action % instants.length];
  return {
    ...asked,
    operations: over === null ? null : operations.filter((_, index) => over.some((chosen) => chosen === index)).map(({ code }) => code),
    asOf: at === undefined || when === null ? null : at + when.by,
  };
}

function entryOf({ code, country, class: kind, bureau }: (typeof CAST)[number]): ReturnType<typeof authority> {
  if (kind === 'COORDINATING_BODY') return coordinatingBody(code);
  return kind === 'INSTITUTION' ? institution(code, country ?? '') : authority(code, country, { ncb: bureau });
}
