import type { UtxoSource } from '../graph/utxo-source.js';

/** Two addresses that one transaction spends from. */
export interface ChainLink {
  readonly from: string;
  readonly txid: string;
  readonly height: number;
  readonly to: string;
}

export type Chain =
  | { readonly kind: 'chain'; readonly links: readonly ChainLink[] }
  | { readonly kind: 'apart' }
  /** The search looked at as many inputs as it was allowed before it found one. */
  | { readonly kind: 'budget'; readonly inputs: number };

/**
 * Why two addresses are together: the shortest chain of transactions, each of which spends from both of its ends, by a
 * breadth-first search over addresses and transactions. Among chains of one length it is the one whose transactions
 * come first, so the answer is always the same.
 */
export function shortestChain(source: UtxoSource, from: number, to: number, budget = 5_000_000): Chain {
  /** By address: the place of the input that led to it, and the address that it was reached from. */
  const reachedBy = new Map<number, { readonly transaction: number; readonly from: number }>();
  if (from === to) return { kind: 'chain', links: [] };
  const seen = new Set<number>();
  let [frontier, inputs] = [[from], 0];
  while (frontier.length > 0) {
    const next: number[] = [];
    for (const address of frontier) {
      for (const output of source.outputsOf(address)) {
        const transaction = source.spentBy(output);
        if (transaction === -1 || seen.has(transaction) || source.coinJoin(transaction) !== null) continue;
        seen.add(transaction);
        for (let place = source.inputStart(transaction); place < source.inputEnd(transaction); place += 1) {
          inputs += 1;
          const other = source.addressOf(source.spentAt(place));
          if (other === -1 || other === from || reachedBy.has(other)) continue;
          reachedBy.set(other, { transaction, from: address });
          if (other === to) return { kind: 'chain', links: linksTo(source, reachedBy, from, to) };
          next.push(other);
        }
        if (inputs > budget) return { kind: 'budget', inputs };
      }
    }
    frontier = next;
  }
  return { kind: 'apart' };
}

function linksTo(source: UtxoSource, reachedBy: ReadonlyMap<number, { readonly transaction: number; readonly from: number }>, from: number, to: number): ChainLink[] {
  const links: ChainLink[] = [];
  for (let at = to; at !== from;) {
    const step = reachedBy.get(at);
    if (step === undefined) throw new RangeError('A chain of transactions has a gap.');
    links.push({ from: source.address(step.from), txid: source.txid(step.transaction), height: source.height(step.transaction), to: source.address(at) });
    at = step.from;
  }
  return links.reverse();
}
