import { isDeepStrictEqual } from 'node:util';
import type { CountedRecord, CountedVersion, TallyKind } from '../tally/tally-kind.js';

/** Of records of a kind that is not counted. */
export const UNCOUNTED: CountedRecord = { countedUnder: null, countedSince: null, past: [] };

type Counted = CountedRecord & { readonly handling: string | null };

/**
 * A record carries what it counted for in the past, so that folding an entry needs its before and after alone and no
 * process keeps a history of each record. Every verb that changes a record passes here.
 *
 * All versions count under the present label, since an earlier instant never looks at earlier rights; a retracted
 * record keeps its last. A version that was superseded in the millisecond in which it began counted at no instant.
 */
export function keepCounting<Rec extends Counted>(before: Rec, after: Rec, tally: Pick<TallyKind<Rec>, 'facetsOf'> | null, at: Date): Rec {
  if (tally === null) return after;
  const { facetsOf } = tally;
  const now = at.toISOString();
  if (after.handling === null) return { ...after, countedUnder: before.countedUnder, countedSince: null, past: superseded(before, facetsOf, now) };
  const counted = { ...after, countedUnder: after.handling };
  if (isDeepStrictEqual(facetsOf(before), facetsOf(after))) return { ...counted, countedSince: before.countedSince, past: before.past };
  return { ...counted, countedSince: now, past: superseded(before, facetsOf, now) };
}

/** How a record begins to count. */
export function beginCounting(handling: string, at: Date): CountedRecord {
  return { countedUnder: handling, countedSince: at.toISOString(), past: [] };
}

function superseded<Rec extends Counted>(before: Rec, facetsOf: TallyKind<Rec>['facetsOf'], until: string): readonly CountedVersion[] {
  const { countedSince: from, past } = before;
  return from === null || from === until ? past : [...past, { from, until, facets: facetsOf(before) }];
}
