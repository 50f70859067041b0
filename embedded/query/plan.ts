import type { IndexDefinition } from '../storage/index-definition.js';
import type { Filter } from './filter.js';
import { conjuncts } from './filter.js';
import type { KeyBounds } from './key-bounds.js';
import { keyBounds } from './key-bounds.js';
import type { KeyFilter } from './key-match.js';
import { keyFilter } from './key-match.js';
import type { SortField } from './sort-order.js';

export interface IndexPlan {
  readonly kind: 'index';
  readonly index: IndexDefinition;
  readonly bounds: KeyBounds;
  readonly keyFilters: readonly KeyFilter[];
  readonly reverse: boolean;
  /** Whether the documents come out in the order asked for. */
  readonly sorted: boolean;
  /** Ranges differ in a field that the order does not begin with: they must be read side by side. */
  readonly merge: boolean;
}

export type Plan = IndexPlan | { readonly kind: 'collection'; readonly reverse: boolean; readonly sorted: boolean };

/**
 * Chooses how to find the documents. An index that decides more of the filter on its keys is
 * better, because every document it lets through is fetched and counted as examined.
 */
export function planQuery(filter: Filter, sort: readonly SortField[], indexes: readonly IndexDefinition[]): Plan {
  const natural = sort.length === 1 && sort[0]?.path === '$natural' ? sort[0] : undefined;
  if (natural !== undefined) return { kind: 'collection', reverse: natural.direction === -1, sorted: true };
  const conditions = conjuncts(filter);
  const candidates = indexes.flatMap((index) => planIndex(index, conditions, sort));
  const [first, ...others] = candidates;
  if (first === undefined) return { kind: 'collection', reverse: false, sorted: sort.length === 0 };
  return others.reduce((best, candidate) => (isBetter(candidate, best) ? candidate : best), first);
}

function planIndex(index: IndexDefinition, conditions: readonly Filter[], sort: readonly SortField[]): IndexPlan[] {
  if (index.sparse) return [];
  const bounds = keyBounds(index, conditions);
  const keyFilters = index.multikey ? [] : conditions.flatMap((condition) => keyFilter(condition, index) ?? []);
  const order = index.multikey ? undefined : orderOf(index, bounds, sort);
  if (bounds.narrowedFields === 0 && (sort.length === 0 || order === undefined)) return [];
  const sorted = sort.length === 0 || order !== undefined;
  return [{ kind: 'index', index, bounds, keyFilters, sorted, reverse: order?.reverse ?? false, merge: order?.merge ?? false }];
}

function isBetter(candidate: IndexPlan, best: IndexPlan): boolean {
  const scores = [
    [candidate.keyFilters.length, best.keyFilters.length],
    [candidate.bounds.narrowedFields, best.bounds.narrowedFields],
    [Number(candidate.sorted), Number(best.sorted)],
    [best.index.fields.length, candidate.index.fields.length],
  ] as const;
  for (const [mine, theirs] of scores) if (mine !== theirs) return mine > theirs;
  return false;
}

/** Whether the keys, read forwards or backwards, give the order asked for. Fields fixed to one value are passed over. */
function orderOf(index: IndexDefinition, bounds: KeyBounds, sort: readonly SortField[]): { reverse: boolean; merge: boolean } | undefined {
  const constants = new Set([...bounds.constantFields].map((at) => index.fields[at]?.path));
  const wanted = sort.filter(({ path }) => !constants.has(path));
  let direction: 1 | -1 | undefined;
  let merge = false;
  let next = 0;
  for (const [at, field] of index.fields.entries()) {
    const want = wanted[next];
    if (want === undefined) break;
    if (constants.has(field.path)) continue;
    if (want.path === field.path) {
      const needed = want.direction === field.direction ? 1 : -1;
      if (direction !== undefined && direction !== needed) return undefined;
      direction = needed;
      next++;
    } else if (next === 0 && at < bounds.fixedFields) merge = true;
    else return undefined;
  }
  if (next < wanted.length) return undefined;
  return { reverse: direction === -1, merge };
}
