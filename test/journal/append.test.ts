import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo, type Connection } from 'mongoose';
import { ChainStore } from '../../shared/journal/chain-store.js';
import type { JournalEntry } from '../../shared/journal/entry.js';
import { projectionOf, type FoldChange } from '../../shared/journal/projection.js';
import { signedHeads } from '../../shared/journal/signed-heads.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { arrestsOf, countUp, entriesOf, OFFICER, openJournal, record, stored } from './journal-fixture.js';

let store: TestStore;
let connection: Connection;
let databases = 0;

beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  connection = await store.connect(`append${(databases += 1)}`);
});

const lost = () => new mongo.MongoNetworkError('connection lost');

describe('an append without an answer', () => {
  it('is a success when the entry stands: the command is not written twice', async () => {
    class LosingStore extends ChainStore {
      override async append(entries: readonly JournalEntry[]): Promise<void> {
        await super.append(entries);
        throw lost();
      }
    }
    const journal = await openJournal(connection, {}, { chains: new LosingStore(connection) });
    expect((await countUp(journal, 'jp-ncb', 'counter')).seq).toBe(1);
    expect(await entriesOf(connection, 'jp-ncb')).toHaveLength(1);
    await journal.close();
  });

  it('is repeated with the same bytes when nothing stands', async () => {
    const tried: string[] = [];
    class HesitantStore extends ChainStore {
      override append(entries: readonly JournalEntry[]): Promise<void> {
        tried.push(JSON.stringify(entries));
        return tried.length < 3 ? Promise.reject(lost()) : super.append(entries);
      }
    }
    const journal = await openJournal(connection, {}, { chains: new HesitantStore(connection) });
    await countUp(journal, 'jp-ncb', 'counter');
    expect(new Set(tried).size).toBe(1);
    expect(await entriesOf(connection, 'jp-ncb')).toHaveLength(1);
    await journal.close();
  });

  it('acknowledges the part of a group that stands and decides the rest anew', async () => {
    let first = true;
    class HalfStore extends ChainStore {
      override async append(entries: readonly JournalEntry[]): Promise<void> {
        if (!first || entries.length < 3) return super.append(entries);
        first = false;
        await super.append(entries.slice(0, 2));
        throw lost();
      }
    }
    const journal = await openJournal(connection, {}, { chains: new HalfStore(connection) });
    await Promise.all(Array.from({ length: 8 }, () => countUp(journal, 'jp-ncb', 'counter')));
    expect(first).toBe(false);
    expect((await entriesOf(connection, 'jp-ncb')).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await stored(connection, 'counter'))?.['count']).toBe(8);
    await journal.close();
  });

  it('that stays unanswered fails as UNAVAILABLE; what it left is applied at the next look', async () => {
    let silent = true;
    class SilentStore extends ChainStore {
      override async append(entries: readonly JournalEntry[]): Promise<void> {
        await super.append(entries);
        throw lost();
      }
      override slots(...range: Parameters<ChainStore['slots']>): Promise<JournalEntry[]> {
        return silent ? Promise.reject(lost()) : super.slots(...range);
      }
    }
    const journal = await openJournal(connection, {}, { chains: new SilentStore(connection) });
    await expect(countUp(journal, 'jp-ncb', 'counter')).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    expect(await stored(connection, 'counter')).toBeNull();
    silent = false;
    await journal.catchUp();
    expect((await stored(connection, 'counter'))?.['count']).toBe(1);
    await journal.close();
  });
});

describe('a lost race', () => {
  it('repeats the validation: what was true a moment ago may be refused now', async () => {
    const rival = await openJournal(connection);
    let overtaken = false;
    class OvertakenStore extends ChainStore {
      override async append(entries: readonly JournalEntry[]): Promise<void> {
        if (!overtaken) await record(rival, 'jp-ncb', 'a1', { state: 'FREE' });
        overtaken = true;
        return super.append(entries);
      }
    }
    const journal = await openJournal(connection, {}, { chains: new OvertakenStore(connection) });
    const outcome = await journal.write<string>({
      owner: 'jp-ncb', actor: OFFICER,
      prepare: async ({ current }) =>
        (await current('arrests', 'a1')) === null
          ? { action: 'RECORD_ARREST', subject: 'a1', changes: [{ collection: 'arrests', id: 'a1', after: { state: 'HELD' } }] }
          : { refused: 'it is there already' },
    });
    expect(outcome).toEqual({ refused: 'it is there already' });
    expect((await stored(connection, 'a1'))?.['state']).toBe('FREE');
    await journal.close();
    await rival.close();
  });
});

describe('a projection', () => {
  const change = (seq: number, previous: number | null, state: string | null): FoldChange => ({
    id: 'a1', seq, previous, chain: 'jp-ncb', fate: state === null ? 'removed' : 'kept', after: state === null ? null : { state },
  });

  it('is not moved by an applier that comes late or comes twice', async () => {
    const arrests = arrestsOf(connection);
    const history = [change(1, null, 'HELD'), change(2, 1, 'CHARGED'), change(5, 2, null), change(7, 5, 'FREE')];
    await arrests.apply(history);
    for (let from = 0; from < history.length; from += 1) await arrests.apply(history.slice(from));
    for (const late of history) await arrests.apply([late]);
    expect(await stored(connection, 'a1')).toEqual({ _id: 'a1', state: 'FREE', appliedSeq: 7, appliedChain: 'jp-ncb' });
  });

  it('keeps a removed record removed when its creation is applied late', async () => {
    const arrests = projectionOf(connection.collection('arrests'), { personal: [] });
    await arrests.apply([change(1, null, 'HELD'), change(2, 1, null)]);
    await arrests.apply([change(1, null, 'HELD')]);
    expect(await stored(connection, 'a1')).toMatchObject({ tombstone: 'removed', appliedSeq: 2 });
  });
});

describe('opening', () => {
  it('applies what a process left behind that died after its append', async () => {
    class DyingStore extends ChainStore {
      override async append(entries: readonly JournalEntry[]): Promise<void> {
        await super.append(entries);
        this.dead = true;
      }
      override slots(...range: Parameters<ChainStore['slots']>): Promise<JournalEntry[]> {
        return this.dead ? Promise.reject(new Error('the process died')) : super.slots(...range);
      }
      override advance(owner: string, seq: number): Promise<void> {
        return this.dead ? Promise.reject(new Error('the process died')) : super.advance(owner, seq);
      }
      private dead = false;
    }
    const dying = await openJournal(connection, {}, { chains: new DyingStore(connection) });
    await expect(countUp(dying, 'jp-ncb', 'counter')).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });

    const heard: number[] = [];
    const next = await openJournal(connection);
    await next.replay(({ seq }) => { heard.push(seq); });
    expect((await stored(connection, 'counter'))?.['count']).toBe(1);
    expect(heard).toEqual([1]);
    await next.close();
  });

  it('refuses to serve from a chain whose applied end is missing or altered', async () => {
    const journal = await openJournal(connection);
    await countUp(journal, 'jp-ncb', 'counter');
    await journal.close();
    await connection.collection('journal').updateOne({ owner: 'jp-ncb' }, { $set: { action: 'OTHER' } });
    await expect(openJournal(connection)).rejects.toThrow('verify-journal');
    await connection.collection('journal').deleteOne({ owner: 'jp-ncb' });
    await expect(openJournal(connection)).rejects.toThrow('verify-journal');
  });
});

describe('closing', () => {
  it('signs each head that moved, once', async () => {
    const journal = await openJournal(connection);
    await countUp(journal, 'jp-ncb', 'counter');
    await countUp(journal, 'jp-ncb', 'counter');
    await journal.close();
    await (await openJournal(connection)).close();
    expect(await signedHeads(connection).find().toArray()).toMatchObject([{ owner: 'jp-ncb', seq: 2 }]);
    await expect(countUp(journal, 'jp-ncb', 'counter')).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  });
});
