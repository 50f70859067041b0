import type { Collection, StoredDocument } from '../storage/collection.js';
import { readFields } from '../values/read-fields.js';
import type { Filter } from './filter.js';
import { fieldsAsked } from './filter.js';
import { matches } from './match.js';
import { inMemoryOrder } from './memory-sort.js';
import { planQuery } from './plan.js';
import type { SortField } from './sort-order.js';

export interface FindRequest {
  readonly filter: Filter;
  readonly sort: readonly SortField[];
  readonly skip: number;
  /** Zero means no limit. */
  readonly limit: number;
  /** Told of every document that is fetched. */
  readonly examined?: () => void;
  /** Throws when the time a client has allowed is over. */
  readonly checkTime?: () => void;
  readonly command: string;
}

/** The documents of a request in its order, fetched one by one as they are asked for. */
export function* findDocuments(collection: Collection, request: FindRequest): Generator<StoredDocument, void, undefined> {
  const plan = planQuery(request.filter, request.sort, collection.indexes);
  const found = matching(collection, request, collection.records(plan));
  const ordered = plan.sorted ? found : inMemoryOrder(found, (stored) => stored, request.sort, request.limit > 0 ? request.skip + request.limit : 0, request.command);
  let position = 0;
  for (const stored of ordered) {
    position++;
    if (position <= request.skip) continue;
    yield stored;
    if (request.limit > 0 && position >= request.skip + request.limit) return;
  }
}

function* matching(collection: Collection, request: FindRequest, records: Iterable<number>): Generator<StoredDocument, void, undefined> {
  const asked = fieldsAsked(request.filter);
  for (const record of records) {
    request.checkTime?.();
    const stored = collection.read(record);
    if (stored === undefined) continue;
    request.examined?.();
    if (matches(request.filter, asked === null ? stored.document : readFields(stored.bytes, asked))) yield stored;
  }
}
