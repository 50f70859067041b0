import type { Page, PageRequest } from '../../../shared/graphql/connection.js';
import type { CriminalGroupId } from '../../../shared/handling/label.js';
import { projectionOf, type Projection } from '../../../shared/journal/projection.js';
import { actionConditions, type ActionQuery, type Conditions } from '../../../shared/record/action-conditions.js';
import type { DayOrder } from '../../../shared/record/day-list.js';
import { PERSONAL_KEYS, type Readable } from '../../../shared/record/handled-record.js';
import { RecordFinder, type CountedAt } from '../../../shared/record/record-finder.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { CountedStore } from '../../../shared/tally/open-tally.js';
import type { CountedEvidence } from '../../../shared/tally/counted-version.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { personMatches } from '../person/person.filter.js';
import type { PersonRecord } from '../person/person.record.js';
import { arrestModel, type ArrestRecord } from './arrest.model.js';
import { ARREST_TALLY } from './arrest.tally.js';

export type ReadableArrest = Readable<ArrestRecord>;

export interface ArrestQuery extends ActionQuery {
  readonly crimeType?: string | undefined;
  readonly principalCrimeType?: string | undefined;
  readonly role?: string | undefined;
  readonly roleRecorded?: boolean | undefined;
  readonly suspectName?: string | undefined;
  readonly documentNumber?: string | undefined;
}

/** What is told of the members of a group in numbers and countries. */
const MEMBER_KEYS = ['group', 'cell', 'role', 'country', 'countriesOfCommission', 'countriesOfVictims'] as const;
type MemberKey = (typeof MEMBER_KEYS)[number];
export type MemberFacts = Pick<ArrestRecord, MemberKey>;

/** The only door to arrests. The Viewer comes first, and every filter begins with what that viewer may see. */
export class ArrestStore implements CountedStore<ArrestQuery, ArrestRecord> {
  readonly projection: Projection;
  readonly #finder: RecordFinder<PersonRecord, ArrestRecord>;

  constructor(runtime: Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures' | 'ids' | 'directory' | 'tallies'>) {
    const model = arrestModel(runtime.connection);
    this.#finder = new RecordFinder(runtime, model, 'suspect');
    this.projection = projectionOf(model, { personal: PERSONAL_KEYS });
  }

  findReadable(viewer: Viewer, ids: readonly string[]): Promise<ReadableArrest[]> {
    return this.#finder.byIds(viewer, ids);
  }

  /** A page by day. */
  pageByDay(viewer: Viewer, query: ArrestQuery, request: PageRequest, order: DayOrder = -1): Promise<Page<ReadableArrest>> {
    return this.#finder.pageByDay(viewer, conditionsOf(query), request, order);
  }

  /**
   * A page by the suspect's name. A sort key on a part is evaluated under record ∧ part, so
   * arrests whose suspect is withheld come last, among themselves by id alone.
   */
  async pageBySuspectName(viewer: Viewer, query: ArrestQuery, request: PageRequest): Promise<Page<ReadableArrest>> {
    const conditions = conditionsOf(query);
    const { onRecord, onIdentity } = conditions;
    const [name, id] = request.after ?? [undefined, undefined];
    const wanted = request.first + 1;
    const found: ArrestRecord[] = [];
    if (name !== null) {
      const behind =
        name === undefined
          ? { 'identity.name': { $gte: '' } }
          : { $or: [{ 'identity.name': { $gt: name } }, { 'identity.name': name, _id: { $gt: id } }] };
      const named = { ...conditions, onIdentity: [...onIdentity, behind] };
      found.push(...(await this.#finder.find(viewer, named, { 'identity.name': 1, _id: 1 }, wanted)));
    }
    if (found.length < wanted) {
      const behind = name === null ? [{ _id: { $gt: id } }] : [];
      const unnamed = { ...conditions, onRecord: [...onRecord, this.#finder.withoutIdentity(viewer), ...behind] };
      found.push(...(await this.#finder.find(viewer, unnamed, { _id: 1 }, wanted - found.length)));
    }
    return this.#finder.showPage(viewer, found, request);
  }

  /** What a tally of this viewer counts by what only records hold: those that the list with the same query shows. */
  countable(viewer: Viewer, query: ArrestQuery): Promise<ArrestRecord[]> {
    return this.#finder.countableRecords(viewer, conditionsOf(query));
  }

  /** A page of the versions behind a number of this viewer. */
  countedAt(viewer: Viewer, query: ArrestQuery, counted: CountedAt, request: PageRequest): Promise<Page<CountedEvidence>> {
    return this.#finder.countedAt(viewer, ARREST_TALLY, conditionsOf(query), counted, request);
  }

  /** The members of criminal groups, latest day first. Whether the viewer may read the groups has been asked. */
  pageOfMembers(viewer: Viewer, query: MemberQuery, request: PageRequest): Promise<Page<ReadableArrest>> {
    return this.#finder.pageByDay(viewer, membersOf(query), request);
  }

  /** What is counted of the members of criminal groups: exactly those that the list shows. */
  countableMembers(viewer: Viewer, query: MemberQuery): Promise<MemberFacts[]> {
    return this.#finder.countable(viewer, membersOf(query), MEMBER_KEYS);
  }
}

/** Arrests of members of criminal groups, which the caller may read. */
export interface MemberQuery {
  readonly groups: readonly CriminalGroupId[];
  readonly cell?: string | undefined;
}

function membersOf({ groups, cell }: MemberQuery): Conditions {
  return { onRecord: [{ group: { $in: [...groups] } }, ...(cell === undefined ? [] : [{ cell }])], onIdentity: [] };
}

function conditionsOf({ crimeType, principalCrimeType, role, roleRecorded, suspectName, documentNumber, ...query }: ArrestQuery): Conditions {
  const ofCrime = crimeType === undefined ? [] : [{ $or: [{ crimeType }, { furtherCrimeTypes: crimeType }] }];
  return {
    onRecord: [
      ...actionConditions(query),
      ...ofCrime,
      ...(principalCrimeType === undefined ? [] : [{ crimeType: principalCrimeType }]),
      ...(role === undefined ? [] : [{ role }]),
      ...(roleRecorded === undefined ? [] : [{ role: roleRecorded ? { $ne: null } : null }]),
    ],
    onIdentity: personMatches({ name: suspectName, documentNumber }),
    onHandling: query,
    onOperation: query,
    onDays: query,
  };
}
