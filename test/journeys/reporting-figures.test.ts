import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt, change, remove, type Changed } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, openJourney, signedIn, tokyosOperation } from './journey.js';

let exchange: TestExchange;
beforeAll(async () => {
  exchange = await openJourney();
  await change(exchange, coordinator, 'registerOperation', tokyosOperation('harbour'));
});
afterAll(() => exchange.close());

const coordinator = signedIn('coordinator');
const figure = { reference: 'F-1', operation: 'interpol/harbour', measure: 'ARRESTS', value: '1200', qualifier: 'ABOUT', handling: { tlp: 'CLEAR' } };
const FIGURES = `{ operation(code: "interpol/harbour") { arrestTally { status } reportedFigures { edges { node {
  value qualifier { code } lower upper note reportedBy { code } source { title } history { value qualifier { code } note recordedAt } } } } } }`;

async function figures(signIn = 'liaison-outside'): Promise<unknown> {
  return answered(exchange, signedIn(signIn), FIGURES);
}

const shown = (...nodes: object[]): object => ({
  operation: { arrestTally: { status: 'NO_RECORDS_CONTRIBUTED' }, reportedFigures: { edges: nodes.map((node) => ({ node })) } },
});

describe('a figure that the coordinator reports', () => {
  let reported: Changed;

  it('is a statement of the coordinator, never a count', async () => {
    reported = await change(exchange, coordinator, 'reportFigure', figure);
    const node = { value: '1200', qualifier: { code: 'ABOUT' }, lower: null, upper: null, note: null, reportedBy: { code: 'interpol' }, source: null, history: [] };
    for (const signIn of ['liaison-outside', 'bank-jp', 'dashboard']) expect(await figures(signIn)).toEqual(shown(node));
  });

  it('is corrected, and what it said before stays in its history with the instant', async () => {
    await exchange.moveClock(60_000);
    const { version } = await change(exchange, coordinator, 'correctFigure', { id: reported.id, version: reported.version, value: '1213', qualifier: 'EXACT', note: 'recounted' });
    expect(await attempt(exchange, coordinator, 'correctFigure', { id: reported.id, version: reported.version, value: '1', qualifier: 'EXACT' })).toMatchObject({ __typename: 'Conflict', currentVersion: version });
    expect(await figures()).toEqual(
      shown({
        value: '1213', qualifier: { code: 'EXACT' }, lower: '1213', upper: '1213', note: 'recounted', reportedBy: { code: 'interpol' }, source: null,
        history: [{ value: '1200', qualifier: { code: 'ABOUT' }, note: null, recordedAt: '2026-05-04T09:00:00.000Z' }],
      }),
    );
    reported = { ...reported, version };
  });

  it('keeps every earlier statement, the oldest first', async () => {
    const { version } = await change(exchange, coordinator, 'correctFigure', { id: reported.id, version: reported.version, value: null, qualifier: 'PRELIMINARY' });
    expect(await figures()).toMatchObject(shown({ value: null, qualifier: { code: 'PRELIMINARY' }, history: [{ value: '1200' }, { value: '1213' }] }));
    reported = { ...reported, version };
  });

  it('is shown to nobody once it is retracted', async () => {
    await remove(exchange, coordinator, 'retractFigure', { id: reported.id, version: reported.version });
    for (const signIn of ['coordinator', 'liaison-outside', 'dashboard']) expect(await figures(signIn)).toEqual(shown());
  });

  it('is kept to the last digit, and null is not 0', async () => {
    const money = { ...figure, measure: 'AMOUNT', currency: 'USD', meaning: 'SEIZED', qualifier: 'MORE_THAN' };
    await change(exchange, coordinator, 'reportFigure', { ...money, reference: 'F-2', value: '12345678901234567890.01' });
    await change(exchange, coordinator, 'reportFigure', { ...money, reference: 'F-3', value: null });
    expect(await figures()).toMatchObject({
      operation: { reportedFigures: { edges: expect.arrayContaining([{ node: expect.objectContaining({ value: '12345678901234567890.01', lower: '12345678901234567890.01', upper: null }) }, { node: expect.objectContaining({ value: null, lower: null }) }]) } },
    });
  });

  it.each([
    ['a participant that neither coordinates nor leads', 'liaison-na', {}, { __typename: 'Forbidden' }],
    ['a lead without the role', 'liaison-jp', {}, { __typename: 'Forbidden' }],
    ['an operation that is not there', 'coordinator', { operation: 'interpol/nowhere' }, { __typename: 'NotFound' }],
    ['money without currency and meaning', 'coordinator', { measure: 'AMOUNT' }, { issues: [{ path: 'currency' }, { path: 'meaning' }] }],
    ['less than nothing', 'coordinator', { value: '-1' }, { issues: [{ path: 'value' }] }],
    ['another statement under a used reference', 'coordinator', { reference: 'F-2' }, { __typename: 'Conflict' }],
  ])('is refused from or for %s', async (_, signIn, more, outcome) => {
    expect(await attempt(exchange, signedIn(signIn), 'reportFigure', { ...figure, reference: 'F-4', ...more })).toMatchObject(outcome);
  });
});
