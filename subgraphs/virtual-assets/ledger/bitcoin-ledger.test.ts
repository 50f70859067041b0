import { describe, expect, it } from '@jest/globals';
import { chunkOfTold, testAddress, testTxid, told } from '../testing/transactions.js';
import { BitcoinLedger } from './bitcoin-ledger.js';
import type { LedgerChunk } from './ledger-chunk.js';

const mined = chunkOfTold([told({ name: 'mined', pays: [[1, 50]] })]);
const paid = chunkOfTold([told({ name: 'paid', height: 2, spends: [['mined:0', 1, 50]], pays: [[2, 30], [3, 20]] })]);

function storeOf(...chunks: LedgerChunk[]) {
  const store = {
    reads: 0,
    isBroken: false,
    put: (chunk: LedgerChunk) => chunks.push(chunk),
    state: async () => String(chunks.length),
    async *chunks() {
      store.reads += 1;
      if (store.isBroken) throw new Error('The store is away.');
      yield* chunks;
    },
  };
  return store;
}

const versionOf = async (...chunks: LedgerChunk[]): Promise<string> => (await new BitcoinLedger(storeOf(...chunks)).current()).graph.evidence.dataVersion;

describe('the ledger of Bitcoin', () => {
  it('is built once for all who ask meanwhile', async () => {
    const store = storeOf(mined);
    const ledger = new BitcoinLedger(store);
    const [one, other] = await Promise.all([ledger.current(), ledger.current()]);
    expect([other === one, await ledger.current() === one, store.reads]).toEqual([true, true, 1]);
  });

  it('is built anew when something was stored, and leaves earlier views as they were', async () => {
    const store = storeOf(mined);
    const ledger = new BitcoinLedger(store);
    const before = await ledger.current();
    store.put(paid);
    const after = await ledger.current();
    expect([before, after].map(({ graph }) => graph.findTransaction(testTxid('paid')) !== -1)).toEqual([false, true]);
    expect(after.clusters.of(after.graph.findAddress(testAddress(1))).size).toBe(1);
  });

  it('is tried again after the store was away', async () => {
    const store = storeOf(mined);
    store.isBroken = true;
    const ledger = new BitcoinLedger(store);
    await expect(ledger.current()).rejects.toThrow('away');
    store.isBroken = false;
    expect((await ledger.current()).summary.transactions).toBe(1);
  });

  it('has one version for one content, in whatever order and pieces it came', async () => {
    const whole = chunkOfTold([told({ name: 'paid', height: 2, spends: [['mined:0', 1, 50]], pays: [[2, 30], [3, 20]] }), told({ name: 'mined', pays: [[1, 50]] })]);
    const versions = await Promise.all([versionOf(mined, paid), versionOf(paid, mined), versionOf(whole)]);
    expect(new Set(versions).size).toBe(1);
    expect(versions[0]).toMatch(/^[0-9a-f]{64}$/);
    const otherwise = chunkOfTold([told({ name: 'paid', height: 2, spends: [['mined:0', 1, 50]], pays: [[2, 31], [3, 19]] })]);
    expect(await versionOf(mined, otherwise)).not.toBe(versions[0]);
  });
});
