import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCEPTANCE_MILLISECONDS } from '../../shared/handling/may-read.js';
import { ask, officer } from '../../shared/testing/ask.js';
import { change, remove, type Changed } from '../../shared/testing/change.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { arrestOfWindhoek, helsinki, IN_AN_HOUR, MOSAIC, openDenialWorld, readsArrest, secretariat, seoul, singapore, windhoek, type DenialWorld } from './denial-world.js';

let world: DenialWorld;

beforeAll(async () => {
  world = await openDenialWorld();
});

afterAll(async () => {
  await world.close();
});

const now = (): number => world.exchange.clock.now().getTime();
const iso = (instant: number): string => new Date(instant).toISOString();

async function join(organisation: string): Promise<Changed> {
  return await change(world.exchange, secretariat, 'addParticipation', { operation: MOSAIC, organisation });
}

async function release(record: Changed, until: number): Promise<Changed> {
  return await change(world.exchange, windhoek, 'releaseArrest', {
    id: record.id, version: record.version, release: { to: { organisation: 'kr-ncb' }, purpose: 'SUPPORT_INVESTIGATION', until: iso(until) },
  });
}

describe('a participation', () => {
  it('opens AMBER records of a founding participant until the instant at which it ends, and not at it', async () => {
    const { exchange } = world;
    const { id } = await arrestOfWindhoek(world, 'A-end');
    const participations = await ask(exchange, secretariat, 'query ($code: String) { operation(code: $code) { participations { edges { node { id version organisation { code } } } } } }', { code: MOSAIC });
    const [node] = [...JSON.stringify(participations).matchAll(/"id":"([^"]+)","version":"([^"]+)","organisation":\{"code":"sg-ncb"\}/g)];
    const endedAt = now() + IN_AN_HOUR;
    await change(exchange, secretariat, 'endParticipation', { id: node?.[1], version: node?.[2], endedAt: iso(endedAt) });
    await exchange.moveClock(IN_AN_HOUR - 1);
    expect(await readsArrest(world, singapore, id)).toBe(true);
    await exchange.moveClock(1);
    expect(await readsArrest(world, singapore, id)).toBe(false);
  });

  it('that comes later waits 72 hours for an originator that says nothing', async () => {
    const { id } = await arrestOfWindhoek(world, 'A-silence');
    await join('fi-ncb');
    expect(await readsArrest(world, helsinki, id)).toBe(false);
    await world.exchange.moveClock(ACCEPTANCE_MILLISECONDS - 1);
    expect(await readsArrest(world, helsinki, id)).toBe(false);
    await world.exchange.moveClock(1);
    expect(await readsArrest(world, helsinki, id)).toBe(true);
  });

  it('that comes later reaches at once whom an originator accepts, and never whom it refuses', async () => {
    const { exchange } = world;
    const { id } = await arrestOfWindhoek(world, 'A-decided');
    const participation = await join('kr-ncb');
    await change(exchange, windhoek, 'decideParticipation', { id: participation.id, decision: 'REFUSED' });
    await exchange.moveClock(2 * ACCEPTANCE_MILLISECONDS);
    expect(await readsArrest(world, seoul, id)).toBe(false);
    await change(exchange, windhoek, 'decideParticipation', { id: participation.id, decision: 'ACCEPTED' });
    expect(await readsArrest(world, seoul, id)).toBe(true);
    await change(exchange, windhoek, 'decideParticipation', { id: participation.id, decision: 'REFUSED' });
    expect(await readsArrest(world, seoul, id)).toBe(false);
  });

  it('as observer opens nothing AMBER', async () => {
    const { id } = await arrestOfWindhoek(world, 'A-observer');
    expect(await readsArrest(world, officer('jp-ncb'), id)).toBe(false);
  });

  it('that comes later does not reach what H2 closed before', async () => {
    const { exchange } = world;
    const closed = await arrestOfWindhoek(world, 'A-H2', { handling: { tlp: 'AMBER', codes: ['H2'] } });
    const participation = await join('sg-ncb');
    await change(exchange, windhoek, 'decideParticipation', { id: participation.id, decision: 'ACCEPTED' });
    const open = await arrestOfWindhoek(world, 'A-no-H2');
    expect(await readsArrest(world, singapore, open.id)).toBe(true);
    expect(await readsArrest(world, singapore, closed.id)).toBe(false);
    expect(await readsArrest(world, secretariat, closed.id)).toBe(true);
  });
});

describe('a release', () => {
  const strict = { handling: { tlp: 'AMBER_STRICT' } };

  it('ends at its instant: a millisecond before it still opens, at it no longer', async () => {
    const record = await arrestOfWindhoek(world, 'A-release', strict);
    await release(record, now() + IN_AN_HOUR);
    await world.exchange.moveClock(IN_AN_HOUR - 1);
    expect(await readsArrest(world, seoul, record.id)).toBe(true);
    await world.exchange.moveClock(1);
    expect(await readsArrest(world, seoul, record.id)).toBe(false);
  });

  it('opens nothing any more once it is recalled', async () => {
    const record = await arrestOfWindhoek(world, 'A-recall', strict);
    const { releases } = await release(record, now() + IN_AN_HOUR);
    expect(await readsArrest(world, seoul, record.id)).toBe(true);
    await change(world.exchange, windhoek, 'recallArrestRelease', { id: record.id, releaseId: releases?.[0]?.id });
    expect(await readsArrest(world, seoul, record.id)).toBe(false);
  });

  it.each<[string, Viewer]>([
    ['states another purpose', officer('kr-ncb', { purpose: 'TREND_ANALYSIS' })],
    ['states no purpose', officer('kr-ncb', { purpose: null })],
    ['names no case', officer('kr-ncb', { caseReference: null })],
    ['names an empty case', officer('kr-ncb', { caseReference: '  ' })],
    ['has a lower ceiling', officer('kr-ncb', { maxTlp: 'AMBER' })],
    ['is a dashboard', officer('kr-ncb', { roles: ['dashboard'] })],
    ['is another organisation', officer('jp-bank')],
  ])('opens nothing to a reader who %s', async (why, viewer) => {
    const record = await arrestOfWindhoek(world, `A-${why}`, strict);
    await release(record, now() + IN_AN_HOUR);
    expect(await readsArrest(world, seoul, record.id)).toBe(true);
    expect(await readsArrest(world, viewer, record.id)).toBe(false);
  });
});

describe('the suspect of an arrest', () => {
  const query = 'query ($id: ID!) { arrest(id: $id) { suspect { name } withheld { field reason contact } } }';

  it('is sealed when its review month is over, for everybody but its originator, who may lift it', async () => {
    const { exchange } = world;
    const month = iso(now()).slice(0, 7);
    const { id } = await arrestOfWindhoek(world, 'A-sealed', { handling: { tlp: 'CLEAR' }, suspect: { name: 'Invented Sealed', reviewMonth: month } });
    const open = { data: { arrest: { suspect: { name: 'Invented Sealed' }, withheld: [] } } };
    expect(await ask(exchange, seoul, query, { id })).toEqual(open);
    await exchange.moveClock(32 * 86_400_000);
    const sealed = { suspect: null, withheld: [{ field: 'suspect', reason: 'SEALED', contact: 'Organisation na-ncb' }] };
    expect(await ask(exchange, seoul, query, { id })).toEqual({ data: { arrest: sealed } });
    expect(await ask(exchange, windhoek, query, { id })).toEqual(open);
  });

  it('that is stricter is not called sealed, so that nobody learns that its month is over', async () => {
    const month = iso(now()).slice(0, 7);
    const suspect = { name: 'Invented Strict', reviewMonth: month, handling: { tlp: 'RED' } };
    const { id } = await arrestOfWindhoek(world, 'A-strict-sealed', { handling: { tlp: 'CLEAR' }, suspect });
    const before = await ask(world.exchange, seoul, query, { id });
    await world.exchange.moveClock(32 * 86_400_000);
    expect(await ask(world.exchange, seoul, query, { id })).toEqual(before);
    expect(JSON.stringify(before)).toContain('STRICTER_HANDLING');
  });
});

describe('an erased record', () => {
  it('is gone for its originator too, and its reference is never taken again', async () => {
    const { exchange } = world;
    const record = await arrestOfWindhoek(world, 'A-erased', { suspect: { name: 'Invented Erased' } });
    await remove(exchange, windhoek, 'eraseArrest', { id: record.id, version: record.version });
    for (const viewer of [windhoek, singapore, secretariat]) expect(await readsArrest(world, viewer, record.id)).toBe(false);
    await expect(arrestOfWindhoek(world, 'A-erased', { suspect: { name: 'Invented Erased' } })).rejects.toThrow(/erasure is final/);
    const found = await ask(exchange, windhoek, '{ arrests(filter: { suspectName: "Invented Erased" }) { edges { cursor } } }');
    expect(found).toEqual({ data: { arrests: { edges: [] } } });
  });
});
