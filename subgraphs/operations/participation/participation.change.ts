import type { Label } from '../../../shared/handling/label.js';
import type { DraftChange } from '../../../shared/journal/draft.js';
import type { JournalView } from '../../../shared/journal/batch.js';
import { toDocument } from '../../../shared/record/journal-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { ParticipationRecord } from './participation.model.js';

type ChangeRuntime = Pick<SubgraphRuntime, 'ids' | 'handling'>;
type Joining = Pick<ParticipationRecord, 'operation' | 'originator' | 'organisation' | 'role' | 'joinedAt'>;

export interface ParticipationChange {
  readonly change: DraftChange;
  readonly labels: readonly DraftChange[];
}

/** The terms of one organisation in one operation, in their order: it may take part, leave and take part again. */
export interface Terms {
  readonly last: ParticipationRecord | null;
  readonly count: number;
}

/** Terms are numbered, so that whoever enters the next one finds all the earlier ones, seen or unseen, in the chain itself. */
export async function termsOf(
  { ids }: Pick<SubgraphRuntime, 'ids'>,
  { operation, originator, organisation }: Pick<Joining, 'operation' | 'originator' | 'organisation'>,
  { current }: Pick<JournalView, 'current'>,
): Promise<Terms> {
  let last: ParticipationRecord | null = null;
  for (let count = 0; ; count += 1) {
    const id = termId(ids, { operation, originator, organisation }, count);
    const stored = await current('participations', id);
    if (stored === null) return { last, count };
    last = { ...stored, _id: id } as unknown as ParticipationRecord;
  }
}

export function foundingParticipation(runtime: ChangeRuntime, joining: Joining): ParticipationChange {
  return participationChange(runtime, { ...joining, founding: true, enteredBy: joining.originator }, 0);
}

export function laterParticipation(runtime: ChangeRuntime, joining: Joining & Pick<ParticipationRecord, 'enteredBy'>, term: number): ParticipationChange {
  return participationChange(runtime, { ...joining, founding: false }, term);
}

function participationChange(
  { ids, handling }: ChangeRuntime,
  participation: Joining & Pick<ParticipationRecord, 'founding' | 'enteredBy'>,
  term: number,
): ParticipationChange {
  const label = handling.use(participationLabel(participation), null);
  const after = toDocument({ ...participation, handling: label.key, endedAt: null, version: 1 });
  return { labels: label.changes, change: { collection: 'participations', id: termId(ids, participation, term), after } };
}

/**
 * Who takes part is known to those who read the operation as it is handled now, and to nobody wider: this label adds
 * nothing of its own to that of the operation. So whoever may enter participations sees all those that stand.
 */
function participationLabel({ originator, operation }: Pick<Joining, 'originator' | 'operation'>): Label {
  return { originator, tlp: 'CLEAR', codes: [], restriction: null, operation, recipients: [], releaseGroup: null };
}

function termId(ids: SubgraphRuntime['ids'], { operation, originator, organisation }: Pick<Joining, 'operation' | 'originator' | 'organisation'>, term: number): string {
  return ids.of(originator, 'participations', `${operation}/${organisation}/${String(term)}`);
}
