import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { ChainStore } from '../../shared/journal/chain-store.js';
import type { Journal, WriteOutcome } from '../../shared/journal/journal.js';
import { InvalidDraftError } from '../../shared/journal/json.js';
import { verifyJournal } from '../../shared/journal/verify-journal.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { entriesOf, OFFICER, openJournal, record, requireWritten, signer, stored } from './journal-fixture.js';

let store: TestStore;
let connection: Connection;
let databases = 0;

beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  connection = await store.connect(`erasure${(databases += 1)}`);
});

function erase(journal: Journal, owner: string, ...ids: string[]): Promise<WriteOutcome<never, never>> {
  const records = ids.map((id) => ({ collection: 'arrests', id }));
  return journal.erase({ owner, actor: OFFICER, prepare: () => Promise.resolve({ subject: ids.join(), records }) });
}

async function everyByte(): Promise<string> {
  const collections = (await connection.db?.collections()) ?? [];
  const documents = await Promise.all(collections.map((collection) => collection.find().toArray()));
  return JSON.stringify(documents);
}

const verify = () => verifyJournal({ subgraph: 'arrests', connection, verifier: signer });

describe('Journal.erase', () => {
  it('takes every personal byte of the record away and leaves the chain verifiable', async () => {
    const journal = await openJournal(connection);
    await record(journal, 'jp-ncb', 'a1', { state: 'HELD', suspectName: 'Ito Kei' });
    await record(journal, 'jp-ncb', 'a2', { state: 'HELD', suspectName: 'Mori Aya' });
    await record(journal, 'jp-ncb', 'a1', { state: 'CHARGED', suspectName: 'Ito Keiko' });
    expect(await everyByte()).toContain('Ito Kei');

    expect(requireWritten(await erase(journal, 'jp-ncb', 'a1')).draft.action).toBe('ERASE');
    expect(await everyByte()).not.toContain('Ito');
    expect(await everyByte()).toContain('Mori Aya');
    expect(await stored(connection, 'a1')).toEqual({ _id: 'a1', appliedSeq: 4, appliedChain: 'jp-ncb', tombstone: 'erased' });
    expect((await verify()).findings).toEqual([]);
    await journal.close();
  });

  it('tells the followers what the record had contributed', async () => {
    const journal = await openJournal(connection);
    await record(journal, 'jp-ncb', 'a1', { state: 'HELD', suspectName: 'Ito Kei' });
    const heard: unknown[] = [];
    journal.follow(({ changes }) => { heard.push(changes); });
    await erase(journal, 'jp-ncb', 'a1');
    expect(heard).toEqual([[{ collection: 'arrests', id: 'a1', fate: 'erased', before: { state: 'HELD' }, after: null }]]);
    await journal.close();
  });

  it('erases one person of an import and keeps the others', async () => {
    const journal = await openJournal(connection);
    const changes = ['Ito', 'Mori', 'Sato'].map((suspectName, n) => ({ collection: 'arrests', id: `a${n}`, after: { n, suspectName } }));
    await journal.write({ owner: 'jp-ncb', actor: OFFICER, prepare: () => Promise.resolve({ action: 'IMPORT', subject: 'file', changes }) });
    await erase(journal, 'jp-ncb', 'a1');

    const [entry] = await entriesOf(connection, 'jp-ncb');
    expect(entry?.personal.map((part) => part?.after)).toEqual([{ suspectName: 'Ito' }, undefined, { suspectName: 'Sato' }]);
    expect(entry?.personal.map((part) => part?.salt !== undefined)).toEqual([true, false, true]);
    expect((await verify()).findings).toEqual([]);
    await journal.close();
  });

  it('also erases what was removed before, and is final', async () => {
    const journal = await openJournal(connection);
    await record(journal, 'jp-ncb', 'a1', { state: 'HELD', suspectName: 'Ito' });
    await record(journal, 'jp-ncb', 'a1', null);
    await erase(journal, 'jp-ncb', 'a1');
    expect(await everyByte()).not.toContain('Ito');
    await expect(record(journal, 'jp-ncb', 'a1', { state: 'HELD' })).rejects.toThrow(InvalidDraftError);
    await journal.close();
  });

  it('is finished by the next process when one dies between the entry and the data', async () => {
    class DyingStore extends ChainStore {
      override shred(): Promise<void> {
        return Promise.reject(new Error('the process died'));
      }
    }
    const dying = await openJournal(connection, {}, { chains: new DyingStore(connection) });
    await record(dying, 'jp-ncb', 'a1', { state: 'HELD', suspectName: 'Ito' });
    await expect(erase(dying, 'jp-ncb', 'a1')).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    expect((await verify()).findings).toEqual([{ ownerCountry: 'JP', owner: 'jp-ncb', seq: 1, fault: 'UNFINISHED_ERASURE' }]);

    const next = await openJournal(connection);
    expect(await everyByte()).not.toContain('Ito');
    expect((await verify()).findings).toEqual([]);
    await next.close();
  });
});
