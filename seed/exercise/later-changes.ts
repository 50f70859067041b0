import { Deck } from './deck.js';
import { LAST_INSTANT, WEEKS_BETWEEN_REPORTS } from './exercise-calendar.js';
import type { Draw } from './draw.js';

/** What becomes of a record after it was sent. At most one thing each, so that playing it again finds it done. */
export type LaterVerb = 'CORRECT' | 'RETRACT' | 'RELABEL' | 'RELEASE' | 'RELEASE_FOR_A_TIME' | 'RELEASE_AND_RECALL' | 'ERASE';

export interface LaterChange {
  readonly verb: LaterVerb;
  /** The reporting instant at which it is done. */
  readonly instant: number;
  /** The one at which a release is recalled. */
  readonly recalledAt: number | null;
}

/** Twelve of a hundred records change. */
const SHARES: readonly (readonly [share: number, verb: LaterVerb | null])[] = [
  [88, null],
  [4, 'CORRECT'],
  [2, 'RETRACT'],
  [1, 'RELABEL'],
  [2, 'RELEASE'],
  [1, 'RELEASE_FOR_A_TIME'],
  [1, 'RELEASE_AND_RECALL'],
  [1, 'ERASE'],
];

export function laterVerbsOf(kind: string): Deck<LaterVerb | null> {
  return new Deck(`${kind}/later`, SHARES);
}

/** Null for what is sent at the end: nothing happens after it. */
export function laterChange(verb: LaterVerb | null, sentAt: number, draw: Draw): LaterChange | null {
  if (verb === null || sentAt >= LAST_INSTANT - 1) return null;
  const instant = Math.min(sentAt + draw.between(1, 3) * WEEKS_BETWEEN_REPORTS, LAST_INSTANT - 1);
  return { verb, instant, recalledAt: verb === 'RELEASE_AND_RECALL' ? Math.min(instant + WEEKS_BETWEEN_REPORTS, LAST_INSTANT) : null };
}
