import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestExchange, type TestExchange } from '../../../shared/testing/open-test-exchange.js';
import { startStore, type TestStore } from '../../../shared/testing/start-store.js';
import { testFile } from '../../../subgraphs/virtual-assets/testing/read-test-ledger.js';
import type { ImportEnd } from '../import-file.js';
import { importLedgerFiles } from './import-ledger-files.js';
import type { LedgerKind } from './is-ledger-kind.js';

const CASE = testFile('bitcoin/case_colonial_pipeline_2021.jsonl');

let store: TestStore;
let exchange: TestExchange;
let folder: string;
beforeAll(async () => {
  [store, folder] = await Promise.all([startStore(), mkdtemp(join(tmpdir(), 'tessera-ledger-'))]);
  exchange = await openTestExchange({ store });
});
afterAll(async () => {
  await exchange.close();
  await Promise.all([store.stop(), rm(folder, { recursive: true })]);
});

const output = new PassThrough() as unknown as NodeJS.WriteStream;
const run = (kind: LedgerKind, ...files: readonly string[]): Promise<ImportEnd> => importLedgerFiles(exchange.exchange.virtualAssets, kind, files, output);

const fileOf = async (name: string, content: string): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
};

describe('tessera import bitcoin', () => {
  it('stores what is good, and writes the rest down with line and reason', async () => {
    const [first = '', ...rest] = (await readFile(CASE, 'utf8')).trim().split('\n');
    const file = await fileOf('broken.jsonl', [first, '{"txid": "abc"}', ...rest, 'no JSON'].join('\n'));
    const { text, complete } = await run('bitcoin', file);
    expect(complete).toBe(false);
    expect(text).toContain('12 rows read, 2 refused, 1 new pieces stored.');
    expect(text).toContain('The ledger holds 10 transactions up to block ');
    const report = (await readFile(`${file}.refused.csv`, 'utf8')).trim().split('\n');
    expect(report.map((line) => line.split(',')[0])).toEqual(['line', '2', '12']);
    expect(report[1]).toContain('inputs is no list');
  });

  it('stores nothing twice', async () => {
    const file = await fileOf('again.jsonl', await readFile(CASE, 'utf8'));
    const ends = [await run('bitcoin', file), await run('bitcoin', file)];
    expect(ends.map(({ complete, text }) => [complete, text.split('\n')[0]])).toEqual([[true, '10 rows read, 0 refused, 1 new pieces stored.'], [true, '10 rows read, 0 refused, 0 new pieces stored.']]);
    expect(ends[1]?.text).toContain('The ledger holds 10 transactions');
    await expect(readFile(`${file}.refused.csv`)).rejects.toThrow('ENOENT');
  });

  it('reads blocks as Bitcoin Core gives them, and tells what does not fit', async () => {
    const coinbase = (txid: string): object => ({ txid, vin: [{ coinbase: '00' }], vout: [{ value: 50, n: 0, scriptPubKey: { type: 'pubkeyhash', address: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa' } }] });
    const block = (height: number, hash: string, previousblockhash: string, txid: string): string =>
      JSON.stringify({ hash: hash.repeat(64), confirmations: 1, height, version: 1, versionHex: '00000001', merkleroot: txid.repeat(64), time: 1_231_469_665 + height, previousblockhash: previousblockhash.repeat(64), tx: [coinbase(txid.repeat(64))] }, null, 2);
    const file = await fileOf('blocks.json', `${block(1, 'a', '0', '1')}\n${block(2, 'b', 'c', '2')}\n`);
    const { text, complete } = await run('bitcoin', file);
    expect(text).toContain('2 rows read, 0 refused');
    expect(text).toMatch(/finding {2}blocks\.json:\d+: Block 2 .* follows c+, but at height 1 stands a+/);
    expect(complete).toBe(true);
  });
});

describe('tessera import ether', () => {
  it('stores JSON lines, and says what became of each of several files', async () => {
    const files = ['ether/eth_blocks_17173049-50_transactions.jsonl', 'ether/ronin_exploiter_2022.jsonl'].map(testFile);
    const copies = await Promise.all(files.map(async (file, index) => fileOf(`ether-${String(index)}.jsonl`, await readFile(file, 'utf8'))));
    const { text, complete } = await run('ether', ...copies);
    expect([complete, text]).toEqual([true, `${copies[0] ?? ''}: 298 rows read, 0 refused, 1 new pieces stored.\n${copies[1] ?? ''}: 409 rows read, 0 refused, 1 new pieces stored.\n`]);
  });
});
