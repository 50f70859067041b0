import Big from 'big.js';
import type { FigureBounds } from '../figure/figure-bounds.js';

/** An operation among those that are ranked, by what is known of its number. */
export interface Contender {
  readonly id: string;
  readonly code: string;
  /** Whether anything was reported of the measure for the whole operation. */
  readonly reported: boolean;
  readonly bounds: FigureBounds;
  /** Whether it is certain that it belongs to those that are ranked. */
  readonly certain: boolean;
}

export const RANKING_REASONS = ['NOT_REPORTED', 'NO_BOUNDS', 'PERIOD_NOT_STATED', 'BOUNDS_OVERLAP'] as const;
export type RankingReason = (typeof RANKING_REASONS)[number];

export interface Obstacle {
  readonly id: string;
  readonly reason: RankingReason;
}

export interface Ranked {
  readonly contender: Contender;
  /** One more than the operations that are certainly larger; null where that cannot be told. */
  readonly place: number | null;
  readonly bestPlace: number;
  readonly worstPlace: number;
  /** Operations whose number is certainly the same, and which share the place. */
  readonly tiedWith: readonly string[];
  /** Why it has no place; null where it has one. */
  readonly reason: RankingReason | null;
  /** The operations that may be larger and may not be. */
  readonly obstacles: readonly Obstacle[];
}

type Known = Contender & { readonly lower: Big | null; readonly upper: Big | null };

/**
 * Ranks by what is certain alone. An operation has a place where every other one is certainly larger (its lower bound
 * lies above this one's upper bound) or certainly not larger (its upper bound lies at or below this one's lower bound);
 * equal numbers share a place, and the next one is left out. What is not known stands against every place that it
 * might take: null is not 0.
 *
 * In the order of lower bounds, the largest first and the unknown last: an order for reading, which decides nothing.
 */
export function rankOperations(contenders: readonly Contender[]): Ranked[] {
  const known = contenders.map((contender): Known => ({ ...contender, lower: bigOrNull(contender.bounds.lower), upper: bigOrNull(contender.bounds.upper) }));
  return known.toSorted(forReading).map((one) => rank(one, known.filter((other) => other !== one)));
}

function rank(one: Known, others: readonly Known[]): Ranked {
  const larger = others.filter((other) => other.certain && isLarger(other, one));
  const open = others.filter((other) => !(other.certain && isLarger(other, one)) && !isNotLarger(other, one)).toSorted(byCode);
  const reason = ownReason(one) ?? (open.length > 0 ? 'BOUNDS_OVERLAP' : null);
  const place = larger.length + 1;
  const { id: _, ...rest } = one;
  return {
    contender: { id: one.id, code: rest.code, reported: rest.reported, bounds: rest.bounds, certain: rest.certain },
    place: reason === null ? place : null,
    bestPlace: place,
    worstPlace: place + open.length,
    tiedWith: others.filter((other) => other.certain && isSame(other, one)).toSorted(byCode).map(({ id }) => id),
    reason,
    obstacles: open.map((other) => ({ id: other.id, reason: ownReason(other) ?? 'BOUNDS_OVERLAP' })),
  };
}

function isLarger(one: Known, other: Known): boolean {
  return one.lower !== null && other.upper !== null && one.lower.gt(other.upper);
}

function isNotLarger(one: Known, other: Known): boolean {
  return one.upper !== null && other.lower !== null && one.upper.lte(other.lower);
}

/** Only numbers that are known exactly are certainly the same. */
function isSame(one: Known, other: Known): boolean {
  return isNotLarger(one, other) && isNotLarger(other, one);
}

/** What of an operation itself keeps places from being told. */
function ownReason({ reported, lower, upper, certain }: Known): RankingReason | null {
  if (!reported) return 'NOT_REPORTED';
  if (lower === null && upper === null) return 'NO_BOUNDS';
  return certain ? null : 'PERIOD_NOT_STATED';
}

function forReading(one: Known, other: Known): number {
  if (one.lower !== null && other.lower !== null && !one.lower.eq(other.lower)) return other.lower.cmp(one.lower);
  if ((one.lower === null) !== (other.lower === null)) return one.lower === null ? 1 : -1;
  return byCode(one, other);
}

function byCode({ code: one }: Contender, { code: other }: Contender): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function bigOrNull(value: string | null): Big | null {
  return value === null ? null : new Big(value);
}
