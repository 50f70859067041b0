import type { JournalDocument } from '../journal/json.js';
import { audienceOf } from './audience.js';
import { countedOnce, type OnceAnswer } from './counted-once.js';
import { Dictionary } from './dictionary.js';
import { KindCells } from './kind-cells.js';
import type { CountedRecord, TallyKind } from './tally-kind.js';
import type { TallyConditions, TallyQuery } from './tally-query.js';

/** Every record here was let through already, so they all stand under one label. */
const LET_THROUGH = 'let through';

/**
 * Counts records that were found by what only records hold. They are put into cells of their own and counted there:
 * there is one way of counting. `where` says which of their parts count.
 */
export function countRecords<Rec extends CountedRecord & { readonly _id: string }>(
  kind: TallyKind<Rec>,
  records: readonly Rec[],
  { custodyState, unit }: TallyConditions,
  breakdowns: readonly TallyQuery['by'][],
): Omit<OnceAnswer, 'asOf'>[] {
  const labels = new Dictionary();
  const cells = new KindCells(kind, labels, () => undefined);
  cells.apply(cells.prepare(records.map((record) => ({ id: record._id, before: null, after: { ...record, countedUnder: LET_THROUGH } as unknown as JournalDocument }))));
  const audience = audienceOf([labels.codeOf(LET_THROUGH)]);
  const asked = { where: { custodyState, unit }, asOf: null };
  const taken = cells.takenAway(audience, asked);
  return breakdowns.map((by) => {
    const { answer } = cells.answer(audience, { ...asked, by });
    return { ...answer, countedOnce: countedOnce(answer, taken) };
  });
}
