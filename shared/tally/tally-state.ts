import type { AppliedEntry } from '../journal/applied-entry.js';
import type { KnownHead } from '../journal/journal.js';
import { Dictionary } from './dictionary.js';
import { KindCells } from './kind-cells.js';
import type { TallyKind } from './tally-kind.js';

export type OriginatorOf = (label: string) => string | undefined;

/** The cells of every kind that a subgraph counts, and how far the chains are folded into them. */
export class TallyState {
  readonly labels: Dictionary;
  readonly kinds: ReadonlyMap<string, KindCells>;
  readonly #heads: Map<string, KnownHead>;

  constructor(labels: Dictionary, kinds: Iterable<KindCells>, heads: Iterable<KnownHead> = []) {
    this.labels = labels;
    this.kinds = new Map([...kinds].map((cells) => [cells.collection, cells]));
    this.#heads = new Map([...heads].map((head) => [head.owner, head]));
  }

  static empty(kinds: readonly TallyKind<never>[], originatorOf: OriginatorOf): TallyState {
    const labels = new Dictionary();
    return new TallyState(labels, kinds.map((kind) => new KindCells(kind, labels, originatorOf)));
  }

  heads(): readonly KnownHead[] {
    return [...this.#heads.values()];
  }

  foldedThrough(owner: string): number {
    return this.#heads.get(owner)?.seq ?? 0;
  }

  /** Everything that can fail comes before the first change: an entry is folded wholly or, later, again. */
  fold({ owner, seq, hash, changes }: Pick<AppliedEntry, 'owner' | 'seq' | 'hash' | 'changes'>): void {
    const prepared = [...this.kinds.values()].flatMap((cells) => {
      const own = changes.filter(({ collection }) => collection === cells.collection);
      return own.length === 0 ? [] : [{ cells, folded: cells.prepare(own) }];
    });
    for (const { cells, folded } of prepared) cells.apply(folded);
    this.#heads.set(owner, { owner, seq, hash });
  }
}
