import type { Page, PageRequest } from '../../../shared/graphql/connection.js';
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
import { rescueModel, type RescueRecord } from './rescue.model.js';
import { RESCUE_TALLY } from './rescue.tally.js';

export type ReadableRescue = Readable<RescueRecord>;

export interface RescueQuery extends ActionQuery {
  readonly victimState?: string | undefined;
  readonly personName?: string | undefined;
  readonly documentNumber?: string | undefined;
}

/** The only door to rescues. The Viewer comes first, and every filter begins with what that viewer may see. */
export class RescueStore implements CountedStore<RescueQuery, RescueRecord> {
  readonly projection: Projection;
  readonly #finder: RecordFinder<PersonRecord, RescueRecord>;

  constructor(runtime: Pick<SubgraphRuntime, 'connection' | 'visible' | 'disclosures' | 'ids' | 'directory' | 'tallies'>) {
    const model = rescueModel(runtime.connection);
    this.#finder = new RecordFinder(runtime, model, 'person');
    this.projection = projectionOf(model, { personal: PERSONAL_KEYS });
  }

  findReadable(viewer: Viewer, ids: readonly string[]): Promise<ReadableRescue[]> {
    return this.#finder.byIds(viewer, ids);
  }

  /** A page by day. */
  pageByDay(viewer: Viewer, query: RescueQuery, request: PageRequest, order: DayOrder = -1): Promise<Page<ReadableRescue>> {
    return this.#finder.pageByDay(viewer, conditionsOf(query), request, order);
  }

  /** What a tally of this viewer counts by what only records hold: those that the list with the same query shows. */
  countable(viewer: Viewer, query: RescueQuery): Promise<RescueRecord[]> {
    return this.#finder.countableRecords(viewer, conditionsOf(query));
  }

  /** A page of the versions behind a number of this viewer. */
  countedAt(viewer: Viewer, query: RescueQuery, counted: CountedAt, request: PageRequest): Promise<Page<CountedEvidence>> {
    return this.#finder.countedAt(viewer, RESCUE_TALLY, conditionsOf(query), counted, request);
  }
}

function conditionsOf({ victimState, personName, documentNumber, ...query }: RescueQuery): Conditions {
  return {
    onRecord: [...actionConditions(query), ...(victimState === undefined ? [] : [{ victimState }])],
    onIdentity: personMatches({ name: personName, documentNumber }),
    onHandling: query,
    onOperation: query,
    onDays: query,
  };
}
