import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, officer } from '../../shared/testing/ask.js';
import { change } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { answered } from './journey.js';
import { importFile, openForPublished, PUBLISHED, reader } from './published-fixture.js';

let store: TestStore;
let exchange: TestExchange;
beforeAll(async () => {
  store = await startStore();
  exchange = await openForPublished(store);
  await importFile(exchange, PUBLISHED);
});
afterAll(async () => {
  await exchange.close();
  await store.stop();
});

const RANKING = `query ($measure: String!, $meaning: String, $currency: ID, $since: String, $operations: [String!], $exercise: Boolean! = false, $first: Int! = 10) {
  operationRanking(measure: $measure, meaning: $meaning, currency: $currency, since: $since, operations: $operations, exercise: $exercise, first: $first) {
    ranked since exercise subject { measure { code } meaning { code } currency { code } }
    entries { operation { code } outcome place bestPlace worstPlace lower upper reason tiedWith { code } figures { value qualifier { code } } obstacleCount obstacles { operation { code } reason } }
    leftOut { code reason } } }`;
const BOUNDS = `query ($measure: String!, $operations: [String!]!, $exercise: Boolean! = false) {
  reportedBounds(measure: $measure, operations: $operations, exercise: $exercise) {
    lower upper operations { operation { code } lower upper } overlaps { first { code } second { code } } leftOut { code reason } } }`;

const rank = (variables: object): Promise<unknown> => answered(exchange, reader, RANKING, variables);
const bound = (operations: string[], more: object = {}): Promise<unknown> => answered(exchange, reader, BOUNDS, { measure: 'ARRESTS', operations, ...more });

describe('the largest operation since 2014', () => {
  it('cannot be told by arrests, and the answer names what stands in the way', async () => {
    expect(await rank({ measure: 'ARRESTS', since: '2014', first: 1 })).toEqual({
      operationRanking: {
        ranked: 29, since: '2014-01-01', exercise: false, subject: { measure: { code: 'ARRESTS' }, meaning: null, currency: null }, leftOut: [],
        entries: [{
          operation: { code: 'interpol/first-light-2019-2020' }, outcome: 'NOT_DECIDABLE', place: null, bestPlace: 1, worstPlace: 10, lower: '21549', upper: '21549',
          reason: 'BOUNDS_OVERLAP', tiedWith: [], figures: [{ value: '21549', qualifier: { code: 'EXACT' } }], obstacleCount: 9,
          obstacles: [
            { operation: { code: 'interpol/aces' }, reason: 'NO_BOUNDS' },
            { operation: { code: 'interpol/first-light-2014' }, reason: 'BOUNDS_OVERLAP' },
            { operation: { code: 'interpol/first-light-2015' }, reason: 'BOUNDS_OVERLAP' },
            { operation: { code: 'interpol/first-light-2016' }, reason: 'BOUNDS_OVERLAP' },
            { operation: { code: 'interpol/first-light-2022' }, reason: 'NO_BOUNDS' },
            { operation: { code: 'interpol/haechi-v' }, reason: 'BOUNDS_OVERLAP' },
            // Its release states no total of arrests, and the 45 of one country are not its total.
            { operation: { code: 'interpol/haechi-vi' }, reason: 'NOT_REPORTED' },
            { operation: { code: 'interpol/jackal-iii' }, reason: 'NO_BOUNDS' },
            { operation: { code: 'interpol/liberterra-ii' }, reason: 'NO_BOUNDS' },
          ],
        }],
      },
    });
  });

  it('is told among operations whose totals are exact', async () => {
    const operations = ['interpol/haechi-iii', 'interpol/haechi-ii', 'interpol/serengeti', 'interpol/synergia'];
    expect(await rank({ measure: 'ARRESTS', operations, since: '2022' })).toMatchObject({
      operationRanking: {
        ranked: 3,
        entries: [
          { operation: { code: 'interpol/serengeti' }, outcome: 'DECIDED', place: 1, reason: null, obstacles: [] },
          { operation: { code: 'interpol/haechi-iii' }, outcome: 'DECIDED', place: 2 },
          { operation: { code: 'interpol/synergia' }, outcome: 'DECIDED', place: 3 },
        ],
        leftOut: [{ code: 'interpol/haechi-ii', reason: 'BEFORE' }],
      },
    });
  });

  it('does not place an operation whose period nobody stated among those since a date', async () => {
    expect(await rank({ measure: 'ARRESTS', operations: ['europol/emma-8', 'europol/emma-5'], since: '2019' })).toMatchObject({
      operationRanking: {
        entries: [
          { operation: { code: 'europol/emma-8' }, place: null, reason: 'PERIOD_NOT_STATED' },
          { operation: { code: 'europol/emma-5' }, place: null, reason: 'BOUNDS_OVERLAP', obstacles: [{ operation: { code: 'europol/emma-8' }, reason: 'PERIOD_NOT_STATED' }] },
        ],
      },
    });
  });

  it('is asked of money in one meaning and one currency, and parts are not the whole', async () => {
    expect(await rank({ measure: 'AMOUNT', meaning: 'SEIZED', currency: 'USD', operations: ['interpol/first-light-2019-2020', 'interpol/first-light-2024', 'interpol/haechi-v'] })).toMatchObject({
      operationRanking: {
        entries: [
          { operation: { code: 'interpol/haechi-v' }, lower: '400000000', upper: null, place: null, obstacles: [{ operation: { code: 'interpol/first-light-2024' }, reason: 'NO_BOUNDS' }] },
          { operation: { code: 'interpol/first-light-2019-2020' }, lower: '153973709', place: null },
          { operation: { code: 'interpol/first-light-2024' }, lower: null, upper: null, reason: 'NO_BOUNDS', figures: [{ value: '257000000', qualifier: { code: 'AS_STATED' } }] },
        ],
      },
    });
  });

  it.each([
    ['money without a meaning', { measure: 'AMOUNT', currency: 'USD' }, '`meaning`'],
    ['money without a currency', { measure: 'AMOUNT', meaning: 'SEIZED' }, '`currency`'],
    ['money in no currency', { measure: 'AMOUNT', meaning: 'SEIZED', currency: 'usd' }, 'ISO 4217'],
    ['a currency of arrests', { measure: 'ARRESTS', currency: 'USD' }, 'leave it out'],
    ['a date that is none', { measure: 'ARRESTS', since: 'lately' }, '`since`'],
    ['no entry', { measure: 'ARRESTS', first: 0 }, '`first`'],
    ['too many operations', { measure: 'ARRESTS', operations: Array.from({ length: 51 }, (_, index) => `interpol/x-${index}`) }, '`operations`'],
  ])('is not asked for %s', async (_, variables, fault) => {
    const { errors } = await ask(exchange, reader, RANKING, variables);
    expect(errors).toMatchObject([{ message: expect.stringContaining(fault), extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('what several operations brought in all', () => {
  it('is the sum where no arrest can stand in two', async () => {
    expect(await bound(['interpol/haechi-ii', 'interpol/haechi-iii'])).toMatchObject({ reportedBounds: { lower: '1978', upper: '1978', overlaps: [], leftOut: [] } });
  });

  it('is at least the largest where two may hold the same arrests, and never more than their sum', async () => {
    expect(await bound(['interpol/haechi-iii', 'interpol/africa-cyber-surge', 'interpol/haechi-ii'])).toMatchObject({
      reportedBounds: { lower: '1978', upper: '1989', overlaps: [{ first: { code: 'interpol/africa-cyber-surge' }, second: { code: 'interpol/haechi-iii' } }] },
    });
    expect(await bound(['interpol/serengeti', 'interpol/haechi-v'])).toMatchObject({
      reportedBounds: { lower: '5500', upper: null, overlaps: [{ first: { code: 'interpol/haechi-v' }, second: { code: 'interpol/serengeti' } }] },
    });
  });

  it('is not known where nothing is, which is not 0', async () => {
    expect(await bound(['interpol/haechi-vi'])).toMatchObject({ reportedBounds: { lower: null, upper: null, operations: [{ operation: { code: 'interpol/haechi-vi' }, lower: null, upper: null }] } });
    expect(await bound(['interpol/haechi-vi', 'interpol/haechi-ii'])).toMatchObject({ reportedBounds: { lower: '1003', upper: null } });
  });

  it('never mixes exercises with real operations, nor tells a hidden operation from none', async () => {
    const interpol = officer('interpol');
    const shared = { handling: { tlp: 'CLEAR' }, start: '2026' };
    await change(exchange, interpol, 'registerOperation', { reference: 'drill', name: 'Drill', exercise: true, ...shared });
    await change(exchange, interpol, 'registerOperation', { reference: 'hidden', name: 'Hidden', ...shared, handling: { tlp: 'RED' } });
    for (const reference of ['drill', 'hidden']) {
      await change(exchange, interpol, 'reportFigure', { reference, operation: `interpol/${reference}`, measure: 'ARRESTS', value: '99999', qualifier: 'EXACT', handling: { tlp: 'CLEAR' } });
    }
    const codes = ['interpol/haechi-ii', 'interpol/drill', 'interpol/hidden', 'interpol/nothing'];
    const outsider = officer('europol');
    expect(await answered(exchange, outsider, BOUNDS, { measure: 'ARRESTS', operations: codes })).toMatchObject({
      reportedBounds: {
        lower: '1003', upper: '1003',
        leftOut: [{ code: 'interpol/drill', reason: 'EXERCISE' }, { code: 'interpol/hidden', reason: 'NONE_THAT_YOU_MAY_READ' }, { code: 'interpol/nothing', reason: 'NONE_THAT_YOU_MAY_READ' }],
      },
    });
    expect(await answered(exchange, outsider, RANKING, { measure: 'ARRESTS', exercise: true })).toMatchObject({
      operationRanking: { ranked: 1, entries: [{ operation: { code: 'interpol/drill' }, outcome: 'DECIDED', place: 1 }] },
    });
    expect(await answered(exchange, outsider, RANKING, { measure: 'ARRESTS', first: 1 })).toMatchObject({ operationRanking: { ranked: 29, entries: [{ operation: { code: 'interpol/first-light-2019-2020' } }] } });
  });
});
