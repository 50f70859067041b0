import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt, change, type Changed } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { arrestOf, openJourney, readsArrest, signedIn, tokyosOperation } from './journey.js';

const coordinator = signedIn('coordinator');
const tokyo = signedIn('liaison-jp');
const windhoek = signedIn('liaison-na');
const helsinki = signedIn('liaison-outside');
const police = signedIn('police-tokyo');
const HOUR = 3_600_000;

let exchange: TestExchange;
let amber: string;
let green: string;

beforeAll(async () => {
  exchange = await openJourney();
  await change(exchange, coordinator, 'registerOperation', tokyosOperation('harbour'));
  amber = (await change(exchange, tokyo, 'recordArrest', arrestOf('interpol/harbour', 'D-1', { handling: { tlp: 'AMBER' } }))).id;
  green = (await change(exchange, tokyo, 'recordArrest', arrestOf('interpol/harbour', 'D-2'))).id;
});
afterAll(() => exchange.close());

const join = (organisation: string, role = 'PARTICIPANT'): Promise<Changed> =>
  change(exchange, coordinator, 'addParticipation', { operation: 'interpol/harbour', organisation, role });

describe('an organisation that joins an operation later', () => {
  let windhoeks: Changed;

  it("reads an originator's AMBER records once that originator accepts it", async () => {
    windhoeks = await join('na-ncb');
    expect([await readsArrest(exchange, windhoek, green), await readsArrest(exchange, windhoek, amber)]).toEqual([true, false]);
    expect(await attempt(exchange, police, 'decideParticipation', { id: windhoeks.id, decision: 'ACCEPTED' })).toMatchObject({ __typename: 'Forbidden' });
    await attempt(exchange, coordinator, 'decideParticipation', { id: windhoeks.id, decision: 'ACCEPTED' });
    expect(await readsArrest(exchange, windhoek, amber)).toBe(false);
    await change(exchange, tokyo, 'decideParticipation', { id: windhoeks.id, decision: 'ACCEPTED' });
    expect(await readsArrest(exchange, windhoek, amber)).toBe(true);
  });

  it('reads them after 72 hours of silence, not a moment before, unless it was refused', async () => {
    await join('fi-ncb');
    const refused = await join('jp-tokyo');
    await change(exchange, tokyo, 'decideParticipation', { id: refused.id, decision: 'REFUSED' });
    await exchange.moveClock(72 * HOUR - 1);
    expect([await readsArrest(exchange, helsinki, amber), await readsArrest(exchange, police, amber)]).toEqual([false, false]);
    await exchange.moveClock(1);
    expect([await readsArrest(exchange, helsinki, amber), await readsArrest(exchange, police, amber)]).toEqual([true, false]);
    await exchange.moveClock(1_000 * HOUR);
    expect([await readsArrest(exchange, helsinki, amber), await readsArrest(exchange, police, amber)]).toEqual([true, false]);
  });

  it('may be accepted after it was refused, and refused after it was accepted', async () => {
    await change(exchange, tokyo, 'decideParticipation', { id: windhoeks.id, decision: 'REFUSED' });
    expect(await readsArrest(exchange, windhoek, amber)).toBe(false);
    await change(exchange, tokyo, 'decideParticipation', { id: windhoeks.id, decision: 'ACCEPTED' });
    expect(await readsArrest(exchange, windhoek, amber)).toBe(true);
  });

  it('loses sight of them at once when its participation ends', async () => {
    const { version } = await change(exchange, coordinator, 'endParticipation', { id: windhoeks.id, version: windhoeks.version });
    expect([await readsArrest(exchange, windhoek, green), await readsArrest(exchange, windhoek, amber)]).toEqual([true, false]);
    expect(await attempt(exchange, coordinator, 'endParticipation', { id: windhoeks.id, version: windhoeks.version })).toMatchObject({ __typename: 'Conflict', currentVersion: version });
  });

  it('reads nothing AMBER as an observer', async () => {
    await join('na-ncb', 'OBSERVER');
    await exchange.moveClock(73 * HOUR);
    expect([await readsArrest(exchange, windhoek, green), await readsArrest(exchange, windhoek, amber)]).toEqual([true, false]);
  });

  it('is entered by the coordinator or a lead, not by itself, and does not begin in the past', async () => {
    const input = { operation: 'interpol/harbour', organisation: 'sg-ncb' };
    expect(await attempt(exchange, helsinki, 'addParticipation', input)).toMatchObject({ __typename: 'Forbidden' });
    expect(await attempt(exchange, coordinator, 'addParticipation', { ...input, joinedAt: '2026-01-01T00:00:00Z' })).toMatchObject({ issues: [{ path: 'joinedAt' }] });
    expect(await attempt(exchange, coordinator, 'addParticipation', { ...input, organisation: 'fi-ncb' })).toMatchObject({ __typename: 'Conflict' });
  });
});
