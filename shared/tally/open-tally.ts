import type { Page, PageRequest } from '../graphql/connection.js';
import type { ActionQuery } from '../record/action-conditions.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import { countRecords } from './count-records.js';
import { CountedTally } from './counted-tally.js';
import type { CountedEvidence } from './counted-version.js';
import type { CountedRecord, TallyKind } from './tally-kind.js';
import { tallyQuestion, type FilterReader, type TallyScope } from './tally-question.js';
import type { TallyQuery } from './tally-query.js';

/** The records of one kind behind their tallies. The Viewer comes first, as in every store. */
export interface CountedStore<Query, Rec> {
  countable(viewer: Viewer, query: Query): Promise<Rec[]>;
  countedAt(viewer: Viewer, query: Query, counted: Pick<TallyQuery, 'where' | 'asOf'>, request: PageRequest): Promise<Page<CountedEvidence>>;
}

/** One kind of record as its tallies know it. */
export interface CountedKind<Query, Rec> {
  readonly kind: TallyKind<Rec>;
  readonly filter: FilterReader<Query>;
  /** What weighs how, in words. */
  readonly weighing: string;
}

export interface AskedTally<Query> {
  readonly filter: Query;
  readonly scope: TallyScope;
  readonly asOf: Date | null;
}

type OpenRuntime = Pick<SubgraphRuntime, 'directory' | 'visible' | 'clock' | 'tallies'>;

/** A tally, and the list behind it. */
export interface OpenedTally {
  readonly tally: CountedTally;
  readonly evidence: (request: PageRequest) => Promise<Page<CountedEvidence>>;
  /** The record that counts for the event of this one where each event counts once; itself for most. */
  readonly countedOnceAs: (id: string) => Promise<string>;
}

/** Counts from cells; where a condition looks at what only records hold, from those records. */
export function openTally<Query extends ActionQuery, Rec extends CountedRecord & { readonly _id: string }>(
  runtime: OpenRuntime,
  viewer: Viewer,
  { kind, filter }: CountedKind<Query, Rec>,
  store: CountedStore<Query, Rec>,
  asked: AskedTally<Query>,
): OpenedTally {
  const question = tallyQuestion(runtime, viewer, filter, asked);
  const { query, where, asOf, onRecords } = question;
  const tally = new CountedTally(runtime, viewer, kind, question, async (breakdowns) => {
    if (!onRecords) return runtime.tallies.answers(viewer, kind, { where, asOf }, breakdowns);
    const records = await store.countable(viewer, query);
    const instant = runtime.clock.now();
    return countRecords(kind, records, where, breakdowns).map((answer) => ({ ...answer, asOf: instant }));
  });
  return {
    tally,
    evidence: (request) => store.countedAt(viewer, query, { where, asOf }, request),
    countedOnceAs: async (id) => (await tally.whole()).countedOnce.instead.get(id) ?? id,
  };
}
