import { describe, expect, it } from '@jest/globals';
import { allRows } from '../testing/read-test-ledger.js';
import { readCoreBlocks } from './read-core-blocks.js';

const SCRIPT = { asm: '', hex: '76a9', type: 'pubkeyhash', address: '1BoatSLRHtKNngkdXEeobR76b53LETtpyT' };
const [A, B, C] = ['aa', 'bb', 'cc'].map((byte) => byte.repeat(32)) as [string, string, string];

/** As `getblock <hash> 3` writes it; JSON.stringify would write its amounts otherwise. */
function block(amount = '0.29999990', previous = '"previousblockhash":"' + C + '",'): string {
  return `{"hash":"${A}","height":7,"time":1600000000,${previous}"tx":[
{"txid":"${B}","vin":[{"coinbase":"04"}],"vout":[{"value":6.25000000,"n":0,"scriptPubKey":${JSON.stringify(SCRIPT)}}]},
{"txid":"${C}","vin":[{"txid":"${A}","vout":1,"prevout":{"generated":false,"height":5,"value":0.30000000,"scriptPubKey":${JSON.stringify(SCRIPT)}}}],"vout":[{"value":${amount},"n":0,"scriptPubKey":${JSON.stringify(SCRIPT)}}]}]}`.replaceAll('\n', '');
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < text.length; start += 50) yield Buffer.from(text.slice(start, start + 50));
}

async function read(text: string): ReturnType<typeof allRows<unknown>> {
  return allRows(readCoreBlocks(pieces(text)));
}

describe('reading blocks of Bitcoin Core', () => {
  it('reads amounts as they are written', async () => {
    expect(await read(block())).toMatchObject([
      { line: 1, row: { txid: B, coinbase: true, inputs: [], outputs: [{ satoshi: 625_000_000n, scriptType: 'p2pkh', address: SCRIPT.address }], block: { height: 7, hash: A, previousHash: C, time: 1_600_000_000 } } },
      { line: 1, row: { txid: C, coinbase: false, inputs: [{ txid: A, vout: 1, satoshi: 30_000_000n }], outputs: [{ satoshi: 29_999_990n }] } },
    ]);
    expect(await read(block('2.5e-7'))).toMatchObject([{}, { row: { outputs: [{ satoshi: 25n }] } }]);
  });

  it('reads one block on each line, an indented one, and one in the envelope of the node', async () => {
    const indented = JSON.stringify(JSON.parse(block()), null, 2);
    const rows = await read(`${block()}\n${indented}\n{"result":${block()},"error":null,"id":1}\n`);
    expect(rows.map(({ line }) => line)).toEqual([1, 1, 2, 2, 2 + indented.split('\n').length, 2 + indented.split('\n').length]);
    expect(rows.every((item) => 'row' in item)).toBe(true);
  });

  it('knows the address of a key that is paid by itself', async () => {
    const genesis = '4104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac';
    const paid = block().replace(JSON.stringify(SCRIPT), JSON.stringify({ asm: '', hex: genesis, type: 'pubkey' }));
    expect(await read(paid)).toMatchObject([{ row: { outputs: [{ address: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', scriptType: 'p2pk' }] } }, {}]);
  });

  it.each([
    ['a ninth decimal', block('0.123456789'), 'vout[0].value has more than 8 decimals: "0.123456789".'],
    ['more paid out than spent', block('0.30000001'), `Transaction ${C} pays out 30000001 satoshi but spends only 30000000.`],
    ['inputs without what they spend', block().replace(/"prevout":.*?\}\}/, '"sequence":1'), 'vin[0] has no prevout, so nobody can say what it spends: ask for the block with verbosity 3.'],
  ])('refuses %s and keeps the rest of the block', async (_, text, fault) => {
    expect(await read(text)).toMatchObject([{ row: { txid: B } }, { fault }]);
  });

  it('refuses a block of ids alone, and what is no block', async () => {
    expect(await read(`{"hash":"${A}","height":1,"time":1,"tx":["${B}"]}\nnonsense}\n`)).toMatchObject([{ line: 1, fault: 'tx[0] is only an id: ask for the block with verbosity 3.' }, { line: 2, fault: 'The block is no JSON.' }]);
  });
});
