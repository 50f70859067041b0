import type { FoldRequest, NodeKind } from './birdseye.js';
import type { Flows, PlainNode } from './flows-of-trace.js';

/** A node of the view: one that stands for itself, or one that stands for many. */
export interface MergedNode {
  readonly key: string;
  readonly kind: NodeKind;
  readonly category: string | null;
  readonly members: number;
}

/**
 * By key of each plain node the node that shows it. Those that most passes through stand for themselves; the others are
 * merged by category, or, where there are too many categories, into one. A merged node that is opened is divided in the
 * same way, and everything outside of it becomes one node.
 */
export function mergeNodes(flows: Flows, { nodes, unfold }: FoldRequest): Map<string, MergedNode> {
  if (nodes < 2) throw new RangeError('A view has at least two nodes.');
  const all = ranked(flows);
  let [inside, prefix] = [all, ''];
  const dividedInside = (): Map<string, MergedNode> => divide(inside, nodes - (inside.length < all.length ? 1 : 0), prefix);
  for (const opened of unfold) {
    const divided = dividedInside();
    inside = inside.filter(({ key }) => divided.get(key)?.kind === 'MERGED' && divided.get(key)?.key === opened);
    if (inside.length === 0) throw new RangeError(`There is no merged node ${opened} to open.`);
    prefix = `${opened.slice('merged:'.length)}/`;
  }
  const outside: MergedNode = { key: 'outside', kind: 'OUTSIDE', category: null, members: all.length - inside.length };
  return new Map<string, MergedNode>([...all.map(({ key }) => [key, outside] as const), ...dividedInside()]);
}

/** The largest first; of equal ones, by key. What passes through is measured by haircut, in whole base units. */
function ranked({ flows, injected, ended }: Flows): PlainNode[] {
  const sizes = new Map<string, { readonly node: PlainNode; size: bigint }>();
  const add = (node: PlainNode, { haircut }: { haircut: { numerator: bigint; denominator: bigint } }): void => {
    const known = sizes.get(node.key) ?? { node, size: 0n };
    known.size += haircut.numerator / haircut.denominator;
    sizes.set(node.key, known);
  };
  for (const { from, to, taint } of flows) {
    add(from, taint);
    add(to, taint);
  }
  for (const { at, taint } of [...injected, ...ended]) add(at, taint);
  return [...sizes.values()].sort((a, b) => (a.size < b.size ? 1 : a.size > b.size ? -1 : a.node.key < b.node.key ? -1 : 1)).map(({ node }) => node);
}

function divide(plain: readonly PlainNode[], nodes: number, within: string): Map<string, MergedNode> {
  const itself = (node: PlainNode): MergedNode => ({ key: node.key, kind: node.kind, category: node.category, members: 1 });
  if (plain.length <= nodes) return new Map(plain.map((node) => [node.key, itself(node)]));
  const categories = new Set(plain.map(({ category }) => category));
  const mergesByCategory = categories.size <= nodes / 2;
  const kept = nodes - (mergesByCategory ? categories.size : 1);
  const rest = plain.slice(kept);
  const counts = new Map<string | null, number>();
  for (const { category } of rest) counts.set(category, (counts.get(category) ?? 0) + 1);
  const merged = (category: string | null): MergedNode => mergesByCategory
    ? { key: `merged:${within}${category ?? 'unknown'}`, kind: 'MERGED', category, members: counts.get(category) ?? 0 }
    : { key: `merged:${within}rest`, kind: 'MERGED', category: null, members: rest.length };
  const byCategory = new Map([...categories].map((category) => [category, merged(category)]));
  const one = merged(null);
  return new Map(plain.map((node, index) => [node.key, index < kept ? itself(node) : mergesByCategory ? (byCategory.get(node.category) ?? one) : one]));
}
