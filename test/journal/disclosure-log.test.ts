import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { ManualClock } from '../../shared/clock/manual-clock.js';
import type { StoredDisclosure } from '../../shared/disclosure/disclosure.js';
import { DisclosureLog } from '../../shared/disclosure/disclosure-log.js';
import { labelSetsOf, labelsHashOf } from '../../shared/disclosure/label-sets.js';
import { verifyDisclosures } from '../../shared/disclosure/verify-disclosures.js';
import { driverCollection } from '../../shared/journal/projection.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';

const KEI = { subject: 'https://id.example|kei', organisation: 'jp-ncb', purpose: 'identify a person or object', caseReference: 'JP-7' };

let store: TestStore;
let connection: Connection;
let log: DisclosureLog;
let clock: ManualClock;
let databases = 0;

beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  connection = await store.connect(`disclosure${(databases += 1)}`);
  clock = new ManualClock('2026-03-01T12:00:00Z');
  log = new DisclosureLog({ connection, clock, entropy: randomBytes });
  await log.open();
});

const entries = () => driverCollection<StoredDisclosure>(connection, 'disclosures');
const shown = (...ids: string[]) => ({ labels: ['amber'], ids, counted: 0 });

async function idsListedFor(owner: string): Promise<readonly (readonly string[])[]> {
  return (await log.list([owner], { first: 50, after: null })).disclosures.map(({ disclosure }) => disclosure.ids);
}

describe('DisclosureLog', () => {
  it('tells each owner who read what of theirs, why and when, and nothing of other owners', async () => {
    await log.record({ viewer: KEI, owners: new Map([['kr-ncb', shown('k1', 'k2')], ['na-ncb', { labels: ['strict'], ids: [], counted: 7 }]]) });

    const { disclosures } = await log.list(['kr-ncb'], { first: 10, after: null });
    expect(disclosures.map(({ disclosure }) => disclosure)).toEqual([{
      id: expect.any(String), at: new Date('2026-03-01T12:00:00Z'), ids: ['k1', 'k2'], counted: 0,
      viewer: { subject: KEI.subject, organisation: 'jp-ncb' }, purpose: KEI.purpose, caseReference: 'JP-7',
    }]);
    expect((await log.list(['na-ncb'], { first: 10, after: null })).disclosures[0]?.disclosure).toMatchObject({ ids: [], counted: 7 });
    expect((await log.list(['br-ncb'], { first: 10, after: null })).disclosures).toEqual([]);
  });

  it('tells an owner once of what one read showed of it and of those merged into it', async () => {
    await log.record({ viewer: KEI, owners: new Map([['kr-ncb', shown('k1')], ['kr-old', shown('o1')], ['na-ncb', shown('n1')]]) });
    const { disclosures } = await log.list(['kr-ncb', 'kr-old'], { first: 10, after: null });
    expect(disclosures.map(({ disclosure }) => disclosure.ids)).toEqual([['k1', 'o1']]);
  });

  it('keeps the labels of a read, and those of many reads only once', async () => {
    const kr = { labels: ['amber', 'red'], ids: [], counted: 3 };
    const na = { labels: ['strict'], ids: [], counted: 7 };
    for (let n = 0; n < 3; n += 1) await log.record({ viewer: KEI, owners: new Map([['kr-ncb', kr], ['na-ncb', na]]) });
    const sets = await labelSetsOf(connection).find().toArray();
    expect(sets).toEqual([{ _id: labelsHashOf(['amber', 'red', 'strict']), labels: ['amber', 'red', 'strict'] }]);
    expect((await entries().find().toArray()).map(({ labels }) => labels)).toEqual(Array.from({ length: 3 }, () => sets[0]?._id));
  });

  it('takes labels that another process has written as they are', async () => {
    const other = new DisclosureLog({ connection, clock, entropy: randomBytes });
    await other.record({ viewer: KEI, owners: new Map([['kr-ncb', shown('k1')]]) });
    await log.record({ viewer: KEI, owners: new Map([['kr-ncb', shown('k2')]]) });
    expect((await idsListedFor('kr-ncb')).flat().sort()).toEqual(['k1', 'k2']);
    expect(await verifyDisclosures(connection)).toEqual([]);
  });

  it('has nothing to tell when organisations read their own records', async () => {
    await log.record({ viewer: KEI, owners: new Map([['jp-ncb', shown('j1')]]) });
    expect(await entries().find().toArray()).toEqual([]);
  });

  it('pages from the newest to the oldest, and what comes in between shifts no page', async () => {
    for (let n = 1; n <= 5; n += 1) {
      clock.advance(1000);
      await log.record({ viewer: KEI, owners: new Map([['kr-ncb', shown(`k${n}`)], ['na-ncb', shown(`n${n}`)]]) });
    }
    const first = await log.list(['kr-ncb'], { first: 2, after: null });
    clock.advance(1000);
    await log.record({ viewer: KEI, owners: new Map([['kr-ncb', shown('k6')]]) });
    const second = await log.list(['kr-ncb'], { first: 2, after: first.disclosures.at(-1)?.cursor ?? null });
    const third = await log.list(['kr-ncb'], { first: 2, after: second.disclosures.at(-1)?.cursor ?? null });
    const pages = [first, second, third];
    expect(pages.map(({ disclosures }) => disclosures.flatMap(({ disclosure }) => disclosure.ids))).toEqual([['k5', 'k4'], ['k3', 'k2'], ['k1']]);
    expect(pages.map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false]);
  });

  it('pages through entries of one instant without losing or repeating any', async () => {
    await Promise.all(Array.from({ length: 9 }, (_, n) => log.record({ viewer: KEI, owners: new Map([['kr-ncb', shown(`k${n}`)]]) })));
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await log.list(['kr-ncb'], { first: 2, after });
      seen.push(...page.disclosures.flatMap(({ disclosure }) => disclosure.ids));
      after = page.disclosures.at(-1)?.cursor ?? null;
      more = page.hasNextPage;
    }
    expect(seen.sort()).toEqual(Array.from({ length: 9 }, (_, n) => `k${n}`));
  });

  it('gives cursors that say nothing about how much others were read', async () => {
    const cursorAmong = async (others: number): Promise<string> => {
      const bytes = (count: number) => Buffer.alloc(count, 7);
      const alone = new DisclosureLog({ connection: await store.connect(`cursor${others}`), clock, entropy: others === 0 ? bytes : randomBytes });
      await alone.open();
      for (let n = 0; n < others; n += 1) await alone.record({ viewer: KEI, owners: new Map([['na-ncb', shown(`n${n}`)]]) });
      await alone.record({ viewer: KEI, owners: new Map([['kr-ncb', shown('k1')]]) });
      const [row] = (await alone.list(['kr-ncb'], { first: 1, after: null })).disclosures;
      return Buffer.from(row?.cursor ?? '', 'base64url').toString().replace(row?.disclosure.id ?? '', 'ID');
    };
    expect(await cursorAmong(3)).toBe(await cursorAmong(0));
  });

  it.each(['', '!!', Buffer.from('[1,2]').toString('base64url'), Buffer.from('{"$gt":""}').toString('base64url')])('refuses the cursor %j as bad input', async (after) => {
    await expect(log.list(['kr-ncb'], { first: 1, after })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('resolves only when the entry stands', async () => {
    await Promise.all(Array.from({ length: 30 }, async (_, n) => {
      await log.record({ viewer: KEI, owners: new Map([['kr-ncb', shown(`k${n}`)]]) });
      expect(await entries().findOne({ 'owners.ids': `k${n}` })).not.toBeNull();
    }));
    expect(await verifyDisclosures(connection)).toEqual([]);
    expect(new Set((await entries().find().toArray()).map(({ chain }) => chain)).size).toBe(1);
  });

  it('rejects as UNAVAILABLE when it cannot be written, and goes on in a new chain afterwards', async () => {
    let blocked = true;
    const clashing = new DisclosureLog({ connection, clock, entropy: (bytes) => (blocked ? Buffer.alloc(bytes) : randomBytes(bytes)) });
    await clashing.record({ viewer: KEI, owners: new Map([['kr-ncb', shown('k1')]]) });
    await expect(clashing.record({ viewer: KEI, owners: new Map([['kr-ncb', shown('k2')]]) })).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    blocked = false;
    await clashing.record({ viewer: KEI, owners: new Map([['na-ncb', shown('n3')]]) }).catch(() => undefined);
    await clashing.record({ viewer: KEI, owners: new Map([['kr-ncb', shown('k4')]]) });
    expect(await idsListedFor('kr-ncb')).toEqual(expect.arrayContaining([['k1'], ['k4']]));
    expect(await verifyDisclosures(connection)).toEqual([]);
  });

  it('shows by its chain that an entry was changed or taken out', async () => {
    for (let n = 1; n <= 4; n += 1) await log.record({ viewer: KEI, owners: new Map([['kr-ncb', shown(`k${n}`)]]) });
    await entries().updateOne({ seq: 2 }, { $set: { caseReference: 'JP-8' } });
    expect(await verifyDisclosures(connection)).toMatchObject([{ seq: 2, fault: 'HASH' }]);
    await entries().deleteOne({ seq: 2 });
    expect(await verifyDisclosures(connection)).toMatchObject([{ seq: 2, fault: 'MISSING' }]);
  });

  it('shows that labels were changed or taken out', async () => {
    await log.record({ viewer: KEI, owners: new Map([['kr-ncb', shown('k1')]]) });
    await labelSetsOf(connection).updateOne({}, { $set: { labels: ['green'] } });
    expect(await verifyDisclosures(connection)).toMatchObject([{ seq: 1, fault: 'LABELS' }]);
    await labelSetsOf(connection).deleteOne({});
    expect(await verifyDisclosures(connection)).toMatchObject([{ seq: 1, fault: 'LABELS' }]);
  });
});
