import type { UtxoSource } from '../graph/utxo-source.js';
import type { Taint } from '../trace/taint.js';
import type { EndReason } from '../trace/trace-question.js';
import type { TaintedOutput, UtxoTrace } from '../trace/utxo-trace.js';
import type { AddressGroup, FoldLevel, GroupLookup, NodeKind } from './birdseye.js';

/** A node before anything is merged. */
export interface PlainNode {
  readonly key: string;
  readonly kind: NodeKind;
  readonly category: string | null;
}

/** What one transaction moves between two nodes. */
export interface Flow {
  readonly from: PlainNode;
  readonly to: PlainNode;
  readonly time: number;
  readonly taint: Taint;
}

export interface Flows {
  readonly flows: readonly Flow[];
  readonly injected: readonly { readonly at: PlainNode; readonly taint: Taint }[];
  readonly ended: readonly { readonly at: PlainNode; readonly reason: EndReason; readonly taint: Taint }[];
  readonly fees: readonly { readonly at: PlainNode; readonly taint: Taint }[];
}

/**
 * A trace as flows between groups of addresses. A transaction pays for the group that all of its tainted inputs belong
 * to; where they belong to several (CoinJoins, above all) it is a node of its own: nobody can say which input paid which output.
 */
export function flowsOfTrace(source: UtxoSource, trace: UtxoTrace, level: FoldLevel, lookup: GroupLookup): Flows {
  const nodes = new NodesOfOutputs(source, level, lookup);
  const flows: Flow[] = [];
  const fees: { at: PlainNode; taint: Taint }[] = [];
  const arrived = new Map<number, Taint>();
  for (const { transaction, spent, made, fee } of trace.steps) {
    const time = source.time(transaction);
    const payers = new Set(spent.map(({ output }) => nodes.of(output)));
    const [only] = payers;
    const payer: PlainNode = payers.size === 1 && only !== undefined && source.coinJoin(transaction) === null ? only : { key: `transaction:${source.txid(transaction)}`, kind: 'TRANSACTION', category: source.coinJoin(transaction) === null ? null : 'coinjoin' };
    for (const tainted of spent) flows.push({ from: nodes.of(tainted.output), to: payer, time, taint: tainted });
    for (const tainted of made) flows.push({ from: payer, to: nodes.of(tainted.output), time, taint: tainted });
    if (fee.poison > 0n) fees.push({ at: payer, taint: fee });
    for (const tainted of trace.question.direction === 'FORWARD' ? made : spent) if (tainted.isSource) arrived.set(tainted.output, tainted);
  }
  return {
    flows, fees,
    injected: trace.outputs.filter(({ isSource }) => isSource).map((tainted) => ({ at: nodes.of(tainted.output), taint: minus(tainted, arrived.get(tainted.output)) })),
    ended: trace.outputs.flatMap((tainted) => (tainted.end === null ? [] : [{ at: nodes.of(tainted.output), reason: tainted.end, taint: tainted }])),
  };
}

function minus(taint: TaintedOutput, less: Taint | undefined): Taint {
  if (less === undefined) return taint;
  const { numerator, denominator } = taint.haircut;
  return {
    poison: taint.poison - less.poison, fifo: taint.fifo - less.fifo,
    haircut: { numerator: numerator * less.haircut.denominator - less.haircut.numerator * denominator, denominator: denominator * less.haircut.denominator },
  };
}

class NodesOfOutputs {
  readonly #source: UtxoSource;
  readonly #level: FoldLevel;
  readonly #lookup: GroupLookup;
  readonly #ofAddress = new Map<number, PlainNode>();
  readonly #byKey = new Map<string, PlainNode>();

  constructor(source: UtxoSource, level: FoldLevel, lookup: GroupLookup) {
    [this.#source, this.#level, this.#lookup] = [source, level, lookup];
  }

  /** The same object for the same node. */
  of(output: number): PlainNode {
    const number = this.#source.addressOf(output);
    const known = this.#ofAddress.get(number);
    if (known !== undefined) return known;
    const made = number === -1 ? { key: 'no-address', kind: 'NO_ADDRESS' as const, category: null } : this.#nodeOf(this.#source.address(number));
    const node = this.#byKey.get(made.key) ?? made;
    this.#byKey.set(made.key, node);
    this.#ofAddress.set(number, node);
    return node;
  }

  #nodeOf(address: string): PlainNode {
    const group = this.#lookup(address);
    return { key: keyOf(address, group, this.#level), kind: 'GROUP', category: group.category };
  }
}

function keyOf(address: string, { cluster, operator, category }: AddressGroup, level: FoldLevel): string {
  const byCluster = cluster === null ? `address:${address}` : `cluster:${cluster}`;
  switch (level) {
    case 'ADDRESS': return `address:${address}`;
    case 'CLUSTER': return byCluster;
    case 'OPERATOR': return operator === null ? byCluster : `operator:${operator}`;
    case 'CATEGORY': return `category:${category ?? 'unknown'}`;
  }
}
