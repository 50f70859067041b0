import fc from 'fast-check';
import type { BitcoinTransaction } from '../ledger/bitcoin-transaction.js';
import { told, type Paid } from './transactions.js';

interface Unspent {
  readonly outpoint: string;
  readonly address: number;
  readonly satoshi: number;
}

/** Ledgers of small amounts: mined coins, mixed and split at random, some with money from outside, some in one block. */
export function randomLedger(most = 25): fc.Arbitrary<readonly BitcoinTransaction[]> {
  return fc.array(fc.array(fc.nat(1_000), { minLength: 12, maxLength: 12 }), { minLength: 2, maxLength: most }).map((draws) => {
    const unspent: Unspent[] = [];
    return draws.map((draw, index) => transactionOf(index, draw, unspent));
  });
}

function transactionOf(index: number, [kind = 0, count = 0, split = 0, feeDraw = 0, ...picks]: readonly number[], unspent: Unspent[]): BitcoinTransaction {
  const name = `t${index}`;
  const height = 1 + (index >> 1);
  const isMined = unspent.length === 0 || kind % 5 === 0;
  const spent = isMined ? [] : Array.from({ length: 1 + (count % 3) }, (_, place) => unspent.splice((picks[place] ?? 0) % Math.max(unspent.length, 1), 1)).flat();
  if (!isMined && kind % 7 === 1) spent.push({ outpoint: `outside${index}:0`, address: 90, satoshi: 1 + (count % 20) });
  const total = isMined ? 20 + (count % 30) : spent.reduce((sum, { satoshi }) => sum + satoshi, 0);
  const paid = partsOf(total - (isMined ? 0 : feeDraw % Math.min(3, total)), 1 + (split % 3)).map((satoshi, place): Paid => [1 + ((picks[place + 3] ?? 0) % 12), satoshi]);
  paid.forEach(([address, satoshi], vout) => {
    if (satoshi > 0) unspent.push({ outpoint: `${name}:${vout}`, address, satoshi });
  });
  return told({ name, height, pays: paid, ...(isMined ? {} : { spends: spent.map(({ outpoint, address, satoshi }) => [outpoint, address, satoshi] as const) }) });
}

function partsOf(total: number, count: number): number[] {
  const parts = Array.from({ length: count }, (_, index) => Math.floor(total / (count + index)));
  return [...parts.slice(1), total - parts.slice(1).reduce((sum, part) => sum + part, 0)];
}
