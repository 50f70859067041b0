import { describe, expect, it } from '@jest/globals';
import { accountsOf, chunkOfTransfers, paid, testAccount, testHash } from '../testing/read-test-accounts.js';
import { allRows } from '../testing/read-test-ledger.js';
import { isRoundingOf } from '../graph/order-transfers.js';
import { baseUnits } from './base-units.js';
import { readEtherChunk } from './ether-chunk.js';
import { readEtherCsv } from './read-ether-csv.js';
import { readEtherLines } from './read-ether-lines.js';

const [A, B] = [testAccount(10), testAccount(11)];
const ROW = { kind: 'transaction', hash: testHash(1), blockNumber: 5, time: 1_600_000_000, from: A, to: B, valueWei: '173600000000000000000000', asset: 'ETH' };

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < text.length; start += 33) yield Buffer.from(text.slice(start, start + 33));
}

describe('reading Ether lines', () => {
  it('reads amounts exactly, however they are written', async () => {
    const rows = await allRows(readEtherLines(pieces([ROW, { ...ROW, kind: 'token', valueBase: '150188698577042438264952193024', tokenContract: B, decimals: 18 }, { time: 1, from: A, to: B, valueEth: '1e-05', asset: 'ETH' }].map((row) => JSON.stringify(row)).join('\n'))));
    expect(rows).toMatchObject([
      { row: { amount: 173_600n * 10n ** 18n, token: null } },
      { row: { amount: 150188698577042438264952193024n, token: { contract: B, decimals: 18, symbol: 'ETH' } } },
      { row: { amount: 10n ** 13n, hash: null, blockNumber: null } },
    ]);
  });

  it.each([
    ['an amount as a number', { ...ROW, valueWei: 1 }, 'valueWei is no whole number in text: 1.'],
    ['an amount of more than 256 bits', { ...ROW, valueWei: '9'.repeat(78) }, 'valueWei does not fit into 256 bits.'],
    ['a part of a wei', { time: 1, from: A, to: B, valueEth: '0.1234567890123456789' }, 'valueEth has more than 18 decimals: "0.1234567890123456789".'],
    ['an account that is none', { ...ROW, from: '0x12' }, 'from is no account of 0x and 40 hexadecimal digits: "0x12".'],
    ['a transaction without block', { ...ROW, blockNumber: undefined }, 'blockNumber is missing: a transaction stands in a block.'],
    ['another kind', { ...ROW, kind: 'gift' }, 'kind is "gift"; it may be transaction, internal, token.'],
  ])('refuses %s and goes on', async (_, row, fault) => {
    const rows = await allRows(readEtherLines(pieces([row, ROW].map((each) => JSON.stringify(each)).join('\n'))));
    expect(rows).toMatchObject([{ line: 1, fault }, { line: 2, row: { hash: ROW.hash } }]);
  });

  it('comes out of a chunk as it went in', () => {
    const transfers = [
      paid(1, 1, 2, 3n, { fee: 4n, failed: true, blockHash: testHash(9) }), paid(2, 2, 3, 2n ** 256n - 1n, { kind: 'token', token: { contract: A, symbol: null, decimals: null }, within: 'A7' }),
      paid(3, 3, 4, 0n, { kind: 'internal', hash: null, blockNumber: null, time: null }), { ...paid(4, 4, 5, 1n), to: null },
    ];
    expect([...readEtherChunk(chunkOfTransfers(transfers).payload)].map(({ row }) => row)).toEqual(transfers);
  });
});

describe('reading the CSV of ethereum-etl', () => {
  it('tells transactions and token transfers apart by their columns', async () => {
    const transactions = `hash,nonce,block_hash,block_number,transaction_index,from_address,to_address,value,gas,gas_price,input,block_timestamp\n${testHash(1)},0,${testHash(9)},5,3,${A},,7,21000,1,0x,1600000000\n${testHash(2)},0,${testHash(9)},5,x,${A},${B},7,1,1,0x,1600000000\n`;
    expect(await allRows(readEtherCsv(pieces(transactions)))).toMatchObject([
      { line: 2, row: { hash: testHash(1), blockHash: testHash(9), blockNumber: 5, position: 3, to: null, amount: 7n, fee: null, time: 1_600_000_000 } },
      { line: 3, fault: 'transaction_index is no whole number from 0 to 4294967295: "x".' },
    ]);
    const tokens = `token_address,from_address,to_address,value,transaction_hash,log_index,block_number\n${B},${A},${B},12,${testHash(1)},8,5\n`;
    expect(await allRows(readEtherCsv(pieces(tokens)))).toMatchObject([{ row: { kind: 'token', token: { contract: B }, amount: 12n, time: null, position: 8 } }]);
  });

  it('says so when a quote is never closed, or the columns are others', async () => {
    expect(await allRows(readEtherCsv(pieces(`hash,value\n"${'x'.repeat(100)}\n`)))).toMatchObject([{ fault: expect.stringContaining('The file cannot be read further') as unknown }]);
    expect(await allRows(readEtherCsv(pieces('a,b\n1,2\n')))).toMatchObject([{ line: 2, fault: 'The file has neither a column hash (transactions) nor token_address (token_transfers).' }]);
  });
});

describe('amounts in whole coins', () => {
  it('become base units without rounding', () => {
    expect([baseUnits('3364.537583527972', 18, 'x'), baseUnits('0.0', 18, 'x'), baseUnits('1E+2', 8, 'x')]).toEqual([3364537583527972000000n, 0n, 10_000_000_000n]);
    expect(() => baseUnits('1e999', 18, 'x')).toThrow('x is beyond any amount');
  });

  it('that a double has rounded are known by their digits', () => {
    expect(isRoundingOf(3364537583527972000000n, 3364537583527971690307n)).toBe(true);
    expect(isRoundingOf(1_000_000_000_000_000_000n, 1_050_000_000_000_000_000n)).toBe(false);
  });
});

describe('the order of balance changes', () => {
  it('does not depend on the order of files', () => {
    const rows = [paid(1, 1, 2, 5n, { position: 1 }), paid(2, 2, 3, 5n, { blockNumber: 1, time: 12, position: 0 }), paid(1, 7, 2, 4n, { kind: 'internal', within: 'A2' }), paid(1, 2, 7, 4n, { kind: 'internal', within: 'A10'.replace('A', 'B') })];
    const told = (given: typeof rows): unknown[] => {
      const { graph } = accountsOf(given.map((row) => chunkOfTransfers([row])));
      return Array.from({ length: graph.transferCount }, (_, transfer) => [graph.kind(transfer), graph.hash(transfer), graph.amount(transfer)]);
    };
    expect(told(rows)).toEqual([['transaction', testHash(2), 5n], ['transaction', testHash(1), 5n], ['internal', testHash(1), 4n], ['internal', testHash(1), 4n]]);
    expect(told([...rows].reverse())).toEqual(told(rows));
  });

  it('leaves out replaced blocks, and reports another content under one hash', () => {
    const read = accountsOf([chunkOfTransfers([paid(1, 1, 2, 5n, { blockHash: testHash(8) })]), chunkOfTransfers([paid(2, 1, 3, 5n, { blockNumber: 1, blockHash: testHash(9) }), paid(2, 1, 3, 6n, { blockNumber: 1, blockHash: testHash(9) })])]);
    expect(read.summary).toEqual({ transfers: 1, repeated: 1, orphaned: 1 });
    expect(read.findings.kept).toEqual([{ source: 'told', line: 2, fault: `Transaction ${testHash(2)} was given before with another sender, recipient, amount, block or outcome; the first stays.` }]);
  });
});
