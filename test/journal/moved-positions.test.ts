import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChainStore } from '../../shared/journal/chain-store.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { openJournal, record } from './journal-fixture.js';

let store: TestStore;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

describe('positions that moved', () => {
  it('are told once, and not again for what this process did itself', async () => {
    const chains = new ChainStore(await store.connect('own'));
    await chains.prepare();
    await chains.register({ owner: 'jp-ncb', ownerCountry: 'JP' });
    expect(await chains.moved()).toEqual([{ owner: 'jp-ncb', ownerCountry: 'JP', seq: 0 }]);
    await chains.advance('jp-ncb', 1);
    expect(await chains.moved()).toBeNull();
    expect(await chains.moved()).toBeNull();
    chains.tellAgain();
    expect(await chains.moved()).toEqual([{ owner: 'jp-ncb', ownerCountry: 'JP', seq: 1 }]);
  });

  it('are told again after another process moved one, whatever this one did meanwhile', async () => {
    const connection = await store.connect('others');
    const [one, other] = [new ChainStore(connection), new ChainStore(connection)];
    await one.prepare();
    for (const owner of ['jp-ncb', 'na-ncb']) await one.register({ owner, ownerCountry: 'JP' });
    await one.moved();
    await one.advance('jp-ncb', 1);
    await other.advance('na-ncb', 1);
    expect(await one.moved()).toHaveLength(2);
    expect(await one.moved()).toBeNull();
  });

  it('are told while a move of this process is under way, and then until it is known what was counted', async () => {
    const chains = new ChainStore(await store.connect('under-way'));
    await chains.prepare();
    await chains.register({ owner: 'jp-ncb', ownerCountry: 'JP' });
    await chains.moved();
    const advancing = chains.advance('jp-ncb', 1);
    await chains.moved();
    await advancing;
    await chains.moved();
    const other = new ChainStore(await store.connect('under-way'));
    await other.advance('jp-ncb', 2);
    expect(await chains.moved()).toHaveLength(1);
  });

  it('of a process that fell behind are told again until it has seen them', async () => {
    const seen: number[] = [];
    const [one, other] = [await openJournal(await store.connect('behind')), await openJournal(await store.connect('behind'))];
    other.follow(({ seq }) => { seen.push(seq); });
    await record(one, 'jp-ncb', 'r-1', { state: 'A' });
    expect(await other.catchUp()).toEqual(new Map([['jp-ncb', 1]]));
    await record(one, 'jp-ncb', 'r-1', { state: 'B' });
    expect(await other.catchUp()).toEqual(new Map([['jp-ncb', 2]]));
    expect(seen).toEqual([1, 2]);
    await one.close();
    await other.close();
  });
});
