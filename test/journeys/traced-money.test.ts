import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { loadLedger } from '../../seed/load-ledger.js';
import { ask, type GraphqlAnswer } from '../../shared/testing/ask.js';
import { change } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, openJourney, signedIn } from './journey.js';

const SEED = fileURLToPath(new URL('../../seed/data/ledger/colonial-pipeline-2021.jsonl', import.meta.url));
const CASES = new URL('../../subgraphs/virtual-assets/testing/data/bitcoin/trace_cases.json', import.meta.url);

const links = z.array(z.object({ txid: z.string(), blockHeight: z.number(), time: z.number() }));
const colonial = z.object({
  expectedForwardFromRansom: links, expectedBackwardFromFbi: links, expectedForwardFromFbi: links,
  amountsSat: z.record(z.string(), z.number()),
  expectedSpendLinks: z.array(z.object({ fromTxid: z.string(), vout: z.number(), toTxid: z.string(), inputIndex: z.number(), address: z.string(), valueSat: z.number() })),
  noise: z.array(z.string()),
}).parse((JSON.parse(readFileSync(CASES, 'utf8')) as readonly { readonly id: string }[]).find(({ id }) => id === 'colonial-pipeline-2021'));

const RANSOM = '15JFh88FcE4WL6qeMLgX5VEAFCbRXjc9fr';
const AFFILIATE = 'bc1qq2euq8pw950klpjcawuy4uj39ym43hs6cfsegq';
const FBI = 'bc1qpx7vyv5tp7dm0g475ev527krg764t73dh77gls';
const SEIZURE = '943f2d576ed8d9f388ba75eb82fe35cce29479b84121827ac368a5a94f44cf7a';

const tokyo = signedIn('liaison-jp');

let exchange: TestExchange;
beforeAll(async () => {
  exchange = await openJourney();
  await loadLedger(exchange.exchange.virtualAssets.stores.ledger, SEED);
});
afterAll(() => exchange.close());

const TAINT = '{ poison haircut haircutRounded fifo }';
const TRACE = `query ($input: TraceInput!, $first: Int, $after: String) { trace(input: $input) {
  evidence { network { code } height dataVersion rules { poison haircut fifo } haircutArithmetic parameters { direction sources budget hops from to amountFloor shareFloor through } }
  injected ${TAINT} edges notFound
  stopped { reason places taint ${TAINT} }
  services { edges { node { address { address } places tags { label category { code } actor } taint ${TAINT} } } }
  outputs(first: $first, after: $after) { edges { node { transaction output address { address } satoshi hop end taint ${TAINT} } } pageInfo { hasNextPage endCursor } }
  steps { edges { node { transaction height time hop spent made fee ${TAINT} otherKnown otherUnknown coinJoin } } }
} }`;

const taint = z.object({ poison: z.string(), haircut: z.string(), haircutRounded: z.string(), fifo: z.string() });
const traced = z.object({
  trace: z.object({
    evidence: z.object({ height: z.number(), dataVersion: z.string() }),
    injected: taint,
    stopped: z.array(z.object({ reason: z.string(), places: z.number(), taint })),
    services: z.object({ edges: z.array(z.object({ node: z.object({ address: z.object({ address: z.string() }), tags: z.array(z.object({ label: z.string() })) }) })) }),
    outputs: z.object({ edges: z.array(z.object({ node: z.object({ transaction: z.string(), output: z.number(), satoshi: z.string(), end: z.string().nullable(), taint }) })), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) }),
    steps: z.object({ edges: z.array(z.object({ node: z.object({ transaction: z.string(), height: z.number(), time: z.string() }) })) }),
  }),
});
type Traced = z.infer<typeof traced>['trace'];

const input = (direction: 'FORWARD' | 'BACKWARD', source: object, more: object = {}): object => ({ network: 'BITCOIN', direction, sources: [source], ...more });

async function trace(asked: object, viewer = tokyo): Promise<Traced> {
  return traced.parse(await answered(exchange, viewer, TRACE, { input: asked })).trace;
}

const stepsOf = ({ steps }: Traced): object[] => steps.edges.map(({ node }) => ({ txid: node.transaction, blockHeight: node.height, time: Date.parse(node.time) / 1_000 }));

describe('the Colonial Pipeline case, asked of the gateway', () => {
  it('follows the ransom forward, to where the ledger that is held has a gap', async () => {
    const answer = await trace(input('FORWARD', { address: RANSOM }));
    const transactions = [...answer.outputs.edges.map(({ node }) => node.transaction), ...answer.steps.edges.map(({ node }) => node.transaction)];
    for (const { txid } of colonial.expectedForwardFromRansom) expect(transactions).toContain(txid);
    expect(answer.outputs.edges.map(({ node }) => node.satoshi)).toContain(String(colonial.amountsSat['ransom']));
    for (const txid of colonial.noise) expect(answer.steps.edges.map(({ node }) => node.transaction)).not.toContain(txid);
    expect(answer.stopped.map(({ reason }) => reason)).toContain('UNSPENT');
  });

  it('follows the seizure backward to the affiliate, and on to where it went', async () => {
    const backward = await trace(input('BACKWARD', { transaction: SEIZURE, output: 1 }));
    expect(stepsOf(backward)).toEqual(colonial.expectedBackwardFromFbi);
    const forward = await trace(input('FORWARD', { transaction: SEIZURE, output: 1 }));
    expect(stepsOf(forward).concat(stepsOf(backward).slice(0, 1))).toEqual(expect.arrayContaining(colonial.expectedForwardFromFbi));
    expect(forward.injected).toEqual(Object.fromEntries(Object.entries({ poison: '', haircut: '', fifo: '', haircutRounded: '.000000' }).map(([rule, behind]) => [rule, `${String(colonial.amountsSat['seized'])}${behind}`])));
  });

  it('adds up by haircut and FIFO to what the sources put in', async () => {
    const { injected, stopped } = await trace(input('FORWARD', { address: AFFILIATE }));
    for (const rule of ['haircut', 'fifo'] as const) expect(stopped.reduce((sum, { taint: each }) => sum + rational(each[rule]), 0)).toBeCloseTo(rational(injected[rule]), 3);
    expect(stopped.reduce((sum, { taint: { fifo } }) => sum + BigInt(fifo), 0n)).toBe(BigInt(injected.fifo));
  });

  it('shows the transactions as they stand in the chain', async () => {
    const query = `query ($txid: String!) { bitcoinTransaction(txid: $txid) { txid height time isCoinbase feeSatoshi isOriginKnown coinJoin changeHint { output reason } evidence { height ledgerVersion }
      inputs { edges { node { transaction output satoshi isOriginHeld address { address } } } } outputs { edges { node { output satoshi spentBy address { address cluster { id size } } } } } } }`;
    for (const { fromTxid, vout, toTxid, inputIndex, address, valueSat } of colonial.expectedSpendLinks) {
      const { bitcoinTransaction: spender } = z.object({ bitcoinTransaction: z.object({ inputs: z.object({ edges: z.array(z.object({ node: z.unknown() })) }) }) }).parse(await answered(exchange, tokyo, query, { txid: toTxid.toUpperCase() }));
      expect(spender.inputs.edges[inputIndex]?.node).toEqual({ transaction: fromTxid, output: vout, satoshi: String(valueSat), isOriginHeld: true, address: { address } });
    }
    expect(await answered(exchange, tokyo, query, { txid: SEIZURE })).toMatchObject({ bitcoinTransaction: {
      height: 686683, isCoinbase: false, isOriginKnown: false, coinJoin: null, changeHint: { output: 0, reason: 'BACK_TO_SENDER' },
      outputs: { edges: [{ node: { satoshi: String(colonial.amountsSat['remainder']) } }, { node: { satoshi: String(colonial.amountsSat['seized']), address: { address: FBI } } }] },
    } });
    expect(await answered(exchange, tokyo, query, { txid: '0'.repeat(64) })).toEqual({ bitcoinTransaction: null });
  });

  it('finds the path of the seized coins, and none over the gap', async () => {
    const query = 'query ($input: PathsInput!) { paths(input: $input) { targets notFound evidence { dataVersion } stopped { reason places } paths { edges { node { source outputs target { address } } } } } }';
    const asked = { network: 'BITCOIN', from: [{ transaction: 'daf38c7b38eb0a587cf843f47000d5c294affb4f56017370ad48c5147f5e69d9' }], to: [FBI] };
    const outputs = ['daf38c7b38eb0a587cf843f47000d5c294affb4f56017370ad48c5147f5e69d9:0', `${SEIZURE}:1`];
    expect(await answered(exchange, tokyo, query, { input: asked })).toMatchObject({ paths: { notFound: [], paths: { edges: [{ node: { source: outputs[0], outputs, target: { address: FBI } } }] } } });
    expect(await answered(exchange, tokyo, query, { input: { ...asked, from: [{ address: RANSOM }] } })).toMatchObject({ paths: { paths: { edges: [] } } });
  });

  it('says why addresses are together, and that others are apart', async () => {
    const query = 'query ($one: String!, $other: String!) { whyTogether(one: $one, other: $other) { outcome rule links { from { address } transaction height to { address } } evidence { ledgerVersion } } }';
    const together = (one: string, other: string): Promise<unknown> => answered(exchange, tokyo, query, { one, other });
    const { bitcoinTransaction: { inputs } } = z.object({ bitcoinTransaction: z.object({ inputs: z.object({ edges: z.array(z.object({ node: z.object({ address: z.object({ address: z.string() }) }) })) }) }) })
      .parse(await answered(exchange, tokyo, 'query ($txid: String!) { bitcoinTransaction(txid: $txid) { inputs { edges { node { address { address } } } } } }', { txid: '915fb4f0a030937f2c1d2210996e8eb32b5a41b331965c7ec78961923775bd62' }));
    const spenders = [...new Set(inputs.edges.map(({ node }) => node.address.address))];
    expect(await together(RANSOM, spenders.at(-1) ?? '')).toMatchObject({ whyTogether: { outcome: 'CHAIN' } });
    expect(await together(RANSOM, FBI)).toMatchObject({ whyTogether: { outcome: 'APART', links: [] } });
    expect(await together(RANSOM, '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa')).toMatchObject({ whyTogether: { outcome: 'NOT_HELD' } });
  });
});

describe('a trace', () => {
  it('has the same bytes for the same question, and pages that put together are the whole', async () => {
    const asked = input('FORWARD', { address: AFFILIATE });
    const [one, again] = [await trace(asked), await trace(asked)];
    expect(JSON.stringify(again)).toBe(JSON.stringify(one));
    const found: unknown[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { trace: { outputs } } = traced.parse(await answered(exchange, tokyo, TRACE, { input: asked, first: 1, after }));
      found.push(...outputs.edges.map(({ node }) => node));
      [after, more] = [outputs.pageInfo.endCursor, outputs.pageInfo.hasNextPage];
    }
    expect(found).toEqual(one.outputs.edges.map(({ node }) => node));
    expect(found.length).toBeGreaterThan(2);
  });

  it('stops at the budget, the hops and the floors, and says so', async () => {
    const reasons = async (limits: object): Promise<string[]> => (await trace(input('FORWARD', { address: AFFILIATE }, { limits }))).stopped.map(({ reason }) => reason);
    expect(await reasons({ budget: 1 })).toEqual(['UNSPENT', 'BUDGET']);
    expect(await reasons({ hops: 0 })).toEqual(expect.arrayContaining(['HOPS']));
    expect(await reasons({ amountFloor: '2100000000000000' })).toContain('FLOOR');
    expect(await reasons({ to: '2021-06-01T00:00:00Z' })).toContain('WINDOW');
  });

  const refusals: readonly [string, object, string][] = [
    ['a network without a ledger', { network: 'ETHEREUM' }, 'input.network'],
    ['no source', { sources: [] }, 'input.sources'],
    ['two kinds of source in one', { sources: [{ address: RANSOM, transaction: SEIZURE }] }, 'input.sources[0]'],
    ['an address with a slip', { sources: [{ address: `${RANSOM.slice(0, -1)}x` }] }, 'input.sources[0].address'],
    ['an id that is too short', { sources: [{ transaction: 'abc' }] }, 'input.sources[0].transaction'],
    ['an output below 0', { sources: [{ transaction: SEIZURE, output: -1 }] }, 'input.sources[0].output'],
    ['no budget', { limits: { budget: 0 } }, 'input.limits.budget'],
    ['more budget than there is', { limits: { budget: 1_000_001 } }, 'input.limits.budget'],
    ['hops below 0', { limits: { hops: -1 } }, 'input.limits.hops'],
    ['a part of a satoshi', { limits: { amountFloor: '0.5' } }, 'input.limits.amountFloor'],
    ['a share above 1', { limits: { shareFloor: '3/2' } }, 'input.limits.shareFloor'],
    ['a share over nothing', { limits: { shareFloor: '1/0' } }, 'input.limits.shareFloor'],
    ['a window that ends before it begins', { limits: { from: '2021-06-02T00:00:00Z', to: '2021-06-01T00:00:00Z' } }, 'input.limits.from'],
    ['a way through what is no address', { through: ['nowhere'] }, 'input.through[0]'],
  ];
  it.each(refusals)('refuses %s and names the field', async (_, more, field) => {
    const { errors }: GraphqlAnswer = await ask(exchange, tokyo, TRACE, { input: input('FORWARD', { address: RANSOM }, more) });
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining(`\`${field}\``) as unknown, extensions: { code: 'BAD_USER_INPUT' } });
  });
});

describe('a trace that meets a service', () => {
  const windhoek = signedIn('liaison-na');
  const asked = input('BACKWARD', { transaction: SEIZURE, output: 1 });

  it('stops for those who may read the tag, shows it, and goes on for everybody else as if there were none', async () => {
    const [before, beforeThere] = [await trace(asked), await trace(asked, windhoek)];
    await change(exchange, tokyo, 'recordTag', { reference: 'T-1', network: 'BITCOIN', address: AFFILIATE, label: 'Hot wallet', source: 'Case 9', category: 'exchange', actor: 'invented-exchange', handling: { tlp: 'RED' } });
    const after = await trace(asked);
    expect(after.services.edges).toEqual([{ node: { address: { address: AFFILIATE }, tags: [{ label: 'Hot wallet' }] } }]);
    expect(after.stopped.map(({ reason }) => reason)).toContain('SERVICE');
    expect(after.evidence.dataVersion).not.toBe(before.evidence.dataVersion);
    expect(JSON.stringify(await trace(asked, windhoek))).toBe(JSON.stringify(beforeThere));
    expect(JSON.stringify(await trace({ ...asked, through: [AFFILIATE] }))).not.toContain('SERVICE');
  });
});

function rational(text: string): number {
  const [over = '0', under = '1'] = text.split('/');
  return Number(over) / Number(under);
}
