import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo, Schema, type Connection } from 'mongoose';
import type { AppliedEntry } from '../../shared/journal/applied-entry.js';
import { ChainStore } from '../../shared/journal/chain-store.js';
import type { JournalEntry } from '../../shared/journal/entry.js';
import { InvalidDraftError, type JournalDocument } from '../../shared/journal/json.js';
import { projectionOf, type Projection } from '../../shared/journal/projection.js';
import { receiptIsGenuine } from '../../shared/journal/receipt.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { clock, countUp, entriesOf, OFFICER, openJournal, record, requireWritten, signer, stored } from './journal-fixture.js';

let store: TestStore;
let connection: Connection;
let databases = 0;

beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  connection = await store.connect(`write${(databases += 1)}`);
});

describe('Journal.write', () => {
  it('answers with a signed receipt once the entry and the record stand', async () => {
    const journal = await openJournal(connection);
    const { seq, hash, receipt } = await record(journal, 'jp-ncb', 'a1', { state: 'HELD', suspectName: 'Ito' });

    expect(seq).toBe(1);
    expect(receipt).toMatchObject({ subgraph: 'arrests', owner: 'jp-ncb', seq: 1, hash });
    expect(receiptIsGenuine(receipt, signer)).toBe(true);
    expect(receiptIsGenuine({ ...receipt, seq: 2 }, signer)).toBe(false);
    expect(await stored(connection, 'a1')).toEqual({ _id: 'a1', state: 'HELD', suspectName: 'Ito', appliedSeq: 1, appliedChain: 'jp-ncb' });
    await journal.close();
  });

  it('keeps personal data out of the facts, before-images included', async () => {
    const journal = await openJournal(connection);
    await record(journal, 'jp-ncb', 'a1', { state: 'HELD', suspectName: 'Ito' });
    await record(journal, 'jp-ncb', 'a1', { state: 'CHARGED', suspectName: 'Ito Kei' });

    const [, second] = await entriesOf(connection, 'jp-ncb');
    expect(second).toMatchObject({
      ownerCountry: 'JP', seq: 2, actor: OFFICER, action: 'RECORD_ARREST', subject: 'a1',
      facts: { changes: [{ previous: 1, before: { state: 'HELD' }, after: { state: 'CHARGED' } }] },
      personal: [{ after: { suspectName: 'Ito Kei' } }],
    });
    expect(JSON.stringify(second?.facts)).not.toContain('Ito');
    await journal.close();
  });

  it('keeps dollar signs, decimal strings and null as data', async () => {
    const journal = await openJournal(connection);
    const odd: JournalDocument = { name: '$state', amount: '115792089237316195423570985008687907853', note: null, list: [1, { deep: '$$ROOT' }], count: Number.MAX_SAFE_INTEGER };
    await record(journal, 'jp-ncb', 'a1', { name: 'plain' });
    await record(journal, 'jp-ncb', 'a1', odd);
    expect(await stored(connection, 'a1')).toMatchObject(odd);
    await journal.close();
  });

  it.each<[string, unknown]>([
    ['a date', { day: new Date(0) }],
    ['a fraction', { amount: 1.5 }],
    ['a number beyond 2^53', { amount: 2 ** 53 }],
    ['undefined', { name: undefined }],
    ['a bigint', { amount: 1n }],
    ['half a surrogate pair', { name: '\ud800' }],
    ['an operator as key', { $set: 1 }],
    ['a path as key', { 'a.b': 1 }],
    ['a key of the journal', { appliedSeq: 9 }],
  ])('refuses %s, and writes nothing', async (_, after) => {
    const journal = await openJournal(connection);
    await expect(record(journal, 'jp-ncb', 'a1', after as JournalDocument)).rejects.toThrow(InvalidDraftError);
    expect(await entriesOf(connection, 'jp-ncb')).toEqual([]);
    await journal.close();
  });

  it('refuses a draft of 1,501 changes, and takes one of 1,500: 500 records, each with two labels of its own', async () => {
    const journal = await openJournal(connection);
    const changes = Array.from({ length: 1_501 }, (_, n) => ({ collection: 'arrests', id: `a${n}`, after: { n } }));
    const write = (count: number) => journal.write({ owner: 'jp-ncb', actor: OFFICER, prepare: () => Promise.resolve({ action: 'IMPORT', subject: 'file', changes: changes.slice(0, count) }) });
    await expect(write(1_501)).rejects.toThrow(InvalidDraftError);
    expect(requireWritten(await write(1_500)).seq).toBe(1);
    await journal.close();
  });

  describe('where the store keeps an index', () => {
    const arrests = (): Projection => {
      const schema = new Schema({ code: String, place: Schema.Types.Mixed }, { collection: 'arrests' });
      schema.index({ code: 1, 'place.town': 1 });
      return projectionOf(connection.model('Arrest', schema), { personal: [] });
    };

    it.each<[string, string, JournalDocument]>([
      ['a value', 'a1', { code: 'x'.repeat(451) }],
      ['a value of few characters and many bytes', 'a1', { code: '光'.repeat(151) }],
      ['a value deep in the record', 'a1', { code: 'x', place: { town: 'y'.repeat(451) } }],
      ['a list', 'a1', { code: ['x'] }],
      ['an id', 'a'.repeat(451), { code: 'x' }],
    ])('refuses %s that a key could not hold, writes nothing and goes on', async (_, id, after) => {
      const journal = await openJournal(connection, { projections: [arrests()] });
      await connection.models['Arrest']?.init();
      await expect(record(journal, 'jp-ncb', id, after)).rejects.toThrow(InvalidDraftError);
      expect(await entriesOf(connection, 'jp-ncb')).toEqual([]);
      expect((await record(journal, 'jp-ncb', 'a2', { code: 'x'.repeat(450), place: { town: 'y'.repeat(450) }, note: 'z'.repeat(3_000) })).seq).toBe(1);
      await journal.close();
    });
  });

  it('writes nothing for a refusal or for what is so already', async () => {
    const journal = await openJournal(connection);
    const refused = await journal.write<string>({ owner: 'jp-ncb', actor: OFFICER, prepare: () => Promise.resolve({ refused: 'not yours' }) });
    const unchanged = await journal.write<never, string>({ owner: 'jp-ncb', actor: OFFICER, prepare: () => Promise.resolve({ unchanged: 'a1' }) });
    expect([refused, unchanged]).toEqual([{ refused: 'not yours' }, { unchanged: 'a1' }]);
    expect(await entriesOf(connection, 'jp-ncb')).toEqual([]);
    await journal.close();
  });

  it('does not go back in time when the clock does', async () => {
    const journal = await openJournal(connection);
    const first = await record(journal, 'jp-ncb', 'a1', { state: 'HELD' });
    clock.advance(-60_000);
    const second = await record(journal, 'jp-ncb', 'a1', { state: 'FREE' });
    clock.advance(60_000);
    expect(second.at).toEqual(first.at);
    await journal.close();
  });

  it('refuses to let one owner change the record of another', async () => {
    const journal = await openJournal(connection);
    await record(journal, 'jp-ncb', 'a1', { state: 'HELD' });
    await expect(record(journal, 'kr-ncb', 'a1', { state: 'FREE' })).rejects.toThrow(InvalidDraftError);
    await journal.close();
  });

  it('lets a removed record stay as a tombstone that can be written again', async () => {
    const journal = await openJournal(connection);
    await record(journal, 'jp-ncb', 'a1', { state: 'HELD' });
    await record(journal, 'jp-ncb', 'a1', null);
    expect(await stored(connection, 'a1')).toEqual({ _id: 'a1', appliedSeq: 2, appliedChain: 'jp-ncb', tombstone: 'removed' });
    await record(journal, 'jp-ncb', 'a1', { state: 'FREE' });
    expect(await stored(connection, 'a1')).toMatchObject({ state: 'FREE', appliedSeq: 3 });
    await journal.close();
  });
});

describe('a journal that cannot append', () => {
  class RefusingStore extends ChainStore {
    override append(): Promise<void> {
      return Promise.reject(new mongo.MongoServerError({ message: 'not enough space', code: 14031 }));
    }
  }

  it('fails the write, with an error the reader may see, and changes nothing', async () => {
    const journal = await openJournal(connection, {}, { chains: new RefusingStore(connection) });
    await expect(record(journal, 'jp-ncb', 'a1', { state: 'HELD' })).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    expect(await entriesOf(connection, 'jp-ncb')).toEqual([]);
    expect(await stored(connection, 'a1')).toBeNull();
    await journal.close();
  });

  it('fails only the entry that the store refuses, and writes those behind it', async () => {
    class PickyStore extends ChainStore {
      override async append(entries: readonly JournalEntry[]): Promise<void> {
        const refused = entries.findIndex(({ subject }) => subject === 'bad');
        const good = refused === -1 ? entries : entries.slice(0, refused);
        if (good.length > 0) await super.append(good);
        if (refused !== -1) throw new mongo.MongoServerError({ message: 'document failed validation', code: 121 });
      }
    }
    const journal = await openJournal(connection, {}, { chains: new PickyStore(connection) });
    const outcomes = await Promise.allSettled(['a1', 'a2', 'bad', 'a3', 'a4'].map((id) => record(journal, 'jp-ncb', id, { id })));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect((await entriesOf(connection, 'jp-ncb')).map(({ subject }) => subject)).toEqual(['a1', 'a2', 'a3', 'a4']);
    await journal.close();
  });
});

describe('group commit', () => {
  it('keeps the order of the commands and shows each what those before it will have done', async () => {
    let appends = 0;
    class CountingStore extends ChainStore {
      override append(entries: readonly JournalEntry[]): Promise<void> {
        appends += 1;
        return super.append(entries);
      }
    }
    const journal = await openJournal(connection, {}, { chains: new CountingStore(connection) });
    const written = await Promise.all(Array.from({ length: 40 }, () => countUp(journal, 'jp-ncb', 'counter')));
    expect(written.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect((await stored(connection, 'counter'))?.['count']).toBe(40);
    expect(appends).toBeLessThan(5);
    await journal.close();
  });

  it('lets sixteen processes write one chain: none starves, nothing is lost, no number is missing', async () => {
    const journals = await Promise.all(Array.from({ length: 16 }, async () => openJournal(connection)));
    await Promise.all(journals.map(async (journal) => {
      for (let n = 0; n < 4; n += 1) await countUp(journal, 'jp-ncb', 'counter');
    }));
    const entries = await entriesOf(connection, 'jp-ncb');
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 64 }, (_, n) => n + 1));
    expect((await stored(connection, 'counter'))?.['count']).toBe(64);
    await Promise.all(journals.map((journal) => journal.close()));
  });
});

describe('followers', () => {
  it('hear own entries before the write answers, and those of other processes at the next look', async () => {
    const [tokyo, seoul] = [await openJournal(connection), await openJournal(connection)];
    const heard: string[] = [];
    tokyo.follow(({ owner, seq }) => { heard.push(`${owner} ${seq}`); });

    await record(tokyo, 'jp-ncb', 'a1', { state: 'HELD' });
    expect(heard).toEqual(['jp-ncb 1']);
    await record(seoul, 'kr-ncb', 'a2', { state: 'HELD' });
    await record(seoul, 'jp-ncb', 'a1', { state: 'FREE' });
    await tokyo.catchUp();
    expect([...heard].sort()).toEqual(['jp-ncb 1', 'jp-ncb 2', 'kr-ncb 1']);
    await tokyo.close();
    await seoul.close();
  });

  it('replay what was and go on without a gap', async () => {
    const journal = await openJournal(connection);
    await record(journal, 'jp-ncb', 'a1', { state: 'HELD', suspectName: 'Ito' });
    await record(journal, 'jp-ncb', 'a1', { state: 'FREE', suspectName: 'Ito' });
    const heard: AppliedEntry[] = [];
    await journal.replay((entry) => { heard.push(entry); });
    await record(journal, 'jp-ncb', 'a1', null);
    expect(heard.map(({ seq, changes }) => [seq, changes[0]?.before, changes[0]?.after])).toEqual([
      [1, null, { state: 'HELD', suspectName: 'Ito' }],
      [2, { state: 'HELD' }, { state: 'FREE', suspectName: 'Ito' }],
      [3, { state: 'FREE' }, null],
    ]);
    await journal.close();
  });

  it('that fail are told again from the same entry, and do not unmake the write', async () => {
    const faults: unknown[] = [];
    const journal = await openJournal(connection, { onFault: (fault) => { faults.push(fault); } });
    const heard: number[] = [];
    let broken = true;
    journal.follow(({ seq }) => {
      if (broken) throw new Error('not now');
      heard.push(seq);
    });
    await record(journal, 'jp-ncb', 'a1', { state: 'HELD' });
    await record(journal, 'jp-ncb', 'a1', { state: 'FREE' });
    broken = false;
    await journal.catchUp();
    expect(heard).toEqual([1, 2]);
    expect(faults).not.toHaveLength(0);
    await journal.close();
  });
});
