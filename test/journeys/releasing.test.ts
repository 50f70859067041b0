import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt, change, type Changed } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, arrestOf, openJourney, readsArrest, signedIn, tokyosOperation, WITHOUT_PURPOSE } from './journey.js';

let exchange: TestExchange;
beforeAll(async () => {
  exchange = await openJourney();
  await change(exchange, signedIn('coordinator'), 'registerOperation', tokyosOperation('harbour'));
});
afterAll(() => exchange.close());

const tokyo = signedIn('liaison-jp');
const helsinki = signedIn('liaison-outside');
const helsinkiForTrends = signedIn('liaison-outside', { purpose: 'TREND_ANALYSIS' });
const windhoek = signedIn('liaison-na');
const HOUR = 3_600_000;

function strictArrest(reference: string): Promise<Changed> {
  const suspect = { name: 'Invented Person Yankee' };
  return change(exchange, tokyo, 'recordArrest', arrestOf('interpol/harbour', reference, { handling: { tlp: 'AMBER_STRICT' }, suspect }));
}

function release({ id, version }: Changed, more: object = {}): Promise<Changed> {
  const until = new Date(exchange.clock.now().getTime() + 24 * HOUR).toISOString();
  return change(exchange, tokyo, 'releaseArrest', { id, version, release: { to: { organisation: 'fi-ncb' }, purpose: 'TREND_ANALYSIS', until, ...more } });
}

describe('an arrest that its originator keeps to itself', () => {
  it('is read for the very purpose of a release, and for no other', async () => {
    const arrest = await strictArrest('B-1');
    for (const viewer of [helsinki, helsinkiForTrends, windhoek]) expect(await readsArrest(exchange, viewer, arrest.id)).toBe(false);
    await release(arrest);
    expect(await readsArrest(exchange, helsinkiForTrends, arrest.id)).toBe(true);
    expect(await readsArrest(exchange, helsinki, arrest.id)).toBe(false);
    expect(await readsArrest(exchange, signedIn('liaison-outside', WITHOUT_PURPOSE), arrest.id)).toBe(false);
    expect(await readsArrest(exchange, signedIn('liaison-outside', { purpose: 'TREND_ANALYSIS', caseReference: null }), arrest.id)).toBe(false);
    for (const name of ['liaison-na', 'coordinator', 'bank-jp', 'police-tokyo']) {
      expect(await readsArrest(exchange, signedIn(name, { purpose: 'TREND_ANALYSIS' }), arrest.id)).toBe(false);
    }
  });

  it('tells the reader of its own release, and keeps the person back unless that is released too', async () => {
    const query = 'query ($id: ID!) { arrest(id: $id) { suspect { name } withheld { field reason contact } handling { tlp release { purpose { code } until } } releases { id } } }';
    const kept = await strictArrest('B-2');
    await release(kept);
    expect(await answered(exchange, helsinkiForTrends, query, { id: kept.id })).toMatchObject({
      arrest: {
        suspect: null,
        withheld: [{ field: 'suspect', reason: 'STRICTER_HANDLING', contact: 'NCB Tokyo (National Police Agency)' }],
        handling: { tlp: 'AMBER_STRICT', release: { purpose: { code: 'TREND_ANALYSIS' } } },
        releases: null,
      },
    });
    const whole = await strictArrest('B-3');
    await release(whole, { withIdentity: true });
    expect(await answered(exchange, helsinkiForTrends, query, { id: whole.id })).toMatchObject({ arrest: { suspect: { name: 'Invented Person Yankee' }, withheld: [] } });
  });

  it('is gone for the reader at once when the release is recalled', async () => {
    const { id, releases } = await release(await strictArrest('B-4'));
    expect(await readsArrest(exchange, helsinkiForTrends, id)).toBe(true);
    expect(await attempt(exchange, helsinkiForTrends, 'recallArrestRelease', { id, releaseId: releases?.[0]?.id })).toMatchObject({ __typename: expect.not.stringMatching(/Accepted/) });
    await change(exchange, tokyo, 'recallArrestRelease', { id, releaseId: releases?.[0]?.id });
    expect(await readsArrest(exchange, helsinkiForTrends, id)).toBe(false);
    expect(await readsArrest(exchange, tokyo, id)).toBe(true);
  });

  it('is gone for the reader in the instant in which the release ends', async () => {
    const { id } = await release(await strictArrest('B-5'));
    await exchange.moveClock(24 * HOUR - 1);
    expect(await readsArrest(exchange, helsinkiForTrends, id)).toBe(true);
    await exchange.moveClock(1);
    expect(await readsArrest(exchange, helsinkiForTrends, id)).toBe(false);
  });

  it('is read by the bureau of the country to which it is released, and by that of no other', async () => {
    const { id } = await release(await strictArrest('B-6'), { to: { ncbOf: 'FI' } });
    expect(await readsArrest(exchange, helsinkiForTrends, id)).toBe(true);
    expect(await readsArrest(exchange, signedIn('liaison-na', { purpose: 'TREND_ANALYSIS' }), id)).toBe(false);
  });

  it('is released by its originator alone, and into the future alone', async () => {
    const { id, version } = await strictArrest('B-7');
    const until = new Date(exchange.clock.now().getTime() - 1).toISOString();
    const order = { to: { organisation: 'fi-ncb' }, purpose: 'TREND_ANALYSIS', until };
    expect(await attempt(exchange, tokyo, 'releaseArrest', { id, version, release: order })).toMatchObject({ issues: [{ path: 'release.until' }] });
    expect(await attempt(exchange, windhoek, 'releaseArrest', { id, version, release: { ...order, until: '2027-01-01T00:00:00Z' } })).toMatchObject({ __typename: 'NotFound' });
  });
});
