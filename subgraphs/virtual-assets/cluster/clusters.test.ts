import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UtxoGraph } from '../graph/utxo-graph.js';
import { ledgerOf, readTestLedger } from '../testing/read-test-ledger.js';
import { chunkOfTold, testAddress, testTxid, told } from '../testing/transactions.js';
import { changeHint } from './change-hint.js';
import { Clusters } from './clusters.js';
import { shortestChain } from './shortest-chain.js';

const SPENDS = fc.uniqueArray(fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }), { maxLength: 15 });

/** A ledger in which transaction t spends from these addresses together. */
function together(spends: readonly (readonly number[])[]): UtxoGraph {
  return ledgerOf([chunkOfTold(spends.map((addresses, index) => told({ name: `t${index}`, spends: addresses.map((address, place) => [`out${index}:${place}`, address, 10] as const), pays: [[100 + index, 1]] })))]).graph;
}

/** The same by repeated merging of lists. */
function byHand(spends: readonly (readonly number[])[]): string[][] {
  let sets: Set<number>[] = [];
  for (const addresses of spends) {
    const touching = sets.filter((set) => addresses.some((address) => set.has(address)));
    sets = [...sets.filter((set) => !touching.includes(set)), new Set([...addresses, ...touching.flatMap((set) => [...set])])];
  }
  return sets.map((set) => [...set].map(testAddress).sort());
}

describe('clusters', () => {
  it('are what spending together makes, whatever the order', () => {
    fc.assert(
      fc.property(SPENDS, fc.infiniteStream(fc.nat()), (spends, draws) => {
        const graph = together(spends);
        const order = Array.from({ length: graph.transactionCount }, (_, transaction) => transaction);
        const clusters = new Clusters(graph);
        // In any order, some twice.
        for (const draw of draws.take(order.length)) clusters.add(order[draw % order.length] ?? 0);
        for (const transaction of order.reverse()) clusters.add(transaction);
        for (const set of byHand(spends)) {
          for (const address of set) {
            expect(clusters.of(graph.findAddress(address))).toEqual({ id: set[0], size: set.length });
            expect(clusters.members(graph.findAddress(address), 100)).toEqual(set);
          }
        }
      }),
    );
  });

  it('never go through a CoinJoin', async () => {
    const { graph } = await readTestLedger('case_coinjoin_whirlpool_2019.jsonl');
    const clusters = Clusters.of(graph);
    const inputs = ['bc1qgwv9hn979rex0rhfp3cknfdkyrgk04493gclvv', 'bc1qtkgstl44zcltvd62s7kctxtjqjht0zmufhqr9f', 'bc1q528pyda90y4j9nuqrcm65rlxz9txljtn208dqm', 'bc1qnuu6u8d4rm7kavmrnepn36ltt5gqjutf34rtfv', 'bc1q88yvt3sqx7hucswejmna7pvpc4ga7j0ukfppwq'];
    expect(inputs.map((address) => clusters.of(graph.findAddress(address)))).toEqual(inputs.map((id) => ({ id, size: 1 })));
    expect(shortestChain(graph, graph.findAddress(inputs[0] ?? ''), graph.findAddress(inputs[1] ?? ''))).toEqual({ kind: 'apart' });
  });
});

describe('why two addresses are together', () => {
  it('is the shortest chain of transactions', () => {
    const graph = together([[1, 2], [2, 3], [3, 4], [1, 5], [5, 4], [8, 9]]);
    const chain = (from: number, to: number): unknown => shortestChain(graph, graph.findAddress(testAddress(from)), graph.findAddress(testAddress(to)));
    expect(chain(1, 4)).toEqual({
      kind: 'chain',
      links: [
        { from: testAddress(1), txid: testTxid('t3'), height: 1, to: testAddress(5) },
        { from: testAddress(5), txid: testTxid('t4'), height: 1, to: testAddress(4) },
      ],
    });
    expect([chain(1, 8), chain(1, 1)]).toEqual([{ kind: 'apart' }, { kind: 'chain', links: [] }]);
    expect(shortestChain(graph, graph.findAddress(testAddress(1)), graph.findAddress(testAddress(4)), 2)).toMatchObject({ kind: 'budget' });
  });

  it('exists exactly where a cluster does, and each link spends from both of its ends', () => {
    fc.assert(
      fc.property(SPENDS, (spends) => {
        const graph = together(spends);
        const clusters = Clusters.of(graph);
        for (let a = 0; a < graph.addressCount; a += 1) {
          for (let b = 0; b < graph.addressCount; b += 3) {
            const chain = shortestChain(graph, a, b);
            expect(chain.kind === 'chain').toBe(clusters.rootOf(a) === clusters.rootOf(b));
            if (chain.kind !== 'chain') continue;
            for (const { txid, from, to } of chain.links) {
              const transaction = graph.findTransaction(txid);
              const spenders = Array.from({ length: graph.inputEnd(transaction) - graph.inputStart(transaction) }, (_, index) => graph.address(graph.addressOf(graph.spentAt(graph.inputStart(transaction) + index))));
              expect(spenders).toEqual(expect.arrayContaining([from, to]));
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a hint of change', () => {
  it('names what goes back, or the one address that is new, and joins nothing', () => {
    const { graph } = ledgerOf([chunkOfTold([
      told({ name: 'mined', height: 1, pays: [[1, 50]] }),
      told({ name: 'a', height: 2, spends: [['mined:0', 1, 50]], pays: [[2, 20], [1, 30]] }),
      told({ name: 'b', height: 3, spends: [['a:1', 1, 30]], pays: [[2, 10], [7, 20]] }),
      told({ name: 'c', height: 4, spends: [['b:1', 7, 20]], pays: [[8, 10], [9, 10]] }),
    ])]);
    const hints = ['mined', 'a', 'b', 'c'].map((name) => changeHint(graph, graph.findTransaction(testTxid(name))));
    expect(hints.map((hint) => (hint === null ? null : [graph.outpoint(hint.output).vout, hint.reason]))).toEqual([null, [1, 'BACK_TO_SENDER'], [1, 'ONLY_NEW_ADDRESS'], null]);
    const clusters = Clusters.of(graph);
    expect(clusters.of(graph.findAddress(testAddress(7))).size).toBe(1);
  });
});
