import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { audienceOf } from './audience.js';
import { countedOnce } from './counted-once.js';
import { Dictionary } from './dictionary.js';
import { KindCells } from './kind-cells.js';
import type { Dimension, TallyConditions, TallyQuery } from './tally-query.js';
import { Happening, history, LABELS, THINGS } from './testing/random-history.js';
import { leftOver, originatorOf, recount } from './testing/recount.js';

const labelsSeen = fc.oneof(fc.subarray(LABELS), fc.constant(LABELS));
const dimension = fc.constantFrom<Dimension>('operation', 'country', 'day', 'month', 'quarter', 'year', 'crimeType', 'role', 'custodyState', 'unit');
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(arbitrary, { nil: undefined, freq: 1 });
const where: fc.Arbitrary<TallyConditions> = fc.record({
  operations: maybe(fc.subarray(['op-1', 'op-2', 'op-3'])),
  originators: maybe(fc.subarray(['even', 'odd'])),
  country: maybe(fc.constantFrom('JP', 'XX')),
  dayFrom: maybe(fc.constantFrom('2026-01-01', '2026-03-01')),
  dayTo: maybe(fc.constantFrom('2025-12-31', '2026-02-28')),
  codes: fc.record({ crimeType: maybe(fc.constantFrom('FRAUD')), role: maybe(fc.constantFrom('BOSS')) }),
  anyCrimeType: maybe(fc.constantFrom('FRAUD', 'MULING')),
  custodyState: maybe(fc.constantFrom('SEIZED')),
  unit: maybe(fc.constantFrom('USD', 'ETHEREUM')),
});
/** Mostly few conditions, so that something is left to count. */
const fewConditions = fc.oneof({ weight: 2, arbitrary: fc.constant<TallyConditions>({}) }, { weight: 1, arbitrary: fc.constantFrom<keyof TallyConditions>('operations', 'country', 'dayFrom', 'anyCrimeType', 'custodyState', 'unit').chain((name) => where.map((all) => ({ [name]: all[name] }))) }, { weight: 1, arbitrary: where });
const question = fc.record({ seen: labelsSeen, where: fewConditions, by: fc.uniqueArray(dimension, { maxLength: 3 }), instant: fc.option(fc.nat(60)) });

describe('cells', () => {
  it('answer as a look at every record does, whatever happened, for every audience and at every instant', () => {
    let setAside = 0;
    fc.assert(
      fc.property(history, fc.array(question, { minLength: 1, maxLength: 5 }), (steps, questions) => {
        const labels = new Dictionary();
        const cells = new KindCells(THINGS, labels, originatorOf);
        const happening = new Happening();
        for (const step of steps) {
          const change = happening.take(step);
          if (change !== null) cells.apply(cells.prepare([change]));
          // Asked after every step, so that views are kept up rather than made anew.
          for (const { seen, where: conditions, by, instant } of questions) {
            const at = instant === null ? null : happening.instants[instant % happening.instants.length];
            const query: TallyQuery = { where: conditions, by, asOf: at === null || at === undefined ? null : new Date(at) };
            const { answer, grouped } = cells.answer(audienceOf(seen.map((label) => labels.codeOf(label))), query);
            expect(answer).toEqual(recount(happening.things.values(), seen, query));
            const left = recount(leftOver(happening.things, seen, query), seen, { ...query, by: [] });
            const { instead, ...once } = countedOnce(answer, cells.takenAway(audienceOf(seen.map((label) => labels.codeOf(label))), query));
            expect(once).toEqual({ count: left.count, sums: left.sums });
            setAside += instead.size;
            const byLabel = LABELS.map((label) => grouped.labels.get(labels.codeOf(label)));
            expect(byLabel).toEqual(LABELS.map((label) => recount(happening.things.values(), seen.filter((one) => one === label), query).count));
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(setAside).toBeGreaterThan(100);
  });

  it('are as many after everything was erased, and hold nothing', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const labels = new Dictionary();
        const cells = new KindCells(THINGS, labels, originatorOf);
        const happening = new Happening();
        const changes = [...steps, ...[0, 1, 2, 3, 4, 5].map((thing) => ({ verb: 'ERASE', thing, later: 1 }) as const)].map((step) => happening.take(step));
        for (const change of changes) if (change !== null) cells.apply(cells.prepare([change]));
        const audience = audienceOf(LABELS.map((label) => labels.codeOf(label)));
        for (const asOf of [null, ...happening.instants.map((instant) => new Date(instant))]) {
          expect(cells.answer(audience, { where: {}, by: ['country'], asOf }).answer).toEqual({ count: 0, sums: [], rows: [] });
        }
      }),
      { numRuns: 50 },
    );
  });
});
