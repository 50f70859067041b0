import type { UtxoSource } from '../graph/utxo-source.js';
import { UnionFind } from './union-find.js';

/** The rule in words, for every answer that uses it. */
export const CLUSTER_RULE = 'Addresses whose outputs one transaction spends belong together (multi-input), unless the transaction has the shape of a CoinJoin.';

export interface Cluster {
  /** Its smallest address by code points: the same whatever was read first. */
  readonly id: string;
  readonly size: number;
}

/**
 * Addresses that one owner controls, as far as spending together shows it. What it is asked for follows from the set of
 * transactions alone: neither the order in which they came nor how often each was added plays a part.
 */
export class Clusters {
  readonly #source: UtxoSource;
  readonly #sets: UnionFind;
  /** By the root of a set: the address that names it. */
  readonly #names: Int32Array;

  constructor(source: UtxoSource) {
    this.#source = source;
    this.#sets = new UnionFind(source.addressCount);
    this.#names = Int32Array.from({ length: source.addressCount }, (_, address) => address);
  }

  static of(source: UtxoSource): Clusters {
    const clusters = new Clusters(source);
    for (let transaction = 0; transaction < source.transactionCount; transaction += 1) clusters.add(transaction);
    return clusters;
  }

  /** Joins what the transaction spends together. */
  add(transaction: number): void {
    const source = this.#source;
    const [start, end] = [source.inputStart(transaction), source.inputEnd(transaction)];
    if (end - start < 2 || source.coinJoin(transaction) !== null) return;
    let first = -1;
    for (let place = start; place < end; place += 1) {
      const address = source.addressOf(source.spentAt(place));
      if (address === -1) continue;
      if (first === -1) first = address;
      else if (address !== first) this.#join(first, address);
    }
  }

  of(address: number): Cluster {
    const root = this.#sets.find(address);
    return { id: this.#source.address(this.#names[root] ?? root), size: this.#sets.sizes[root] ?? 1 };
  }

  /** A number that two addresses share exactly if they belong together. It means nothing outside of this process. */
  rootOf(address: number): number {
    return this.#sets.find(address);
  }

  /** The addresses of a cluster in the order of their code points; of a large one only some, which is why the size is told apart. */
  members(address: number, most: number): string[] {
    const members: string[] = [];
    for (const member of this.#sets.members(this.#sets.find(address))) members.push(this.#source.address(member));
    return members.sort(byCodePoints).slice(0, most);
  }

  #join(a: number, b: number): void {
    const [aName, bName] = [this.#names[this.#sets.find(a)] ?? a, this.#names[this.#sets.find(b)] ?? b];
    if (!this.#sets.join(a, b)) return;
    const first = byCodePoints(this.#source.address(aName), this.#source.address(bName)) < 0 ? aName : bName;
    this.#names[this.#sets.find(a)] = first;
  }
}

function byCodePoints(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
