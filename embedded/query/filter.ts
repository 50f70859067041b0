import type { BsonValue } from '../values/bson-value.js';
import { topLevelField } from '../values/field-path.js';

export type Comparison = 'eq' | 'gt' | 'gte' | 'lt' | 'lte';

/** A filter as a tree whose leaves each speak of one path. `$ne` and `$nin` are `not` around a leaf. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'expression'; readonly expression: BsonValue }
  | Leaf;

export type Leaf =
  | { readonly kind: 'compare'; readonly path: string; readonly comparison: Comparison; readonly value: BsonValue }
  | {
      readonly kind: 'in';
      readonly path: string;
      readonly values: readonly BsonValue[];
      /** Those of the values that are strings: a document is asked about thousands of labels at once. */
      readonly strings: ReadonlySet<string>;
      readonly patterns: readonly RegExp[];
    }
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'type'; readonly path: string; readonly names: ReadonlySet<string> }
  | { readonly kind: 'pattern'; readonly path: string; readonly pattern: RegExp }
  | { readonly kind: 'size'; readonly path: string; readonly size: number }
  | { readonly kind: 'elementDocument'; readonly path: string; readonly filter: Filter }
  | { readonly kind: 'elementValue'; readonly path: string; readonly filter: Filter };

/** The parts that must all hold: what an index may be chosen by. */
export function conjuncts(filter: Filter): readonly Filter[] {
  return filter.kind === 'and' ? filter.parts.flatMap(conjuncts) : [filter];
}

/** The top-level fields that decide whether a document matches; null where an expression may name any. */
export function fieldsAsked(filter: Filter): ReadonlySet<string> | null {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return union(filter.parts.map(fieldsAsked));
    case 'not':
      return fieldsAsked(filter.part);
    case 'constant':
      return new Set();
    case 'expression':
      return null;
    default:
      return new Set([topLevelField(filter.path)]);
  }
}

function union(sets: readonly (ReadonlySet<string> | null)[]): ReadonlySet<string> | null {
  const all = new Set<string>();
  for (const set of sets) {
    if (set === null) return null;
    for (const name of set) all.add(name);
  }
  return all;
}

/** The fields that equalities of a filter fix: an upsert starts from them. */
export function fixedFields(filter: Filter): { path: string; value: BsonValue }[] {
  return conjuncts(filter).flatMap((part) => {
    if (part.kind === 'compare' && part.comparison === 'eq') return [{ path: part.path, value: part.value }];
    if (part.kind === 'in' && part.values.length === 1 && part.patterns.length === 0) {
      return part.values.map((value) => ({ path: part.path, value }));
    }
    if (part.kind === 'or' && part.parts.length === 1) return part.parts.flatMap(fixedFields);
    return [];
  });
}

export const EVERYTHING: Filter = { kind: 'and', parts: [] };
