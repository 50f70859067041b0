import { speaksFor, type HandlingFacts } from '../../handling/may-read.js';
import type { VisibleLabels } from '../../handling/visible-labels.js';
import type { ClaimStatement } from '../../tally/claim-statement.js';
import type { SpokenOf } from '../../tally/claim-table.js';
import type { Viewer } from '../../viewer/viewer.js';
import type { HandledRecord, Readable } from '../handled-record.js';
import { standingStatement } from './claim-statements.js';
import type { DoubleClaimState } from './double-claim.type.js';

/** What a record that is shown brings along for its double claims. */
export interface ClaimedAction {
  readonly originator: string;
  readonly claims: readonly ClaimStatement[];
}

/** What two owners say of two records, as it is shown with one of them. */
export interface ReadableDoubleClaim<Rec> {
  readonly other: Readable<Rec>;
  readonly state: DoubleClaimState;
  /** The record that counts, as the owner of this record and that of the other say; null where one does not say so. */
  readonly countsHere: string | null;
  readonly countsThere: string | null;
  readonly agreedSince: Date | null;
}

/**
 * The records that may have to be shown with this one, so that no other is read. A hidden record that speaks of it does
 * not even enter into the query.
 */
export function otherRecords(viewer: Viewer, { originator, claims }: ClaimedAction, speaking: readonly SpokenOf[], visible: Pick<VisibleLabels, 'of' | 'find' | 'facts'>): string[] {
  const said = new Map(claims.flatMap(({ other, owner, counts, until }) => (until === null ? [[other, { owner, counts }] as const] : [])));
  const seen = visible.of(viewer);
  const told = new Map(speaking.filter(({ label }) => seen.has(label)).map(({ id, label, counts }) => [id, { owner: visible.find(label)?.label.originator ?? '', counts }]));
  const isOwner = speaksFor(viewer, originator, visible.facts());
  return [...new Set([...said.keys(), ...told.keys()])].filter((other) => {
    const [here, there] = [said.get(other), told.get(other)];
    const agree = here !== undefined && here.counts !== null && here.counts === there?.counts;
    return agree || isOwner || speaksFor(viewer, here?.owner ?? there?.owner ?? '', visible.facts());
  }).sort();
}

/**
 * The double claims of a record with others that its reader has been let through to. Both owners see what either says;
 * everybody else what both agree on.
 */
export function readableDoubleClaims<Rec extends Pick<HandledRecord<unknown>, '_id' | 'originator' | 'claims'>>(
  viewer: Viewer,
  id: string,
  { originator, claims }: ClaimedAction,
  others: readonly Readable<Rec>[],
  facts: Pick<HandlingFacts, 'organisation'>,
): ReadableDoubleClaim<Rec>[] {
  return others.flatMap((other) => {
    const { record } = other;
    const [here, there] = [standingStatement(claims, record._id), standingStatement(record.claims, id)];
    const state = stateOf(here, there);
    const isOwner = speaksFor(viewer, originator, facts) || speaksFor(viewer, record.originator, facts);
    if (state === null || (state !== 'AGREED' && !isOwner)) return [];
    const since = [here, there].map((said) => said?.from ?? '').sort().at(-1) ?? '';
    return [{ other, state, countsHere: here?.counts ?? null, countsThere: there?.counts ?? null, agreedSince: state === 'AGREED' ? new Date(since) : null }];
  });
}

function stateOf(here: ClaimStatement | undefined, there: ClaimStatement | undefined): DoubleClaimState | null {
  if (here === undefined && there === undefined) return null;
  if (here?.counts === null || there?.counts === null) return 'DECLINED';
  return here?.counts === there?.counts ? 'AGREED' : 'PROPOSED';
}
