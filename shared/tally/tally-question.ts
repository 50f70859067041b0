import { CodedError } from '../errors/coded-error.js';
import { AgencyReference } from '../graphql/references/agency.reference.js';
import type { OperationId } from '../handling/label.js';
import type { ActionQuery } from '../record/action-conditions.js';
import { MINE } from '../record/handling-conditions.js';
import { operationChoice } from '../record/operation-conditions.js';
import { isReadableOperation } from '../record/readable-operation-key.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { TallyConditions } from './tally-query.js';

/** What a field is about whatever its filter says; undefined means everything. */
export interface TallyScope {
  /** Operations that the viewer may read. */
  readonly operations?: readonly OperationId[];
  readonly country?: string;
}

/** Which records of one kind are counted, as a list and as cells know it. */
export interface TallyQuestion<Query> {
  readonly query: Query;
  readonly where: TallyConditions;
  /** Null for the present. */
  readonly asOf: Date | null;
  /** Whether a condition looks at what only records hold. */
  readonly onRecords: boolean;
}

/** How the filter of one kind of record reads. */
export interface FilterReader<Query> {
  /** Its own conditions, as cells know them. */
  readonly whereOf: (query: Query) => TallyConditions;
  /** Names of those that were stated of which only records know the answer. */
  readonly onRecords: (query: Query) => readonly string[];
}

type QuestionRuntime = Pick<SubgraphRuntime, 'directory' | 'visible' | 'clock'>;

export function tallyQuestion<Query extends ActionQuery>(
  runtime: QuestionRuntime,
  viewer: Viewer,
  reader: FilterReader<Query>,
  asked: { readonly filter: Query; readonly scope: TallyScope; readonly asOf: Date | null },
): TallyQuestion<Query> {
  const query = within(asked.filter, asked.scope);
  const onRecords = [...(query.releasedToMe === undefined ? [] : ['releasedToMe']), ...reader.onRecords(query)];
  checkInstant(runtime, asked.asOf, onRecords);
  const { country, dayFrom, dayTo, originator } = query;
  const where = {
    ...operationChoice(runtime, viewer, query),
    ...(originator === undefined ? {} : { originators: originatorsOf(runtime, viewer, originator) }),
    country, dayFrom, dayTo,
    ...reader.whereOf(query),
  };
  return { query, where, asOf: asked.asOf, onRecords: onRecords.length > 0 };
}

/** The operations with these codes that the viewer may read; one that it may not read is as good as none. */
export function chosenScope(runtime: Pick<QuestionRuntime, 'directory' | 'visible'>, viewer: Viewer, codes: readonly string[] | null | undefined): TallyScope {
  if (codes === null || codes === undefined) return {};
  const wanted = new Set(codes);
  const readable = [...runtime.directory().operations()].filter(({ id, code }) => wanted.has(code) && isReadableOperation(runtime, viewer, id));
  return { operations: readable.map(({ id }) => id).sort() };
}

/** A country that contradicts the filter leaves nothing, and so does an operation. */
function within<Query extends ActionQuery>(filter: Query, { operations, country }: TallyScope): Query {
  const contradicts = country !== undefined && filter.country !== undefined && filter.country !== country;
  const narrowed = contradicts ? [] : operations;
  return { ...filter, ...(country === undefined ? {} : { country }), ...(narrowed === undefined ? {} : { operations: narrowed }) };
}

function checkInstant({ clock }: QuestionRuntime, asOf: Date | null, onRecords: readonly string[]): void {
  if (asOf === null) return;
  if (asOf > clock.now()) throw new CodedError('BAD_USER_INPUT', '`asOf` lies in the future: leave it out for the present.');
  if (onRecords.length === 0) return;
  const named = onRecords.map((name) => `\`${name}\``).join(', ');
  throw new CodedError('BAD_USER_INPUT', `The past is counted without ${named}, which only present records answer: leave out \`asOf\`, or ${named}.`);
}

/** By the names that stand in labels: one's own with those merged into it, or one whose register entry is readable. */
function originatorsOf(runtime: QuestionRuntime, viewer: Viewer, originator: string): readonly string[] {
  if (originator === MINE) return runtime.directory().withMerged(viewer.organisation);
  return AgencyReference.readable(viewer, originator, runtime.directory(), runtime.visible.facts()) === null ? [] : [originator];
}
