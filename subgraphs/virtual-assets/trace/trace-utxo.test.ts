import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fraction } from '../../../shared/money/rational-sum.js';
import type { UtxoGraph } from '../graph/utxo-graph.js';
import type { BitcoinTransaction } from '../ledger/bitcoin-transaction.js';
import { randomLedger } from '../testing/random-ledger.js';
import { ledgerOf } from '../testing/read-test-ledger.js';
import { chunkOfTold, testAddress, testTxid, told } from '../testing/transactions.js';
import { compareFractions, haircutBy, shorten } from './haircut.js';
import { describeUtxoTrace } from './describe-utxo-trace.js';
import { NO_LIMITS, type IsService, type TraceLimits, type TraceSource } from './trace-question.js';
import { traceUtxo } from './trace-utxo.js';
import type { UtxoTrace } from './utxo-trace.js';

const NOBODY: IsService = () => false;

function graphOf(transactions: readonly BitcoinTransaction[]): UtxoGraph {
  return ledgerOf([chunkOfTold(transactions)]).graph;
}

interface Asked {
  readonly direction?: 'FORWARD' | 'BACKWARD';
  readonly sources: readonly TraceSource[];
  readonly limits?: Partial<TraceLimits>;
  readonly through?: readonly string[];
  readonly isService?: IsService;
}

function trace(graph: UtxoGraph, { direction = 'FORWARD', sources, limits = {}, through = [], isService = NOBODY }: Asked): UtxoTrace {
  return traceUtxo(graph, { direction, sources, limits: { ...NO_LIMITS, ...limits }, through }, isService);
}

function output(name: string, vout = 0): TraceSource {
  return { kind: 'OUTPUT', txid: testTxid(name), vout };
}

function nameOf(graph: UtxoGraph, number: number): string {
  const { txid, vout } = graph.outpoint(number);
  return `${Buffer.from(txid, 'hex').toString('utf8').replaceAll('.', '')}:${vout}`;
}

/** By output: poison, haircut, FIFO, and where it ends. */
function taints(graph: UtxoGraph, traced: UtxoTrace): Record<string, readonly unknown[]> {
  return Object.fromEntries(traced.outputs.map(({ output: number, poison, haircut, fifo, end }) => {
    const { numerator, denominator } = shorten(haircut);
    return [nameOf(graph, number), [Number(poison), denominator === 1n ? String(numerator) : `${numerator}/${denominator}`, Number(fifo), end]];
  }));
}

function sum(amounts: readonly Fraction[]): Fraction {
  return shorten(amounts.reduce((a, b) => (
    a.denominator === b.denominator ? { numerator: a.numerator + b.numerator, denominator: a.denominator } : { numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: a.denominator * b.denominator }
  ), { numerator: 0n, denominator: 1n }));
}

const STOLEN = told({ name: 'stolen', height: 1, pays: [[1, 3]] });
const CLEAN = told({ name: 'clean', height: 1, pays: [[2, 7]] });

describe('a trace forward', () => {
  it('of 3 stolen with 7 clean coins taints 10 by poison, 30 % of 10 by haircut, the first 3 by FIFO', () => {
    const graph = graphOf([STOLEN, CLEAN, told({ name: 'mixed', height: 2, spends: [['stolen:0', 1, 3], ['clean:0', 2, 7]], pays: [[3, 10]] }), told({ name: 'split', height: 3, spends: [['mixed:0', 3, 10]], pays: [[4, 2], [5, 2], [6, 6]] })]);
    const traced = trace(graph, { sources: [output('stolen')] });
    expect(taints(graph, traced)).toEqual({
      'stolen:0': [3, '3', 3, null], 'mixed:0': [10, '3', 3, null],
      'split:0': [2, '3/5', 2, 'UNSPENT'], 'split:1': [2, '3/5', 1, 'UNSPENT'], 'split:2': [6, '9/5', 0, 'UNSPENT'],
    });
    expect(traced.steps[0]).toMatchObject({ otherKnown: 7n, otherUnknown: 0n, hop: 1 });
  });

  it('takes inputs in their order, and leaves the fee to the last', () => {
    const graph = graphOf([STOLEN, CLEAN, told({ name: 'mixed', height: 2, spends: [['clean:0', 2, 7], ['stolen:0', 1, 3]], pays: [[3, 6], [4, 2]] })]);
    const traced = trace(graph, { sources: [output('stolen')] });
    expect(taints(graph, traced)).toMatchObject({ 'mixed:0': [6, '9/5', 0, 'UNSPENT'], 'mixed:1': [2, '3/5', 1, 'UNSPENT'] });
    expect(traced.steps[0]?.fee).toMatchObject({ poison: 2n, fifo: 2n });
  });

  it('never calls clean what comes from outside', () => {
    const graph = graphOf([STOLEN, told({ name: 'mixed', height: 2, spends: [['stolen:0', 1, 3], ['outside:0', 9, 7]], pays: [[3, 10]] })]);
    expect(trace(graph, { sources: [output('stolen')] }).steps[0]).toMatchObject({ otherKnown: 0n, otherUnknown: 7n });
  });

  const CHAIN = [STOLEN, CLEAN, ...[2, 3, 4, 5].map((height) => told({ name: `step${height}`, height, spends: [[height === 2 ? 'stolen:0' : `step${height - 1}:0`, height - 1, 3]], pays: [[height, 3]] }))];
  it.each<[string, Asked, string, string]>([
    ['at a service', { sources: [output('stolen')], isService: (address) => address === testAddress(3) }, 'step3:0', 'SERVICE'],
    ['not at a service that it is told to go through', { sources: [output('stolen')], isService: (address) => address === testAddress(3), through: [testAddress(3)] }, 'step5:0', 'UNSPENT'],
    ['not at a service that it begins at', { sources: [output('stolen')], isService: (address) => address === testAddress(1) }, 'step5:0', 'UNSPENT'],
    ['after a number of hops', { sources: [output('stolen')], limits: { hops: 2 } }, 'step3:0', 'HOPS'],
    ['at the end of a window', { sources: [output('stolen')], limits: { to: 3 * 600 } }, 'step3:0', 'WINDOW'],
    ['before a window', { sources: [output('stolen')], limits: { from: 3 * 600 } }, 'stolen:0', 'WINDOW'],
    ['when the budget is used up', { sources: [output('stolen')], limits: { budget: 5 } }, 'step3:0', 'BUDGET'],
    ['below an amount', { sources: [output('stolen')], limits: { amountFloor: 4n } }, 'stolen:0', 'FLOOR'],
  ])('stops %s, and says so', (_, asked, last, reason) => {
    const graph = graphOf(CHAIN);
    const traced = trace(graph, asked);
    expect(Object.entries(taints(graph, traced)).filter(([, [, , , end]]) => end !== null).map(([name, [, , , end]]) => [name, end])).toEqual([[last, reason]]);
  });

  it('stops below a share only where neither haircut nor FIFO reaches it', () => {
    const graph = graphOf([STOLEN, CLEAN, told({ name: 'mixed', height: 2, spends: [['stolen:0', 1, 3], ['clean:0', 2, 7]], pays: [[3, 3], [4, 7]] }), told({ name: 'on', height: 3, spends: [['mixed:0', 3, 3]], pays: [[5, 3]] }), told({ name: 'off', height: 3, spends: [['mixed:1', 4, 7]], pays: [[6, 7]] })]);
    expect(taints(graph, trace(graph, { sources: [output('stolen')], limits: { shareFloor: { numerator: 31n, denominator: 100n } } }))).toMatchObject({ 'mixed:0': [3, '9/10', 3, null], 'mixed:1': [7, '21/10', 0, 'FLOOR'] });
  });

  it('tells of sources that the ledger does not hold, and of addresses traces all that they received', () => {
    const graph = graphOf(CHAIN);
    const traced = trace(graph, { sources: [{ kind: 'ADDRESS', address: testAddress(1) }, { kind: 'ADDRESS', address: 'nobody' }, { kind: 'TRANSACTION', txid: 'ff'.repeat(32) }, output('stolen', 7)] });
    expect(traced.notFound).toEqual(['nobody', 'ff'.repeat(32), `${testTxid('stolen')}:7`]);
    expect(traced.outputs.filter(({ isSource }) => isSource).map(({ output: number }) => nameOf(graph, number))).toEqual(['stolen:0']);
  });

  it('goes on for ten thousand hops', () => {
    const long = [told({ name: 'h0', height: 1, pays: [[1, 100]] }), ...Array.from({ length: 10_000 }, (_, index) => told({ name: `h${index + 1}`, height: index + 2, spends: [[`h${index}:0`, 1, 100], [`out${index}:0`, 2, 7]], pays: [[1, 100], [2, 7]] }))];
    const traced = trace(graphOf(long), { sources: [output('h0')] });
    expect([traced.steps.at(-1)?.hop, traced.arithmetic]).toEqual([10_000, 'GRID']);
    expectConserved(traced);
  });
});

describe('a trace backward', () => {
  it('asks where money came from, by the same rules', () => {
    const graph = graphOf([STOLEN, CLEAN, told({ name: 'mixed', height: 2, spends: [['stolen:0', 1, 3], ['clean:0', 2, 7]], pays: [[3, 4], [4, 6]] }), told({ name: 'on', height: 3, spends: [['mixed:0', 3, 4], ['outside:2', 9, 6]], pays: [[5, 10]] })]);
    const traced = trace(graph, { direction: 'BACKWARD', sources: [output('on')] });
    expect(taints(graph, traced)).toEqual({
      'on:0': [10, '10', 10, null], 'mixed:0': [4, '4', 4, null], 'outside:2': [6, '6', 6, 'UNKNOWN_ORIGIN'],
      'stolen:0': [3, '6/5', 3, 'MINED'], 'clean:0': [7, '14/5', 1, 'MINED'],
    });
  });
});

/** What the sources put in is what lies at the ends. */
function expectConserved(traced: UtxoTrace): void {
  const ends = traced.outputs.filter(({ end }) => end !== null);
  const fees = traced.steps.map(({ fee }) => fee);
  expect([...ends, ...fees].reduce((total, { fifo }) => total + fifo, 0n)).toBe(traced.injected.fifo);
  expect(sum([...ends, ...fees].map(({ haircut }) => haircut))).toEqual(shorten(traced.injected.haircut));
}

const CASES = fc.record({
  ledger: randomLedger(),
  picks: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 3 }),
  direction: fc.constantFrom('FORWARD' as const, 'BACKWARD' as const),
  limits: fc.record({
    hops: fc.option(fc.nat(4)), budget: fc.constantFrom(10, 1_000), amountFloor: fc.option(fc.bigInt({ min: 0n, max: 5n })), shareFloor: fc.option(fc.record({ numerator: fc.bigInt({ min: 0n, max: 10n }), denominator: fc.constant(10n) })),
    from: fc.constant(null), to: fc.option(fc.integer({ min: 600, max: 6_000 })),
  }),
  service: fc.option(fc.integer({ min: 1, max: 12 })),
});

function randomTrace({ ledger, picks, direction, limits, service }: { ledger: readonly BitcoinTransaction[]; picks: readonly number[]; direction: 'FORWARD' | 'BACKWARD'; limits: Partial<TraceLimits>; service: number | null }): { graph: UtxoGraph; traced: UtxoTrace } {
  const graph = graphOf(ledger);
  const sources = picks.map((pick): TraceSource => {
    const { txid, outputs } = ledger[pick % ledger.length] ?? { txid: '', outputs: [] };
    return { kind: 'OUTPUT', txid, vout: pick % outputs.length };
  });
  return { graph, traced: trace(graph, { direction, sources, limits, isService: (address) => service !== null && address === testAddress(service) }) };
}

describe('taint, whatever the ledger, the direction and the limits,', () => {
  it('is conserved under each rule', () => {
    fc.assert(fc.property(CASES, (given) => {
      const { graph, traced } = randomTrace(given);
      expectConserved(traced);
      for (const { spent, made, fee, transaction } of traced.steps) {
        // By poison all that a transaction pays is tainted as soon as anything is.
        if (given.direction !== 'FORWARD') continue;
        expect(spent.length).toBeGreaterThan(0);
        const paid = made.reduce((total, { poison }) => total + poison, 0n) + fee.poison;
        let total = 0;
        for (let place = graph.inputStart(transaction); place < graph.inputEnd(transaction); place += 1) total += graph.satoshi(graph.spentAt(place));
        expect(paid).toBe(BigInt(total));
      }
    }), { numRuns: 300 });
  });

  it('by haircut or FIFO is taint by poison', () => {
    fc.assert(fc.property(CASES, (given) => {
      for (const { poison, haircut, fifo } of randomTrace(given).traced.outputs) {
        expect(fifo >= 0n && fifo <= poison).toBe(true);
        expect(haircut.numerator >= 0n && compareFractions(haircut, { numerator: poison, denominator: 1n }) <= 0).toBe(true);
      }
    }), { numRuns: 300 });
  });

  it('is the same, byte for byte, when it is asked again of the same rows in another order', () => {
    fc.assert(fc.property(CASES, (given) => {
      const { graph, traced } = randomTrace(given);
      const again = traceUtxo(graphOf([...given.ledger].reverse()), traced.question, (address) => given.service !== null && address === testAddress(given.service));
      expect(JSON.stringify(describeUtxoTrace(graph, again))).toBe(JSON.stringify(describeUtxoTrace(graph, traced)));
    }), { numRuns: 50 });
  });

  it('by FIFO is what a literal queue of single satoshi says', () => {
    fc.assert(fc.property(randomLedger(), fc.nat(1_000), (ledger, pick) => {
      const source = ledger[pick % ledger.length];
      if (source === undefined) return;
      const graph = graphOf(ledger);
      const traced = trace(graph, { sources: [{ kind: 'OUTPUT', txid: source.txid, vout: 0 }] });
      const queue = literalQueue(ledger, `${source.txid}:0`);
      for (const tainted of traced.outputs) {
        const { txid, vout } = graph.outpoint(tainted.output);
        expect(tainted.fifo).toBe(BigInt(queue.get(`${txid}:${vout}`)?.filter(Boolean).length ?? 0));
      }
      const reached = new Set(traced.outputs.filter(({ fifo }) => fifo > 0n).map(({ output: number }) => `${graph.outpoint(number).txid}:${graph.outpoint(number).vout}`));
      expect([...queue].filter(([, coins]) => coins.some(Boolean)).map(([name]) => name).sort()).toEqual([...reached].sort());
    }), { numRuns: 300 });
  });

  it('by haircut is what fractions without any bound say', () => {
    fc.assert(fc.property(randomLedger(), fc.nat(1_000), (ledger, pick) => {
      const source = ledger[pick % ledger.length];
      if (source === undefined) return;
      const graph = graphOf(ledger);
      const expected = literalHaircut(ledger, `${source.txid}:0`);
      for (const tainted of trace(graph, { sources: [{ kind: 'OUTPUT', txid: source.txid, vout: 0 }] }).outputs) {
        const { txid, vout } = graph.outpoint(tainted.output);
        expect(shorten(tainted.haircut)).toEqual(expected.get(`${txid}:${vout}`));
      }
    }), { numRuns: 200 });
  });
});

/** Every satoshi by itself: true where it is tainted. Transactions come after what they spend. */
function literalQueue(ledger: readonly BitcoinTransaction[], source: string): Map<string, boolean[]> {
  const coins = new Map<string, boolean[]>();
  for (const { txid, inputs, outputs, coinbase } of ledger) {
    const queue = inputs.flatMap((input) => coins.get(`${input.txid}:${input.vout}`) ?? new Array<boolean>(Number(input.satoshi)).fill(false));
    outputs.forEach(({ satoshi }, vout) => {
      const name = `${txid}:${vout}`;
      const taken = coinbase ? new Array<boolean>(Number(satoshi)).fill(false) : queue.splice(0, Number(satoshi));
      coins.set(name, name === source ? taken.fill(true) : taken);
    });
  }
  return coins;
}

function literalHaircut(ledger: readonly BitcoinTransaction[], source: string): Map<string, Fraction> {
  const tainted = new Map<string, Fraction>();
  for (const { txid, inputs, outputs, coinbase } of ledger) {
    const total = inputs.reduce((all, { satoshi }) => all + satoshi, 0n);
    const share = sum(inputs.map((input) => tainted.get(`${input.txid}:${input.vout}`) ?? { numerator: 0n, denominator: 1n }));
    outputs.forEach(({ satoshi }, vout) => {
      const name = `${txid}:${vout}`;
      const amount = coinbase ? { numerator: 0n, denominator: 1n } : shorten({ numerator: share.numerator * satoshi, denominator: share.denominator * total });
      tainted.set(name, name === source ? { numerator: satoshi, denominator: 1n } : amount);
    });
  }
  return tainted;
}

describe('haircut on the grid', () => {
  it('deals out exactly what came in, each part less than a grid unit off', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.array(fc.bigInt({ min: 0n, max: 10n ** 18n }), { minLength: 1, maxLength: 8 }), (amount, weights) => {
      const total = weights.reduce((all, weight) => all + weight, 0n);
      fc.pre(total > 0n);
      const grid = haircutBy('GRID');
      const parts = grid.deal(grid.whole(amount), weights, total);
      expect(sum(parts)).toEqual({ numerator: amount, denominator: 1n });
      parts.forEach(({ numerator, denominator }, index) => {
        const off = numerator * total - amount * (weights[index] ?? 0n) * denominator;
        expect(off < total && off > -total).toBe(true);
      });
    }));
  });
});
