import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openExchange, type Exchange } from '../../cli/open-exchange.js';
import { ARREST_TALLY } from '../../subgraphs/arrests/arrest/arrest.tally.js';
import { ARRESTS_TALLY_KINDS } from '../../subgraphs/arrests/tally-kinds.js';
import { ASSET_TALLY } from '../../subgraphs/assets/asset/asset.tally.js';
import { CodedError } from '../errors/coded-error.js';
import { ChainStore } from '../journal/chain-store.js';
import type { JournalDocument } from '../journal/json.js';
import { driverCollection } from '../journal/projection.js';
import { ask, officer } from '../testing/ask.js';
import { change, remove, type Changed } from '../testing/change.js';
import { openTestExchange, TEST_KEYS, type TestExchange } from '../testing/open-test-exchange.js';
import { authority, coordinatingBody } from '../testing/organisations.js';
import { startStore, type TestStore } from '../testing/start-store.js';
import type { Viewer } from '../viewer/viewer.js';
import { checkTallies } from './check-tallies.js';
import { SnapshotStore } from './snapshot.store.js';
import type { TallyConditions } from './tally-query.js';
import { freeze } from './tally-snapshot.js';
import { TallyState } from './tally-state.js';

const tokyo = officer('jp-ncb');
const windhoek = officer('na-ncb');
const outsider = officer('is-ncb');
const MOSAIC = 'interpol/mosaic';

let store: TestStore;
let one: TestExchange;
let references = 0;

beforeAll(async () => {
  store = await startStore();
  one = await openTestExchange({ store });
  await one.register(coordinatingBody('interpol'), authority('jp-ncb', 'JP'), authority('na-ncb', 'NA'), authority('is-ncb', 'IS'));
  await change(one, officer('interpol'), 'registerOperation', {
    reference: 'mosaic', name: 'Mosaic', start: '2026-03', handling: { tlp: 'GREEN' }, participants: [{ organisation: 'jp-ncb', role: 'LEAD' }, { organisation: 'na-ncb' }],
  });
});
afterAll(async () => {
  await one.close();
  await store.stop();
});

/** Another process over the same store. */
function openAnother(): Promise<Exchange> {
  return openExchange({ mongodbUri: store.uri, databasePrefix: store.databasePrefix, keys: TEST_KEYS, clock: one.clock });
}

async function arrest(country: string, handling: object = { tlp: 'GREEN' }): Promise<Changed> {
  references += 1;
  return change(one, windhoek, 'recordArrest', { reference: `A-${references}`, operation: MOSAIC, country, day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling });
}

async function count({ arrests }: Exchange, viewer: Viewer, where: TallyConditions = {}, asOf: Date | null = null): Promise<number> {
  return (await arrests.runtime.tallies.answer(viewer, ARREST_TALLY, { where, by: [], asOf })).count;
}

describe('a tally', () => {
  it('counts at once what another process has acknowledged', async () => {
    const other = await openAnother();
    try {
      for (let number = 1; number <= 3; number += 1) {
        await arrest('FJ');
        expect([await count(other, tokyo, { country: 'FJ' }), await count(one.exchange, tokyo, { country: 'FJ' })]).toEqual([number, number]);
      }
    } finally {
      await other.close();
    }
  });

  it('counts for each reader what that reader may see, and for a dashboard CLEAR and GREEN', async () => {
    for (const tlp of ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED']) await arrest('NR', { tlp });
    const where = { country: 'NR' };
    const dashboard = officer('is-ncb', { roles: ['dashboard'] });
    const readers = [windhoek, tokyo, officer('jp-ncb', { purpose: null }), outsider, dashboard, officer('na-ncb', { roles: [] })];
    expect(await Promise.all(readers.map((viewer) => count(one.exchange, viewer, where)))).toEqual([5, 3, 2, 2, 2, 0]);
  });

  it('says at each instant what was recorded then, under the rights of today', async () => {
    const where = { country: 'TO' };
    const instants: Date[] = [];
    const tick = async (): Promise<void> => {
      instants.push(one.clock.now());
      await one.moveClock(1_000);
    };
    const asOf = (viewer: Viewer): Promise<number[]> => Promise.all(instants.map((instant) => count(one.exchange, viewer, where, instant)));
    await tick();
    const { id, version } = await arrest('TO');
    await tick();
    const moved = await change(one, windhoek, 'correctArrest', { id, version, country: 'WS' });
    await tick();
    const back = await change(one, windhoek, 'correctArrest', { id, version: moved.version, country: 'TO' });
    await tick();
    expect(await asOf(outsider)).toEqual([0, 1, 0, 1]);
    const hidden = await change(one, windhoek, 'relabelArrest', { id, version: back.version, handling: { tlp: 'RED' } });
    expect([await asOf(outsider), await asOf(windhoek)]).toEqual([[0, 0, 0, 0], [0, 1, 0, 1]]);
    const release = { to: { organisation: 'is-ncb' }, purpose: 'SUPPORT_INVESTIGATION', until: '2026-12-01T00:00:00.000Z', withIdentity: false };
    const released = await change(one, windhoek, 'releaseArrest', { id, version: hidden.version, release });
    expect([await asOf(outsider), await asOf(tokyo)]).toEqual([[0, 1, 0, 1], [0, 0, 0, 0]]);
    await change(one, windhoek, 'recallArrestRelease', { id, releaseId: released.releases?.[0]?.id });
    expect(await asOf(outsider)).toEqual([0, 0, 0, 0]);
    const { version: last } = await change(one, windhoek, 'relabelArrest', { id, version: (await read(id)).version, handling: { tlp: 'CLEAR' } });
    await remove(one, windhoek, 'retractArrest', { id, version: last });
    await tick();
    expect([await asOf(outsider), await count(one.exchange, outsider, where)]).toEqual([[0, 1, 0, 1, 0], 0]);
    await remove(one, windhoek, 'eraseArrest', { id, version: last });
    expect([await asOf(outsider), await asOf(windhoek)]).toEqual([[0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]);
  });

  it('does not leave before what it tells of others is written down', async () => {
    await arrest('KI', { tlp: 'AMBER' });
    const { disclosures } = one.exchange.arrests.runtime;
    const before = await disclosures.list(['na-ncb'], { first: 200, after: null });
    expect(await count(one.exchange, tokyo, { country: 'KI' })).toBe(1);
    const after = await disclosures.list(['na-ncb'], { first: 200, after: null });
    expect(after.disclosures.length - before.disclosures.length).toBe(1);
    expect(after.disclosures[0]?.disclosure).toMatchObject({ counted: 1, ids: [], viewer: { organisation: 'jp-ncb' } });
    const failing = jest.spyOn(disclosures, 'record').mockRejectedValue(new CodedError('UNAVAILABLE', 'no log'));
    try {
      await expect(count(one.exchange, tokyo, { country: 'KI' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      expect(await count(one.exchange, windhoek, { country: 'KI' })).toBe(1);
    } finally {
      failing.mockRestore();
    }
  });

  it('counts an asset once and each part of it in its state', async () => {
    const asset = await change(one, windhoek, 'recordAsset', {
      reference: 'S-1', country: 'TV', day: '2026-04-01', kind: 'BANK_ACCOUNT', custodyState: 'FROZEN', value: { amount: '100', currency: 'USD' }, handling: { tlp: 'GREEN' },
    });
    await change(one, windhoek, 'moveAsset', { id: asset.id, version: asset.version, day: '2026-04-02', from: 'FROZEN', to: 'SEIZED', amount: '30', legalBasis: 'Order 1' });
    const { tallies } = one.exchange.assets.runtime;
    const answer = await tallies.answer(tokyo, ASSET_TALLY, { where: { country: 'TV' }, by: ['custodyState'], asOf: null });
    expect(answer).toMatchObject({
      count: 1,
      sums: [{ minorUnits: '10000', count: 1 }],
      rows: [
        { key: ['FROZEN'], count: 1, sums: [{ minorUnits: '7000' }] },
        { key: ['SEIZED'], count: 1, sums: [{ minorUnits: '3000' }] },
      ],
    });
    expect(await tallies.answer(tokyo, ASSET_TALLY, { where: { country: 'TV', custodyState: 'SEIZED' }, by: [], asOf: null })).toMatchObject({ count: 1, sums: [{ minorUnits: '3000', count: 1 }] });
  });
});

/** An arrest as it stands, for the version that a release has changed. */
async function read(id: string): Promise<{ version: string }> {
  const { data } = await ask(one, windhoek, 'query ($id: ID!) { arrest(id: $id) { version } }', { id });
  return (data as { arrest: { version: string } }).arrest;
}

describe('a snapshot', () => {
  const connectionTo = () => one.exchange.arrests.runtime.connection;
  const snapshots = (): SnapshotStore => new SnapshotStore(connectionTo(), one.entropy.of('snapshots'));

  /** One that would be taken for the real one, and says that Windhoek has made no arrest but a single one in Atlantis. */
  async function writeImposter(): Promise<Buffer> {
    const chains = new ChainStore(connectionTo());
    const heads = [];
    for (const chain of await chains.chains()) {
      const entry = await chains.entry(chain, chain.seq);
      if (entry !== null) heads.push({ owner: chain.owner, seq: entry.seq, hash: entry.hash });
    }
    const record = await driverCollection<JournalDocument & { _id: string }>(connectionTo(), 'arrests').findOne({ countedUnder: { $type: 'string' }, state: 'RECORDED', originator: 'na-ncb' });
    if (record === null) throw new Error('There is no arrest.');
    const { _id, ...after } = record;
    const state = TallyState.empty(ARRESTS_TALLY_KINDS, () => undefined);
    state.fold({ owner: 'na-ncb', seq: 1, hash: '', changes: [{ collection: 'arrests', id: _id, fate: 'kept', before: null, after: { ...after, country: 'AQ' } }] });
    const bytes = Buffer.concat(freeze(new TallyState(state.labels, state.kinds.values(), heads)));
    await snapshots().write(bytes, one.clock.now());
    return bytes;
  }

  async function countedByANewProcess(): Promise<number> {
    const other = await openAnother();
    try {
      return await count(other, windhoek);
    } finally {
      await other.close();
    }
  }

  const chunks = () => driverCollection<{ _id: string; data: unknown; generation: string }>(connectionTo(), 'tallySnapshotChunks');
  const pointers = () => driverCollection<{ _id: string; checksum: string }>(connectionTo(), 'tallySnapshots');

  it('is taken up by the next process, which then knows nothing else', async () => {
    await writeImposter();
    expect(await countedByANewProcess()).toBe(1);
  });

  it('keeps double claims, and one that says otherwise is found out', async () => {
    const theirs = await arrest('PW');
    const ours = await change(one, tokyo, 'recordArrest', { reference: 'A-PW', operation: MOSAIC, country: 'PW', day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp: 'GREEN' } });
    const proposed = await change(one, windhoek, 'proposeArrestDoubleClaim', { id: theirs.id, version: theirs.version, other: ours.id, counts: ours.id });
    await change(one, tokyo, 'acceptArrestDoubleClaim', { id: ours.id, version: ours.version, other: theirs.id, counts: ours.id });
    await one.exchange.arrests.runtime.tallies.writeSnapshot();
    const once = async ({ arrests }: Exchange): Promise<number[]> => {
      const { count, countedOnce } = await arrests.runtime.tallies.answer(windhoek, ARREST_TALLY, { where: { country: 'PW' }, by: [], asOf: null });
      return [count, countedOnce.count];
    };
    const other = await openAnother();
    try {
      expect([await once(other), await once(one.exchange)]).toEqual([[2, 1], [2, 1]]);
      await change(one, windhoek, 'withdrawArrestDoubleClaim', { id: theirs.id, version: proposed.version, other: ours.id });
      expect([await once(other), await once(one.exchange)]).toEqual([[2, 2], [2, 2]]);
    } finally {
      await other.close();
    }
    const check = () => checkTallies({ connection: connectionTo(), snapshots: snapshots(), kinds: ARRESTS_TALLY_KINDS });
    const sound = await check();
    // What was said and taken back in one millisecond was said at no instant.
    expect([sound.findings, sound.collections.map(({ claims }) => claims)]).toEqual([[], [1, 0]]);
    const records = driverCollection<{ _id: string; claims: unknown }>(connectionTo(), 'arrests');
    const kept = await records.findOne({ _id: ours.id });
    await records.updateOne({ _id: ours.id }, { $set: { claims: [] } });
    expect((await check()).findings).toEqual([expect.objectContaining({ checked: 'RECORDS', collection: 'arrests', cells: 0, deltas: 0, claims: 1 })]);
    await records.updateOne({ _id: ours.id }, { $set: { claims: kept?.claims } });
  });

  it('that differs from the chains is found out', async () => {
    await one.exchange.arrests.runtime.tallies.writeSnapshot();
    const check = () => checkTallies({ connection: connectionTo(), snapshots: snapshots(), kinds: ARRESTS_TALLY_KINDS });
    const sound = await check();
    expect([sound.snapshot, sound.findings]).toEqual([true, []]);
    expect(sound.collections.map(({ cells }) => cells > 0)).toEqual([true, false]);
    await writeImposter();
    const { findings } = await check();
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ checked, collection, label }) => checked === 'SNAPSHOT' && collection === 'arrests' && label !== '')).toBe(true);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['lost', () => pointers().deleteMany({})],
    ['in part lost', () => chunks().deleteMany({})],
    ['damaged', async () => {
      const [chunk] = await chunks().find().toArray();
      return chunks().updateOne({ _id: chunk?._id ?? '' }, { $set: { data: Buffer.from('something else') } });
    }],
    ['of another checksum', () => pointers().updateOne({ _id: 'current' }, { $set: { checksum: '0' } })],
    ['of another format', async () => {
      const bytes = await writeImposter();
      return snapshots().write(Buffer.from(bytes.toString('latin1').replace(/"format":"\d+-/, '"format":"0-'), 'latin1'), one.clock.now());
    }],
    ['not of these chains', async () => {
      const bytes = await writeImposter();
      return snapshots().write(Buffer.from(bytes.toString('latin1').replaceAll(/"hash":"[0-9a-f]{4}/g, '"hash":"0000'), 'latin1'), one.clock.now());
    }],
    ['ahead of the chains', async () => {
      const bytes = await writeImposter();
      return snapshots().write(Buffer.from(bytes.toString('latin1').replace(/"seq":\d/, '"seq":9'), 'latin1'), one.clock.now());
    }],
  ])('that is %s is as if there were none', async (_, harm) => {
    await writeImposter();
    await harm();
    expect(await countedByANewProcess()).toBe(await count(one.exchange, windhoek));
    expect(await count(one.exchange, windhoek)).toBeGreaterThan(1);
  });

  it('that is half written leaves the one before it as it is', async () => {
    await writeImposter();
    const [chunk] = await chunks().find().toArray();
    await chunks().insertOne({ _id: 'half/0', generation: 'half', data: chunk?.data });
    expect(await countedByANewProcess()).toBe(1);
  });

  it('is followed by what was written since', async () => {
    await writeImposter();
    await arrest('VU');
    expect(await countedByANewProcess()).toBe(2);
  });

  it('takes the place of the one before it', async () => {
    await writeImposter();
    await one.exchange.arrests.runtime.tallies.writeSnapshot();
    expect(await countedByANewProcess()).toBe(await count(one.exchange, windhoek));
  });
});
