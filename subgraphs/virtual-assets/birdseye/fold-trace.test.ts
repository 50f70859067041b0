import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Clusters } from '../cluster/clusters.js';
import type { UtxoGraph } from '../graph/utxo-graph.js';
import type { BitcoinTransaction } from '../ledger/bitcoin-transaction.js';
import { randomLedger } from '../testing/random-ledger.js';
import { ledgerOf, readTestLedger } from '../testing/read-test-ledger.js';
import { chunkOfTold } from '../testing/transactions.js';
import { shorten } from '../trace/haircut.js';
import { sumOfTaints } from '../trace/sum-of-taints.js';
import type { Taint } from '../trace/taint.js';
import { NO_LIMITS } from '../trace/trace-question.js';
import { traceUtxo } from '../trace/trace-utxo.js';
import type { UtxoTrace } from '../trace/utxo-trace.js';
import { FOLD_LEVELS, FOLD_PERIODS, type Birdseye, type GroupLookup } from './birdseye.js';
import { foldTrace } from './fold-trace.js';

/** Haircut and FIFO are conserved at every node; by poison a node pays more than it got as soon as it mixes. */
function conserved(taints: readonly Taint[]): unknown {
  const { haircut, fifo } = sumOfTaints(taints);
  return { haircut: shorten(haircut), fifo };
}

function expectAgreement(folded: Birdseye, traced: UtxoTrace, most: number): void {
  expect(folded.nodes.length).toBeLessThanOrEqual(most);
  for (const node of folded.nodes) {
    const ends = node.ended.map(({ taint }) => taint);
    // Backward a trace begins where money arrived, and ends where it came from.
    if (traced.question.direction === 'FORWARD') expect(conserved([node.injected, node.received])).toEqual(conserved([node.paid, node.fees, ...ends]));
    else expect(conserved([node.received, ...ends])).toEqual(conserved([node.paid, node.injected]));
  }
  expect(conserved(folded.nodes.map(({ injected }) => injected))).toEqual(conserved([traced.injected]));
  expect(conserved(folded.nodes.flatMap(({ ended }) => ended.map(({ taint }) => taint)))).toEqual(conserved(traced.outputs.filter(({ end }) => end !== null)));
  expect(sumOfTaints(folded.nodes.flatMap(({ ended }) => ended.map(({ taint }) => taint))).poison).toBe(sumOfTaints(traced.outputs.filter(({ end }) => end !== null)).poison);
}

function lookupIn(graph: UtxoGraph): GroupLookup {
  const clusters = Clusters.of(graph);
  return (address) => {
    const last = Number(address.at(-1));
    return { cluster: clusters.of(graph.findAddress(address)).id, operator: last % 3 === 0 ? `exchange${last}` : null, category: last % 2 === 0 ? 'exchange' : null };
  };
}

function traced(graph: UtxoGraph, ledger: readonly BitcoinTransaction[], direction: 'FORWARD' | 'BACKWARD'): UtxoTrace {
  const sources = [0, ledger.length >> 1].map((index) => ({ kind: 'TRANSACTION' as const, txid: ledger[index]?.txid ?? '' }));
  return traceUtxo(graph, { direction, sources, limits: NO_LIMITS, through: [] }, () => false);
}

describe('the bird\'s-eye view of a trace', () => {
  it('has no more nodes than asked for, and sums that agree with the trace, however it is folded and opened', () => {
    fc.assert(fc.property(randomLedger(), fc.constantFrom(...FOLD_LEVELS), fc.constantFrom(null, ...FOLD_PERIODS), fc.integer({ min: 2, max: 12 }), fc.constantFrom('FORWARD' as const, 'BACKWARD' as const), (ledger, level, period, nodes, direction) => {
      const { graph } = ledgerOf([chunkOfTold(ledger)]);
      const trace = traced(graph, ledger, direction);
      const lookup = lookupIn(graph);
      const unfold: string[] = [];
      for (let depth = 0; depth < 3; depth += 1) {
        const folded = foldTrace(graph, trace, { level, period, nodes, unfold }, lookup);
        expectAgreement(folded, trace, nodes);
        const merged = folded.nodes.find(({ kind }) => kind === 'MERGED');
        if (merged === undefined) break;
        expect(merged.members).toBeGreaterThan(0);
        unfold.push(merged.key);
      }
    }), { numRuns: 200 });
  });

  it('shows a CoinJoin as a node of its own', async () => {
    const { graph } = await readTestLedger('case_coinjoin_whirlpool_2019.jsonl');
    const trace = traceUtxo(graph, { direction: 'FORWARD', sources: [{ kind: 'TRANSACTION', txid: '333f45431e47b9543772013ac83a9b33cc58dc3245ccfd48b972107bb8405c13' }], limits: NO_LIMITS, through: [] }, () => false);
    const folded = foldTrace(graph, trace, { level: 'CLUSTER', period: 'DAY', nodes: 50, unfold: [] }, lookupIn(graph));
    expect(folded.nodes.filter(({ kind }) => kind === 'TRANSACTION')).toMatchObject([{ key: 'transaction:323df21f0b0756f98336437aa3d2fb87e02b59f1946b714a7b09df04d429dec2', category: 'coinjoin' }]);
    expect(new Set(folded.edges.map(({ period }) => period))).toEqual(new Set(['2019-05-05']));
  });

  it('refuses to open what is not there', async () => {
    const { graph } = await readTestLedger('case_coinjoin_whirlpool_2019.jsonl');
    const trace = traceUtxo(graph, { direction: 'FORWARD', sources: [], limits: NO_LIMITS, through: [] }, () => false);
    expect(() => foldTrace(graph, trace, { level: 'CLUSTER', period: null, nodes: 5, unfold: ['merged:rest'] }, lookupIn(graph))).toThrow('There is no merged node merged:rest to open.');
  });
});
