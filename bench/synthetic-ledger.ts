import { readFileSync } from 'node:fs';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';

interface Shape {
  readonly inputs: number;
  readonly outputs: number;
}

/** How many inputs and outputs the transactions of a real block have, the coinbase left out. */
export function shapesOfBlock(): readonly Shape[] {
  const { inputsOutputsTransactions } = JSON.parse(readFileSync(new URL('./block-866342-degrees.json', import.meta.url), 'utf8')) as { inputsOutputsTransactions: readonly (readonly [number, number, number])[] };
  return inputsOutputsTransactions.flatMap(([inputs, outputs, transactions]) => Array.from({ length: transactions }, () => ({ inputs, outputs })));
}

/** The planted case: 3 stolen and 7 clean coins that are mixed and paid on, whose taints everybody knows. */
export const PLANTED = { stolen: 'f'.repeat(63) + '0', clean: 'f'.repeat(63) + '1', mixed: 'f'.repeat(63) + '2' } as const;

const TRANSACTIONS_OF_A_BLOCK = 4_000;
const COIN = 100_000_000;

/**
 * JSON lines of an invented ledger, the same each time: as many inputs and outputs as the transactions of a real block,
 * spending what was paid lately more often than what was paid long ago, to new addresses and to old ones.
 */
export async function* syntheticLedger(shapes: readonly Shape[], transactions: number): AsyncGenerator<Uint8Array> {
  const random = xoroshiro128plus(20_240_601);
  const draw = (most: number): number => uniformInt(random, 0, most);
  let unspent: { readonly txid: string; readonly vout: number; readonly address: string; readonly valueSat: number }[] = [];
  let [addresses, lines] = [0, [] as string[]];
  const payTo = (): string => `bc1q${(draw(3) === 0 && addresses > 0 ? draw(addresses - 1) : addresses++).toString(36).padStart(38, '0')}`;
  for (let index = 0; index < transactions; index += 1) {
    const txid = index.toString(16).padStart(8, '0').split('').reverse().join('') + 'a'.repeat(56);
    const blockHeight = Math.floor(index / TRANSACTIONS_OF_A_BLOCK) + 1;
    const shape = shapes[draw(shapes.length - 1)] ?? { inputs: 1, outputs: 2 };
    const mined = index % TRANSACTIONS_OF_A_BLOCK === 0 || unspent.length < 200;
    const spent = mined ? [] : Array.from({ length: Math.min(shape.inputs, 150) }, () => takeOne(unspent, draw));
    const total = mined ? 50 * COIN : spent.reduce((sum, { valueSat }) => sum + valueSat, 0);
    const outputs = dealOut(total, mined ? 200 : Math.max(1, shape.outputs), draw).map((valueSat, n) => ({ n, address: payTo(), valueSat, scriptType: 'p2wpkh' }));
    for (const { n, address, valueSat } of outputs) if (valueSat > 0) unspent.push({ txid, vout: n, address, valueSat });
    if (unspent.length > 400_000) unspent = unspent.slice(200_000);
    const inputs = mined ? [{ coinbase: true }] : spent.map((output) => ({ prevTxid: output.txid, vout: output.vout, address: output.address, valueSat: output.valueSat, scriptType: 'p2wpkh' }));
    lines.push(JSON.stringify({ txid, blockHeight, time: 1_700_000_000 + blockHeight * 600, inputs, outputs }));
    if (lines.length < 500) continue;
    yield Buffer.from(`${lines.join('\n')}\n`);
    lines = [];
  }
  yield Buffer.from(`${[...lines, ...planted(Math.floor(transactions / TRANSACTIONS_OF_A_BLOCK) + 2)].join('\n')}\n`);
}

function takeOne<Item>(unspent: Item[], draw: (most: number) => number): Item {
  // The product of two draws lies near the end more often than not.
  const back = Math.floor((draw(unspent.length - 1) * draw(1_000)) / 1_001);
  const at = unspent.length - 1 - back;
  const [taken, last] = [unspent[at], unspent.pop()];
  if (taken === undefined || last === undefined) throw new RangeError('There is nothing left to spend.');
  if (at < unspent.length) unspent[at] = last;
  return taken;
}

function dealOut(total: number, count: number, draw: (most: number) => number): number[] {
  const parts: number[] = [];
  let left = total - Math.min(total, 500 + draw(5_000));
  for (let part = 1; part < count; part += 1) {
    const amount = Math.floor((left * draw(1_000)) / 2_000 / Math.max(1, (count - part) / 2));
    parts.push(amount);
    left -= amount;
  }
  return [...parts, left];
}

function planted(blockHeight: number): string[] {
  const output = (n: number, address: string, valueSat: number): object => ({ n, address: `1Planted${address}xxxxxxx`, valueSat, scriptType: 'p2pkh' });
  const mined = (txid: string, address: string, valueSat: number): object => ({ txid, blockHeight, time: 1_800_000_000, inputs: [{ coinbase: true }], outputs: [output(0, address, valueSat)] });
  const spent = (prevTxid: string, address: string, valueSat: number): object => ({ prevTxid, vout: 0, address: `1Planted${address}xxxxxxx`, valueSat, scriptType: 'p2pkh' });
  return [
    mined(PLANTED.stolen, 'Stolen', 3 * COIN), mined(PLANTED.clean, 'Clean', 7 * COIN),
    { txid: PLANTED.mixed, blockHeight, time: 1_800_000_000, inputs: [spent(PLANTED.stolen, 'Stolen', 3 * COIN), spent(PLANTED.clean, 'Clean', 7 * COIN)], outputs: [output(0, 'Mixed', 10 * COIN)] },
  ].map((row) => JSON.stringify(row));
}
