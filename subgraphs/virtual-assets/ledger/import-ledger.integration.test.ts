import { createReadStream, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStore, type TestStore } from '../../../shared/testing/start-store.js';
import { openGraph } from '../graph/open-graph.js';
import { accountGraphOver, utxoGraphOver } from '../graph/over-shared-graph.js';
import { testFile } from '../testing/read-test-ledger.js';
import { importBitcoin, importEther, type LedgerImportProgress } from './import-ledger.js';
import { LedgerStore } from './ledger.store.js';
import { readBitcoinLines } from './read-bitcoin-lines.js';
import { readEtherLines } from './read-ether-lines.js';

let mongo: TestStore;
let store: LedgerStore;
let folder: string;
const refused: unknown[] = [];

beforeAll(async () => {
  mongo = await startStore();
  store = new LedgerStore(await mongo.connect('ledger'));
  folder = mkdtempSync(join(tmpdir(), 'tessera-ledger-'));
});
afterAll(async () => {
  await mongo.stop();
  rmSync(folder, { recursive: true });
});

function bitcoin(name: string): Promise<LedgerImportProgress> {
  return importBitcoin(store, readBitcoinLines(createReadStream(testFile(`bitcoin/${name}`))), { source: name, onRefused: (row) => refused.push(row) });
}

describe('importing a public ledger', () => {
  it('stores the same file once, and builds the same ledger from the store', async () => {
    expect(await bitcoin('btc_block_866342.jsonl')).toEqual({ rows: 4_864, refused: 0, newChunks: 2 });
    const first = await openGraph(store, 'BITCOIN', folder);
    expect(await bitcoin('btc_block_866342.jsonl')).toEqual({ rows: 4_864, refused: 0, newChunks: 0 });
    const again = await openGraph(store, 'BITCOIN', folder);
    expect([first.loaded, again.loaded, again.shared.dataVersion]).toEqual([false, true, first.shared.dataVersion]);
    expect(first.shared.summary).toEqual({ transactions: 4_864, repeated: 0, orphaned: 0 });
    expect(utxoGraphOver(again.shared).evidence).toEqual({ network: 'BITCOIN', height: 866_342, dataVersion: first.shared.dataVersion });
  });

  it('builds anew when rows have come, or when the kept file is damaged', async () => {
    const before = await openGraph(store, 'BITCOIN', folder);
    await bitcoin('case_colonial_pipeline_2021.jsonl');
    const after = await openGraph(store, 'BITCOIN', folder);
    expect([after.loaded, after.shared.dataVersion === before.shared.dataVersion]).toEqual([false, false]);
    const path = join(folder, 'bitcoin.ledger');
    const kept = readFileSync(path);
    for (const damage of [() => truncateSync(path, kept.length - 1), () => writeFileSync(path, Buffer.from(kept).fill(1, 1_000_000, 1_000_001)), () => writeFileSync(path, 'nonsense'), () => rmSync(path)]) {
      damage();
      const rebuilt = await openGraph(store, 'BITCOIN', folder);
      expect([rebuilt.loaded, rebuilt.shared.dataVersion]).toEqual([false, after.shared.dataVersion]);
    }
  });

  it('keeps the networks apart', async () => {
    for (const name of ['ronin_exploiter_2022.jsonl', 'lazarus_wallets_transfers_2022.jsonl']) await importEther(store, readEtherLines(createReadStream(testFile(`ether/${name}`))), { source: name, onRefused: (row) => refused.push(row) });
    const ether = await openGraph(store, 'ETHEREUM', folder);
    expect(accountGraphOver(ether.shared).holdingsOf('0x098b716b8aaf21512996dc57eb0615e2383e2f96').length).toBe(2);
    expect(() => utxoGraphOver(ether.shared)).toThrow('has no outputs');
    expect(refused).toEqual([]);
  });
});
