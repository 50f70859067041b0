import { createReadStream } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readBitcoinLines } from '../ledger/read-bitcoin-lines.js';
import type { ScriptType } from '../ledger/script-types.js';
import { allRows, testFile } from '../testing/read-test-ledger.js';
import type { CoinJoinKind, ShapeAmount, TransactionShape } from './coinjoin.js';
import { couldBePaidBy } from './could-be-paid-by.js';
import { recogniseCoinJoin } from './recognise-coinjoin.js';

async function kindsIn(name: string): Promise<Record<string, CoinJoinKind | null>> {
  const rows = await allRows(readBitcoinLines(createReadStream(testFile(`bitcoin/${name}`))));
  return Object.fromEntries(rows.map((item) => {
    if ('fault' in item) throw new Error(item.fault);
    const { txid, block, inputs, outputs } = item.row;
    const shape = (amount: { address: string | null; satoshi: bigint; scriptType: ScriptType }): ShapeAmount => ({ satoshi: Number(amount.satoshi), owner: amount.address, scriptType: amount.scriptType });
    return [txid, recogniseCoinJoin({ height: block.height, inputs: inputs.map(shape), outputs: outputs.map(shape) })];
  }));
}

let owners = 0;
function amounts(satoshi: readonly number[], scriptType: ScriptType = 'p2wpkh'): ShapeAmount[] {
  return satoshi.map((each) => ({ satoshi: each, owner: `owner${(owners += 1)}`, scriptType }));
}

function times(count: number, satoshi: number): number[] {
  return new Array<number>(count).fill(satoshi);
}

function shape(height: number, inputs: readonly number[], outputs: readonly number[]): TransactionShape {
  return { height, inputs: amounts(inputs), outputs: amounts(outputs) };
}

describe('recognising CoinJoins', () => {
  it('knows real ones, and no payout of an exchange', async () => {
    expect(await kindsIn('btc_coinjoin_examples.jsonl')).toEqual({
      '4f112abd2eefe3484a7bbf7c1731f784cba19de677468835145e9c448fb18b7d': 'JOINMARKET',
      '323df21f0b0756f98336437aa3d2fb87e02b59f1946b714a7b09df04d429dec2': 'WHIRLPOOL',
      [await batchPayout()]: null,
    });
  });

  it('finds none among 76 payouts of escrows, nor in two complete blocks', async () => {
    for (const name of ['btc_escrow_labelled.jsonl', 'btc_block_866342.jsonl', 'btc_block_277647.jsonl']) {
      expect(Object.values(await kindsIn(name)).filter((kind) => kind !== null)).toEqual([]);
    }
  });

  const wasabi11 = shape(650_000, [...times(12, 10_500_000), 90_000_000], [...times(12, 10_123_456), 79_000_000, 300_000, 200_000]);
  it.each<[string, TransactionShape, CoinJoinKind | null]>([
    ['twelve of about 0.1 bitcoin with change', wasabi11, 'WASABI_1_1'],
    ['the same before Wasabi was announced', { ...wasabi11, height: 500_000 }, null],
    ['the same from one owner, who pays twelve people', { ...wasabi11, inputs: wasabi11.inputs.map((input) => ({ ...input, owner: 'exchange' })) }, null],
    ['the same from two owners, who pay twelve people', { ...wasabi11, inputs: wasabi11.inputs.map((input, index) => ({ ...input, owner: `exchange${index % 2}` })) }, null],
    ['a consolidation of two hundred deposits', shape(800_000, times(200, 5_000_000), [999_000_000, 900_000]), null],
    ['a consolidation of equal deposits into three equal parts', { ...shape(800_000, times(6, 5_000_000), times(3, 9_000_000)), inputs: amounts(times(6, 5_000_000)).map((input) => ({ ...input, owner: 'exchange' })) }, null],
    ['equal payouts from one deposit', shape(800_000, [50_000_000], times(8, 6_000_000)), null],
    ['one amount to two people, paid by two coins', shape(800_000, [700_000, 500_000], [500_000, 500_000, 190_000]), null],
    ['inputs that cannot pay for the equal outputs each', shape(800_000, [100_000_000, 1_000, 1_000], [...times(3, 30_000_000), 4_000_000, 5_000_000]), null],
    ['three makers and a taker', shape(700_000, [31_000_000, 45_000_000, 30_500_000, 62_000_000], [...times(4, 30_000_000), 1_010_000, 15_010_000, 31_900_000]), 'JOINMARKET'],
    ['a whirl of eight', shape(800_000, [...times(5, 1_000_000), ...times(3, 1_050_000)], times(8, 1_000_000)), 'WHIRLPOOL'],
    ['a whirl that nobody of the pool takes part in', shape(800_000, times(5, 1_050_000), times(5, 1_000_000)), null],
    ['a whirl of no pool', shape(800_000, [...times(2, 1_234_567), ...times(3, 1_300_000)], times(5, 1_234_567)), null],
    ['standard amounts from fifty inputs, both in order', shape(760_000, times(50, 300_000), [...times(60, 200_000), ...times(9, 131_072)]), 'WASABI_2_0'],
    ['the same with outputs that stand in no order', shape(760_000, times(50, 300_000), [...times(30, 131_072), ...times(39, 200_000)]), null],
    ['the same from forty inputs, when the one coordinator asked for fifty', shape(760_000, times(40, 300_000), times(55, 200_000)), null],
    ['the same from forty inputs, when there were many', shape(860_000, times(40, 300_000), times(55, 200_000)), 'WASABI_2_0'],
  ])('takes %s for what it is', (_, given, kind) => {
    expect(recogniseCoinJoin(given)).toBe(kind);
  });

  it('knows the coordinator of Wasabi 1.0 by its address', () => {
    const given = shape(560_000, times(5, 12_000_000), [...times(4, 10_000_000), 19_000_000]);
    expect(recogniseCoinJoin(given)).toBe(null);
    const paid = { ...given, outputs: [...given.outputs, { satoshi: 90_000, owner: 'bc1qs604c7jv6amk4cxqlnvuxv26hv3e48cds4m0ew', scriptType: 'p2wpkh' as const }] };
    expect(recogniseCoinJoin(paid)).toBe('WASABI_1_0');
  });

  it('gives up dealing out coins after a while', () => {
    const began = performance.now();
    couldBePaidBy(Array.from({ length: 400 }, (_, index) => 1_000 + index), Array.from({ length: 100 }, (_, index) => 4_203 + (index % 2)));
    expect(performance.now() - began).toBeLessThan(5_000);
    expect([couldBePaidBy([5, 5, 3], [6, 7]), couldBePaidBy([5, 5, 3], [6, 8]), couldBePaidBy([5, 5, 3], [14])]).toEqual([false, false, false].map((_, index) => couldBePaidByHand([5, 5, 3], [[6, 7], [6, 8], [14]][index] ?? [])));
  });
});

/** Tries every way. */
function couldBePaidByHand([coin, ...coins]: readonly number[], due: readonly number[]): boolean {
  if (due.every((amount) => amount <= 0)) return true;
  return coin !== undefined && due.some((_, index) => couldBePaidByHand(coins, due.map((amount, at) => (at === index ? amount - coin : amount))));
}

async function batchPayout(): Promise<string> {
  const rows = await allRows(readBitcoinLines(createReadStream(testFile('bitcoin/btc_coinjoin_examples.jsonl'))));
  const batch = rows.find((item) => 'row' in item && item.row.outputs.length === 143);
  return batch !== undefined && 'row' in batch ? batch.row.txid : '';
}
