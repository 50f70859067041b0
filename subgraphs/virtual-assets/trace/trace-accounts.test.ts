import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AccountGraph } from '../graph/account-graph.js';
import type { EtherTransfer } from '../ledger/ether-transfer.js';
import { accountsOf, chunkOfTransfers, paid, readTestAccounts, testAccount, testHash } from '../testing/read-test-accounts.js';
import { testFile } from '../testing/read-test-ledger.js';
import { accountPaths } from './account-paths.js';
import type { AccountTrace } from './account-trace.js';
import { describeAccountTrace } from './describe-account-trace.js';
import { compareFractions, shorten } from './haircut.js';
import { sumOfTaints } from './sum-of-taints.js';
import { traceAccounts } from './trace-accounts.js';
import { NO_LIMITS, type Direction, type IsService, type TraceLimits, type TraceSource } from './trace-question.js';

const ETH = 10n ** 18n;

interface Asked {
  readonly direction?: Direction;
  readonly sources: readonly TraceSource[];
  readonly limits?: Partial<TraceLimits>;
  readonly isService?: IsService;
}

function trace(graph: AccountGraph, { direction = 'FORWARD', sources, limits = {}, isService = () => false }: Asked): AccountTrace {
  return traceAccounts(graph, { direction, sources, limits: { ...NO_LIMITS, ...limits }, through: [] }, isService);
}

function graphOf(...transfers: readonly EtherTransfer[]): AccountGraph {
  return accountsOf([chunkOfTransfers(transfers)]).graph;
}

function transaction(number: number): TraceSource {
  return { kind: 'TRANSACTION', txid: testHash(number) };
}

/** [account, asset…]: poison, haircut, FIFO. */
function described(graph: AccountGraph, traced: AccountTrace): { readonly moved: unknown; readonly held: unknown } {
  const { transfers, holdings } = describeAccountTrace(graph, traced);
  return {
    moved: transfers.map(({ from, to, poison, haircut, fifo, end }) => [Number(from), to === null ? null : Number(to), poison, haircut, fifo, end]),
    held: holdings.map(({ account, poison, haircut, fifo, end }) => [Number(account), poison, haircut, fifo, end]),
  };
}

describe('a trace over accounts', () => {
  it('of 3 stolen with 7 clean wei taints 10 by poison, 30 % of 10 by haircut, the first that came by FIFO', () => {
    const graph = graphOf(paid(1, 1, 3, 3n), paid(2, 2, 3, 7n), paid(3, 3, 4, 4n), paid(4, 3, 5, 6n));
    expect(described(graph, trace(graph, { sources: [transaction(1)] }))).toEqual({
      moved: [[1, 3, '3', '3', '3', null], [3, 4, '4', '6/5', '3', null], [3, 5, '6', '9/5', '0', null]],
      held: [[4, '4', '6/5', '3', 'UNSPENT'], [5, '6', '9/5', '0', 'UNSPENT']],
    });
  });

  it('lets an earlier balance of unknown origin go first', () => {
    const graph = graphOf(paid(1, 1, 3, 3n), paid(2, 3, 4, 5n), paid(3, 3, 5, 4n));
    expect(graph.openingBalance(graph.holdingsOf(testAccount(3))[0] ?? -1)).toBe(6n);
    expect(described(graph, trace(graph, { sources: [transaction(1)] })).moved).toEqual([[1, 3, '3', '3', '3', null], [3, 4, '5', '5/3', '0', null], [3, 5, '4', '4/3', '3', null]]);
  });

  it('pays the fee before anything moves, and nothing of a failed transaction moves', () => {
    const graph = graphOf(paid(1, 1, 3, 3n), paid(2, 3, 4, 1n, { fee: 2n }), paid(3, 3, 4, 1n, { failed: true }));
    expect(described(graph, trace(graph, { sources: [transaction(1)] })).moved).toEqual([[1, 3, '3', '3', '3', null], [3, null, '2', '2', '2', 'FEE'], [3, 4, '1', '1', '1', null]]);
  });

  it('keeps tokens and ether apart', () => {
    const token = { contract: testAccount(77), symbol: 'USDT', decimals: 6 };
    const graph = graphOf(paid(1, 1, 3, 3n), paid(2, 2, 3, 9n, { kind: 'token', token }), paid(3, 3, 4, 9n, { kind: 'token', token }), paid(4, 3, 5, 3n));
    expect(described(graph, trace(graph, { sources: [transaction(1)] })).moved).toEqual([[1, 3, '3', '3', '3', null], [3, 5, '3', '3', '3', null]]);
  });

  it('asks backward where money came from', () => {
    const graph = graphOf(paid(1, 1, 3, 3n), paid(2, 2, 3, 7n), paid(3, 3, 4, 4n), paid(4, 3, 5, 6n));
    expect(described(graph, trace(graph, { direction: 'BACKWARD', sources: [transaction(3)] }))).toEqual({
      moved: [[1, 3, '3', '6/5', '3', null], [2, 3, '7', '14/5', '1', null], [3, 4, '4', '4', '4', null]],
      held: [[1, '3', '6/5', '3', 'UNKNOWN_ORIGIN'], [2, '7', '14/5', '1', 'UNKNOWN_ORIGIN']],
    });
  });

  it.each<[string, Partial<Asked>, unknown]>([
    ['at a service', { isService: (address) => address === testAccount(3) }, [[1, 2, null], [2, 3, 'SERVICE']]],
    ['after a number of hops', { limits: { hops: 1 } }, [[1, 2, null], [2, 3, 'HOPS']]],
    ['outside of a window', { limits: { to: 24 } }, [[1, 2, null], [2, 3, null], [3, 4, 'WINDOW']]],
    ['below an amount', { limits: { amountFloor: 4n } }, [[1, 2, 'FLOOR']]],
    ['when the budget is used up', { limits: { budget: 2 } }, [[1, 2, null], [2, 3, null]]],
  ])('stops %s, and says so', (_, asked, expected) => {
    const graph = graphOf(paid(1, 1, 2, 3n), paid(2, 2, 3, 3n), paid(3, 3, 4, 3n));
    const traced = trace(graph, { sources: [transaction(1)], ...asked });
    expect((described(graph, traced).moved as unknown[][]).map(([from, to, , , , end]) => [from, to, end])).toEqual(expected);
    if (asked.limits?.budget !== undefined) expect(traced.holdings.map(({ end }) => end)).toEqual(['BUDGET']);
  });
});

const RANDOM = fc.record({
  transfers: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.bigInt({ min: 0n, max: 9n }), fc.option(fc.bigInt({ min: 1n, max: 2n }))), { minLength: 1, maxLength: 25 }),
  pick: fc.nat(1_000),
  direction: fc.constantFrom('FORWARD' as const, 'BACKWARD' as const),
  limits: fc.record({ hops: fc.option(fc.nat(3)), budget: fc.constantFrom(8, 1_000), amountFloor: fc.option(fc.bigInt({ min: 0n, max: 4n })), to: fc.option(fc.nat(300)) }),
});

describe('taint over accounts, whatever they pay,', () => {
  it('is conserved under haircut and FIFO, and never more than poison', () => {
    fc.assert(fc.property(RANDOM, ({ transfers, pick, direction, limits }) => {
      const graph = graphOf(...transfers.map(([from, to, amount, fee], index) => paid(index + 1, from, to, amount, { fee })));
      const traced = trace(graph, { direction, limits, sources: [transaction(1 + (pick % transfers.length)), transaction(1)] });
      const rest = sumOfTaints([...traced.transfers.filter(({ end }) => end !== null), ...traced.holdings]);
      expect([rest.fifo, shorten(rest.haircut)]).toEqual([traced.injected.fifo, shorten(traced.injected.haircut)]);
      for (const { poison, haircut, fifo } of [...traced.transfers, ...traced.holdings]) {
        expect(fifo >= 0n && fifo <= poison && haircut.numerator >= 0n && compareFractions(haircut, { numerator: poison, denominator: 1n }) <= 0).toBe(true);
      }
    }), { numRuns: 500 });
  });

  it('by FIFO is what a literal queue of single wei says, forward and backward', () => {
    fc.assert(fc.property(RANDOM, ({ transfers, pick }) => {
      const rows = transfers.map(([from, to, amount, fee], index) => paid(index + 1, from, to, amount, { fee }));
      const graph = graphOf(...rows);
      const source = 1 + (pick % rows.length);
      const moved = literalQueue(graph, rows);
      const forward = trace(graph, { sources: [transaction(source)] });
      // By transfer: how many of its wei had once been moved by the source.
      for (const { transfer, fifo, isSource } of forward.transfers) {
        if (!isSource) expect(fifo).toBe(BigInt((moved.get(transfer) ?? []).filter((wei) => wei.includes(sourceOf(graph, source))).length));
      }
      const backward = trace(graph, { direction: 'BACKWARD', sources: [transaction(source)] });
      const wanted = moved.get(sourceOf(graph, source)) ?? [];
      for (const { transfer, fifo, isSource } of backward.transfers) {
        if (!isSource) expect(fifo).toBe(BigInt(wanted.filter((wei) => wei.includes(transfer)).length));
      }
    }), { numRuns: 300 });
  });
});

function sourceOf(graph: AccountGraph, number: number): number {
  return graph.transfersOf(testHash(number)).find((transfer) => graph.kind(transfer) === 'transaction') ?? -1;
}

/** By transfer: its wei, each with all transfers that have moved it before this one. */
function literalQueue(graph: AccountGraph, rows: readonly EtherTransfer[]): Map<number, (readonly number[])[]> {
  const queues = new Map<string, (readonly number[])[]>();
  const queueOf = (account: string): (readonly number[])[] => {
    const known = queues.get(account);
    if (known !== undefined) return known;
    const opening = graph.openingBalance(graph.holdingsOf(account)[0] ?? -1);
    const queue = Array.from({ length: Number(opening) }, () => [] as readonly number[]);
    queues.set(account, queue);
    return queue;
  };
  const moved = new Map<number, (readonly number[])[]>();
  rows.forEach((row, index) => {
    for (const transfer of graph.transfersOf(testHash(index + 1))) {
      const taken = queueOf(row.from).splice(0, Number(graph.amount(transfer)));
      moved.set(transfer, taken);
      if (graph.to(transfer) !== -1) queueOf(row.to ?? '').push(...taken.map((wei) => [...wei, transfer]));
    }
  });
  return moved;
}

interface RoninCase {
  readonly files: readonly string[];
  readonly anchor: string;
  readonly theft: { readonly internalTx: string; readonly eth: string; readonly from_: string; readonly usdcTx: string; readonly usdcBase: string };
  readonly outgoingEthTotals: readonly { readonly to: string; readonly eth: string }[];
  readonly hop3: readonly { readonly from_: string; readonly to: string; readonly eth: string; readonly time: string }[];
}

const [RONIN] = JSON.parse(readFileSync(testFile('ether/trace_cases.json'), 'utf8')) as readonly [RoninCase];

function wei(eth: string): bigint {
  const [whole = '', fraction = ''] = eth.split('.');
  return BigInt(whole) * ETH + BigInt(fraction.padEnd(18, '0'));
}

describe('the Ronin theft of 2022', () => {
  it('began with a transfer by a contract, and in a token', async () => {
    const { graph, findings } = await readTestAccounts(...RONIN.files);
    expect(findings.kept).toEqual([]);
    const { transfers } = describeAccountTrace(graph, trace(graph, { direction: 'BACKWARD', sources: [RONIN.theft.internalTx, RONIN.theft.usdcTx].map((txid) => ({ kind: 'TRANSACTION', txid })) }));
    expect(transfers.filter(({ hop }) => hop === 0).map(({ kind, from, to, amount }) => ({ kind, from, to, amount }))).toEqual([
      { kind: 'internal', from: RONIN.theft.from_, to: RONIN.anchor, amount: String(wei(RONIN.theft.eth)) },
      { kind: 'token', from: RONIN.theft.from_, to: RONIN.anchor, amount: RONIN.theft.usdcBase },
    ]);
  });

  it('tells each transfer once, although one file names no transactions', async () => {
    const both = await readTestAccounts(...RONIN.files);
    const reversed = await readTestAccounts(...[...RONIN.files].reverse());
    expect(reversed.summary).toEqual(both.summary);
    const totals = (graph: AccountGraph): Map<string, bigint> => {
      const sums = new Map<string, bigint>();
      for (const holding of graph.holdingsOf(RONIN.anchor).filter((each) => graph.asset(each) === 'ETH')) {
        for (const transfer of graph.eventsOf(holding)) {
          const to = graph.to(transfer);
          if (graph.from(transfer) === holding && to !== -1) sums.set(graph.account(to), (sums.get(graph.account(to)) ?? 0n) + graph.amount(transfer));
        }
      }
      return sums;
    };
    const alone = await readTestAccounts('ronin_exploiter_2022.jsonl');
    const expected = Object.fromEntries(RONIN.outgoingEthTotals.map(({ to, eth }) => [to, wei(eth)]));
    expect(Object.fromEntries(totals(alone.graph))).toEqual(expected);
    // The second file goes on after the first ends, and repeats it without hashes and with rounded amounts.
    for (const { graph } of [both, reversed]) expect(Object.fromEntries(totals(graph))).toMatchObject(expected);
    expect([...totals(both.graph)].filter(([to]) => !(to in expected)).map(([to]) => to).sort()).toEqual(['0x08723392ed15743cc38513c4925f5e6be5c17243', '0x3e37627deaa754090fbfbb8bd226c1ce66d255e9']);
  });

  it('is followed over the second and third hop', async () => {
    const { graph } = await readTestAccounts(...RONIN.files);
    const traced = trace(graph, { sources: [{ kind: 'TRANSACTION', txid: RONIN.theft.internalTx }] });
    const { transfers } = describeAccountTrace(graph, traced);
    for (const { from_, to, eth, time } of RONIN.hop3) {
      expect(transfers.filter((moved) => moved.from === from_ && moved.to === to && moved.amount === String(wei(eth)))).toMatchObject([{ time: Date.parse(time) / 1000 }]);
    }
    const direct = RONIN.hop3[0];
    expect(accountPaths(graph, traced, [direct?.to ?? ''])[0]?.transfers.map(({ to }) => to)).toEqual([RONIN.anchor, direct?.from_, direct?.to]);
    const rest = sumOfTaints([...traced.transfers.filter(({ end }) => end !== null), ...traced.holdings]);
    expect([rest.fifo, shorten(rest.haircut)]).toEqual([wei(RONIN.theft.eth), { numerator: wei(RONIN.theft.eth), denominator: 1n }]);
  });

  it('makes no edge from the tokens that were swapped to the ether that came back', async () => {
    const { graph } = await readTestAccounts(...RONIN.files);
    const { transfers } = describeAccountTrace(graph, trace(graph, { sources: [{ kind: 'TRANSACTION', txid: RONIN.theft.usdcTx }] }));
    expect(new Set(transfers.map(({ asset }) => asset))).toEqual(new Set(['0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48']));
  });
});
