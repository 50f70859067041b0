import Big from 'big.js';
import type { FigureBounds } from '../figure/figure-bounds.js';

/** Two items of which one event may stand in both, by their place in the list. */
export type Pair = readonly [number, number];

/**
 * The bounds of a number over several operations. An upper bound may add: counting an event twice only widens it. A
 * lower bound may not, where operations may hold the same events: of those that hang together by such pairs only the
 * largest counts, and what is left has no event in common and adds. Where nothing is known the bound is null; an
 * operation of which nothing is known widens the upper bound to null and leaves the lower one.
 */
export function addBounds(bounds: readonly FigureBounds[], pairs: readonly Pair[]): FigureBounds {
  const uppers = bounds.map(({ upper }) => upper).filter((upper) => upper !== null);
  const lowers = hangingTogether(bounds.length, pairs).flatMap((places) => largest(places.map((place) => bounds[place]?.lower ?? null)) ?? []);
  return {
    lower: lowers.length === 0 ? null : sum(lowers),
    upper: bounds.length === 0 || uppers.length < bounds.length ? null : sum(uppers),
  };
}

/** The places of a list in groups: whoever is joined by pairs, however many lie between, is in one. */
function hangingTogether(length: number, pairs: readonly Pair[]): number[][] {
  const groupOf = Array.from({ length }, (_, place) => place);
  for (const [one, other] of pairs) {
    const [kept, gone] = [groupOf[one], groupOf[other]];
    for (const [place, group] of groupOf.entries()) if (group === gone && kept !== undefined) groupOf[place] = kept;
  }
  const groups = new Map<number, number[]>();
  for (const [place, group] of groupOf.entries()) groups.set(group, [...(groups.get(group) ?? []), place]);
  return [...groups.values()];
}

function largest(values: readonly (string | null)[]): string | null {
  return values.reduce<string | null>((most, value) => (value !== null && (most === null || new Big(value).gt(most)) ? value : most), null);
}

function sum(values: readonly string[]): string {
  return values.reduce((total, value) => total.plus(value), new Big(0)).toFixed();
}
