/**
 * Disjoint sets of whole numbers, with a ring through the members of each set, so that they can be listed. Joining
 * by size and halving paths keep a search nearly constant.
 */
export class UnionFind {
  readonly parents: Int32Array;
  readonly sizes: Int32Array;
  /** The next member of the same set; the last points to the first. */
  readonly next: Int32Array;

  constructor(count: number) {
    this.parents = Int32Array.from({ length: count }, (_, member) => member);
    this.next = Int32Array.from(this.parents);
    this.sizes = new Int32Array(count).fill(1);
  }

  find(member: number): number {
    let at = member;
    for (;;) {
      const parent = this.parents[at] ?? at;
      if (parent === at) return at;
      const grandparent = this.parents[parent] ?? parent;
      this.parents[at] = grandparent;
      at = grandparent;
    }
  }

  /** False when they were in one set already. */
  join(a: number, b: number): boolean {
    let [large, small] = [this.find(a), this.find(b)];
    if (large === small) return false;
    if ((this.sizes[large] ?? 0) < (this.sizes[small] ?? 0)) [large, small] = [small, large];
    this.parents[small] = large;
    this.sizes[large] = (this.sizes[large] ?? 0) + (this.sizes[small] ?? 0);
    const [largeNext, smallNext] = [this.next[large] ?? large, this.next[small] ?? small];
    this.next[large] = smallNext;
    this.next[small] = largeNext;
    return true;
  }

  *members(member: number): Generator<number> {
    let at = member;
    do {
      yield at;
      at = this.next[at] ?? member;
    } while (at !== member);
  }
}
