import { describe, expect, it } from '@jest/globals';
import { allRows } from '../testing/read-test-ledger.js';
import { readBitcoinLines } from './read-bitcoin-lines.js';
import { readLines } from './read-lines.js';

const HASH = 'ab'.repeat(32);
const ROW = {
  txid: HASH, blockHeight: 5, time: 1_600_000_000, blockHash: 'cd'.repeat(32),
  inputs: [{ prevTxid: 'ef'.repeat(32), vout: 0, address: '1BoatSLRHtKNngkdXEeobR76b53LETtpyT', valueSat: 1_000, scriptType: 'p2pkh' }],
  outputs: [{ n: 0, address: '1BoatSLRHtKNngkdXEeobR76b53LETtpyT', valueSat: 900, scriptType: 'p2pkh' }, { n: 1, address: null, valueSat: 0, scriptType: 'op_return' }],
};

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function faultsOf(...rows: readonly unknown[]): Promise<(string | null)[]> {
  const read = await allRows(readBitcoinLines(pieces(rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'))));
  return read.map((item) => ('fault' in item ? item.fault : null));
}

describe('reading Bitcoin lines', () => {
  it('reads amounts as whole satoshi, and each row wherever the file is cut', async () => {
    const text = `${JSON.stringify(ROW)}\r\n\n${JSON.stringify({ ...ROW, txid: '12'.repeat(32) })}`;
    for (const cut of [1, 100, JSON.stringify(ROW).length, JSON.stringify(ROW).length + 2]) {
      const rows = await allRows(readBitcoinLines(pieces(text.slice(0, cut), text.slice(cut))));
      expect(rows.map(({ line }) => line)).toEqual([1, 3]);
      expect(rows[0]).toMatchObject({ row: { txid: HASH, coinbase: false, inputs: [{ satoshi: 1_000n }], outputs: [{ satoshi: 900n }, { satoshi: 0n, address: null }] } });
    }
  });

  it.each([
    ['no JSON', '{"txid":', 'The line is no JSON.'],
    ['a list', '[]', 'The line is no JSON object.'],
    ['part of a satoshi', { ...ROW, outputs: [{ ...ROW.outputs[0], valueSat: 0.5 }] }, 'outputs[0].valueSat is no whole number from 0: 0.5.'],
    ['an amount that JSON rounded', JSON.stringify(ROW).replace('900', '9007199254740993'), 'outputs[0].valueSat is no whole number from 0: 9007199254740992.'],
    ['an amount in text', { ...ROW, outputs: [{ ...ROW.outputs[0], valueSat: '900' }] }, 'outputs[0].valueSat is no whole number from 0: "900".'],
    ['more than there will ever be', { ...ROW, outputs: [{ ...ROW.outputs[0], valueSat: 2_100_000_000_000_001 }] }, 'outputs[0].valueSat is 2100000000000001, above 2100000000000000.'],
    ['less than nothing', { ...ROW, outputs: [{ ...ROW.outputs[0], valueSat: -1 }] }, 'outputs[0].valueSat is no whole number from 0: -1.'],
    ['more paid out than spent', { ...ROW, outputs: [{ ...ROW.outputs[0], valueSat: 1_001 }] }, `Transaction ${HASH} pays out 1001 satoshi but spends only 1000.`],
    ['one output spent twice', { ...ROW, inputs: [ROW.inputs[0], ROW.inputs[0]] }, `Transaction ${HASH} spends one output twice.`],
    ['a transaction that spends itself', { ...ROW, inputs: [{ ...ROW.inputs[0], prevTxid: HASH }] }, `Transaction ${HASH} spends an output of its own.`],
    ['an input without amount', { ...ROW, inputs: [{ prevTxid: HASH, vout: 0 }] }, 'inputs[0].valueSat is no whole number from 0: it is missing.'],
    ['outputs out of order', { ...ROW, outputs: [{ ...ROW.outputs[0], n: 1 }] }, 'outputs[0].n is 1: outputs stand in their order, from 0.'],
    ['no inputs', { ...ROW, inputs: [] }, `Transaction ${HASH} has no inputs and is no coinbase.`],
    ['an address of another make', { ...ROW, outputs: [{ ...ROW.outputs[0], address: '=cmd()' }] }, 'outputs[0].address is no Bitcoin address: "=cmd()".'],
    ['a short hash', { ...ROW, txid: 'ab' }, 'txid is no hash of 64 lower-case hexadecimal digits: "ab".'],
    ['no height', { ...ROW, blockHeight: null }, 'blockHeight is no whole number from 0: null.'],
  ])('refuses %s, says why, and goes on', async (_, row, fault) => {
    expect(await faultsOf(ROW, row, ROW)).toEqual([null, fault, null]);
  });

  it('refuses a transaction of a million inputs without building it', async () => {
    const row = { ...ROW, inputs: Array.from({ length: 1_000_000 }, () => 0) };
    expect(await faultsOf(row, ROW)).toEqual(['inputs has 1000000 entries; no transaction has more than 111111.', null]);
  });

  it('never holds a line that is longer than any transaction', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      const block = Buffer.alloc(1 << 20, 'x');
      for (let turn = 0; turn < 300; turn += 1) yield block;
      yield Buffer.from(`\n${JSON.stringify(ROW)}\n`);
    }
    const before = process.memoryUsage().arrayBuffers;
    const rows = await allRows(readBitcoinLines(endless()));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 << 20);
    expect(rows.map((item) => ('fault' in item ? item.fault : item.row.txid))).toEqual(['The line is longer than 50331648 bytes, more than any transaction takes.', HASH]);
  });
});

describe('reading lines', () => {
  it('drops what is too long and numbers the rest as the file does', async () => {
    const read = [];
    for await (const lines of readLines(pieces('ab', 'c\nabcd', 'e', 'f\n\nab'), 3)) read.push(...lines);
    expect(read).toEqual([{ line: 1, text: 'abc' }, { line: 2, tooLong: 3 }, { line: 3, text: '' }, { line: 4, text: 'ab' }]);
  });
});
