import type { UtxoSource } from '../graph/utxo-source.js';
import { sumOfTaints } from '../trace/sum-of-taints.js';
import type { Taint } from '../trace/taint.js';
import { END_REASONS } from '../trace/trace-question.js';
import type { UtxoTrace } from '../trace/utxo-trace.js';
import type { Birdseye, FlowEdge, FlowNode, FoldPeriod, FoldRequest, GroupLookup } from './birdseye.js';
import { flowsOfTrace, type Flows, type PlainNode } from './flows-of-trace.js';
import { mergeNodes, type MergedNode } from './merge-nodes.js';

/**
 * A trace seen from above: at most so many nodes, the rest merged into named groups. However it is folded, by haircut and
 * by FIFO what was injected at a node and received is what was paid, ended and lost to fees; of a trace backward, what was
 * received and ended there (it came from nowhere else) is what was paid and injected.
 */
export function foldTrace(source: UtxoSource, trace: UtxoTrace, request: FoldRequest, lookup: GroupLookup): Birdseye {
  const flows = flowsOfTrace(source, trace, request.level, lookup);
  const merged = mergeNodes(flows, request);
  const nodeOf = (plain: PlainNode): MergedNode => {
    const node = merged.get(plain.key);
    if (node === undefined) throw new RangeError(`The fold has lost ${plain.key}.`);
    return node;
  };
  const edges = edgesOf(flows, nodeOf, request.period);
  return { evidence: trace.evidence, request, nodes: nodesOf(flows, [...new Set(merged.values())], nodeOf, edges), edges };
}

function edgesOf({ flows }: Flows, nodeOf: (plain: PlainNode) => MergedNode, period: FoldPeriod | null): FlowEdge[] {
  const bundles = new Map<string, { readonly from: string; readonly to: string; readonly period: string | null; readonly times: number[]; readonly taints: Taint[] }>();
  for (const { from, to, time, taint } of flows) {
    const [payer, receiver] = [nodeOf(from).key, nodeOf(to).key];
    // What a node moves to itself, such as change, is no flow between nodes.
    if (payer === receiver) continue;
    const name = period === null ? null : periodOf(time, period);
    const key = `${payer}\n${receiver}\n${name ?? ''}`;
    let bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, (bundle = { from: payer, to: receiver, period: name, times: [], taints: [] }));
    bundle.times.push(time);
    bundle.taints.push(taint);
  }
  return [...bundles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { times, taints, ...rest }]) => ({
    ...rest, ...spanOf(times), transactions: times.length, taint: sumOfTaints(taints),
  }));
}

function spanOf(times: readonly number[]): { readonly first: number; readonly last: number } {
  return times.reduce(({ first, last }, time) => ({ first: Math.min(first, time), last: Math.max(last, time) }), { first: Infinity, last: -Infinity });
}

const PERIOD_LENGTH: Readonly<Record<FoldPeriod, number>> = { DAY: 10, MONTH: 7, YEAR: 4 };

function periodOf(time: number, period: FoldPeriod): string {
  return new Date(time * 1000).toISOString().slice(0, PERIOD_LENGTH[period]);
}

function nodesOf({ injected, ended, fees }: Flows, merged: readonly MergedNode[], nodeOf: (plain: PlainNode) => MergedNode, edges: readonly FlowEdge[]): FlowNode[] {
  const injectedAt = grouped(injected, ({ at }) => nodeOf(at).key);
  const endedAt = grouped(ended, ({ at }) => nodeOf(at).key);
  const feesAt = grouped(fees, ({ at }) => nodeOf(at).key);
  const [into, outOf] = [grouped(edges, ({ to }) => to), grouped(edges, ({ from }) => from)];
  return merged.map(({ key, kind, category, members }) => ({
    key, kind, category, members,
    injected: taintOf(injectedAt.get(key)),
    received: taintOf(into.get(key)),
    paid: taintOf(outOf.get(key)),
    fees: taintOf(feesAt.get(key)),
    ended: END_REASONS.flatMap((reason) => {
      const here = endedAt.get(key)?.filter((end) => end.reason === reason) ?? [];
      return here.length === 0 ? [] : [{ reason, taint: taintOf(here) }];
    }),
  }));
}

function taintOf(items: readonly { readonly taint: Taint }[] = []): Taint {
  return sumOfTaints(items.map(({ taint }) => taint));
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
