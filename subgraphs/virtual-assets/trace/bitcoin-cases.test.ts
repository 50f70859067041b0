import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { changeHint } from '../cluster/change-hint.js';
import type { UtxoGraph } from '../graph/utxo-graph.js';
import { readTestLedger, testFile } from '../testing/read-test-ledger.js';
import { describeUtxoTrace, type DescribedTrace } from './describe-utxo-trace.js';
import { NO_LIMITS, type Direction, type TraceSource } from './trace-question.js';
import { traceUtxo } from './trace-utxo.js';
import { utxoPaths } from './utxo-paths.js';

interface SpendLink {
  readonly fromTxid: string;
  readonly vout: number;
  readonly toTxid: string;
  readonly inputIndex: number;
  readonly address: string;
  readonly valueSat: number;
}

interface Case {
  readonly id: string;
  readonly file: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly start: { readonly txid: string; readonly vout: number };
  readonly expectedSpendLinks: readonly SpendLink[];
  readonly expectedUnspentFromStartSat: { readonly outputs: readonly { readonly txid: string; readonly n: number; readonly valueSat: number }[]; readonly sumSat: number };
  readonly expectedForwardFromRansom: readonly { readonly txid: string }[];
  readonly expectedBackwardFromFbi: readonly { readonly txid: string }[];
  readonly expectedForwardFromFbi: readonly { readonly txid: string }[];
  readonly amountsSat: Readonly<Record<string, number>>;
  readonly honestGap: { readonly between: readonly string[] };
  readonly noise: readonly string[];
  readonly expected: Readonly<Record<string, unknown>>;
  readonly expectedLongestPathTx: number;
  readonly endTxid: string;
}

const CASES = JSON.parse(readFileSync(testFile('bitcoin/trace_cases.json'), 'utf8')) as readonly Case[];

function caseOf(id: string): Case {
  const found = CASES.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}.`);
  return found;
}

function describeTrace(graph: UtxoGraph, direction: Direction, ...sources: readonly TraceSource[]): DescribedTrace {
  return describeUtxoTrace(graph, traceUtxo(graph, { direction, sources, limits: NO_LIMITS, through: [] }, () => false));
}

function transactionsIn({ outputs, steps }: DescribedTrace): Set<string> {
  return new Set([...outputs, ...steps].map(({ txid }) => txid));
}

function address(each: string): TraceSource {
  return { kind: 'ADDRESS', address: each };
}

describe.each(CASES.filter(({ expectedSpendLinks }) => (expectedSpendLinks as unknown) !== undefined))('the links of $id', ({ file, expectedSpendLinks }) => {
  it('are those of the chain', async () => {
    const { graph } = await readTestLedger(file);
    for (const { fromTxid, vout, toTxid, inputIndex, address: at, valueSat } of expectedSpendLinks) {
      const output = graph.outputStart(graph.findTransaction(fromTxid)) + vout;
      const spender = graph.findTransaction(toTxid);
      expect([graph.spentBy(output), graph.spentAt(graph.inputStart(spender) + inputIndex), graph.address(graph.addressOf(output)), graph.satoshi(output)]).toEqual([spender, output, at, valueSat]);
    }
  });
});

describe('the first payments of 2009', () => {
  it('end where nothing spends them, and add up', async () => {
    const { file, start, expectedUnspentFromStartSat: expected } = caseOf('satoshi-first-payments-2009');
    const { graph } = await readTestLedger(file);
    const { outputs, stopped } = describeTrace(graph, 'FORWARD', { kind: 'OUTPUT', txid: start.txid, vout: start.vout });
    const unspent = outputs.filter(({ end }) => end === 'UNSPENT').map(({ txid, vout, satoshi }) => ({ txid, vout, satoshi }));
    expect(unspent).toHaveLength(expected.outputs.length);
    expect(unspent).toEqual(expect.arrayContaining(expected.outputs.map(({ txid, n, valueSat }) => ({ txid, vout: n, satoshi: String(valueSat) }))));
    const sum = String(expected.sumSat);
    expect(stopped).toEqual([{ reason: 'UNSPENT', places: expected.outputs.length, poison: sum, haircut: sum, fifo: sum }]);
  });
});

describe('the pizza of 2010', () => {
  it('was paid by 131 inputs of one address', async () => {
    const { file, expected } = caseOf('pizza-2010');
    const { graph } = await readTestLedger(file);
    const { steps, outputs } = describeTrace(graph, 'BACKWARD', { kind: 'TRANSACTION', txid: String(expected['txid']) });
    const inputs = outputs.filter(({ hop }) => hop === 1);
    expect([inputs.length, new Set(inputs.map(({ address: from }) => from)).size, steps[0]?.made.length]).toEqual([expected['inputCount'], expected['distinctInputAddresses'], 1]);
    expect(outputs.find(({ hop }) => hop === 0)).toMatchObject({ address: expected['toAddress'], satoshi: String(expected['outputSumSat']) });
  });
});

describe('the ransom of Colonial Pipeline', () => {
  const { file, roles, expectedForwardFromRansom, expectedBackwardFromFbi, expectedForwardFromFbi, amountsSat, honestGap, noise } = caseOf('colonial-pipeline-2021');
  const addressOf = (role: string): string => Object.keys(roles).find((each) => roles[each] === role) ?? '';
  const [ransom, fbi] = [addressOf('ransom payment address'), addressOf('FBI holding address')];

  it('leads forward from the payment, and backward from the seizure', async () => {
    const { graph } = await readTestLedger(file);
    for (const [direction, from, expected] of [['FORWARD', ransom, expectedForwardFromRansom], ['BACKWARD', fbi, expectedBackwardFromFbi], ['FORWARD', fbi, expectedForwardFromFbi]] as const) {
      const reached = transactionsIn(describeTrace(graph, direction, address(from)));
      for (const { txid } of expected) expect(reached).toContain(txid);
    }
  });

  it('has the amounts of the affidavit', async () => {
    const { graph } = await readTestLedger(file);
    const amounts = describeTrace(graph, 'BACKWARD', address(fbi)).outputs.map(({ satoshi }) => Number(satoshi));
    expect(amounts).toEqual(expect.arrayContaining([amountsSat['seized'], amountsSat['fundingOfAffiliateAddress'], amountsSat['largestFundingInput']]));
    expect(describeTrace(graph, 'FORWARD', address(ransom)).outputs.map(({ satoshi }) => Number(satoshi))).toContain(amountsSat['ransom']);
  });

  it('has a gap that no trace closes', async () => {
    const { graph } = await readTestLedger(file);
    const [before = '', after = ''] = honestGap.between.map((place) => place.split(' ')[0] ?? '');
    const forward = describeTrace(graph, 'FORWARD', address(ransom)).outputs;
    expect(forward.find(({ txid, vout }) => `${txid}:${vout}` === before)).toMatchObject({ end: 'UNSPENT' });
    const backward = describeTrace(graph, 'BACKWARD', address(fbi)).outputs;
    expect(backward.find(({ txid, vout }) => `${txid}:${vout}` === after)).toMatchObject({ end: 'UNKNOWN_ORIGIN' });
    const trace = traceUtxo(graph, { direction: 'FORWARD', sources: [address(ransom)], limits: NO_LIMITS, through: [] }, () => false);
    expect(utxoPaths(graph, trace, [fbi])).toEqual([]);
  });

  it('is not joined by the dust that strangers sent later', async () => {
    const { graph } = await readTestLedger(file);
    const output = (txid: string): TraceSource => ({ kind: 'TRANSACTION', txid });
    const reached = transactionsIn(describeTrace(graph, 'FORWARD', output('6a798026d44af27dbacd28ea21462808df8deca51794cec80c1b59e07ef924a2')));
    for (const txid of noise) expect(reached).not.toContain(txid);
  });

  it('has a path from the seized coins to where they went', async () => {
    const { graph } = await readTestLedger(file);
    const sources: TraceSource[] = [{ kind: 'TRANSACTION', txid: 'daf38c7b38eb0a587cf843f47000d5c294affb4f56017370ad48c5147f5e69d9' }];
    const trace = traceUtxo(graph, { direction: 'FORWARD', sources, limits: NO_LIMITS, through: [] }, () => false);
    expect(utxoPaths(graph, trace, [fbi])).toMatchObject([{ target: fbi, outputs: ['daf38c7b38eb0a587cf843f47000d5c294affb4f56017370ad48c5147f5e69d9:0', '943f2d576ed8d9f388ba75eb82fe35cce29479b84121827ac368a5a94f44cf7a:1'] }]);
  });
});

describe('the Whirlpool CoinJoin of 2019', () => {
  const { file, expected } = caseOf('whirlpool-coinjoin-2019');

  it('is no change of anybody, and pairs no input with an output', async () => {
    const { graph } = await readTestLedger(file);
    const mix = graph.findTransaction(String(expected['coinjoinTx']));
    expect([graph.coinJoin(mix), changeHint(graph, mix)]).toEqual(['WHIRLPOOL', null]);
    const [first] = describeTrace(graph, 'FORWARD', { kind: 'OUTPUT', txid: graph.outpoint(graph.spentAt(graph.inputStart(mix))).txid, vout: graph.outpoint(graph.spentAt(graph.inputStart(mix))).vout }).steps;
    expect(first).toMatchObject({ coinJoin: 'WHIRLPOOL' });
    expect([first?.spent.length, first?.made.length]).toEqual([1, 5]);
  });
});

describe('the betting chain of 2013', () => {
  it('is followed through all of its 22 transactions', async () => {
    const { file, expectedLongestPathTx, endTxid } = caseOf('gambling-ping-pong-2014');
    const { graph } = await readTestLedger(file);
    const depth = new Map<number, number>();
    for (let transaction = 0; transaction < graph.transactionCount; transaction += 1) {
      let deepest = 0;
      for (let place = graph.inputStart(transaction); place < graph.inputEnd(transaction); place += 1) deepest = Math.max(deepest, depth.get(graph.madeBy(graph.spentAt(place))) ?? 0);
      depth.set(transaction, deepest + 1);
    }
    expect(depth.get(graph.findTransaction(endTxid))).toBe(expectedLongestPathTx);
    const { steps } = describeTrace(graph, 'BACKWARD', { kind: 'TRANSACTION', txid: endTxid });
    expect(steps.length).toBeGreaterThanOrEqual(expectedLongestPathTx);
  });
});
