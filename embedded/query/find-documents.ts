import { ServerError } from '../commands/server-error.js';
import type { Collection, StoredDocument } from '../storage/collection.js';
import type { Filter } from './filter.js';
import { matches } from './match.js';
import { planQuery } from './plan.js';
import type { SortField } from './sort-order.js';
import { sortKey } from './sort-order.js';

/** As MongoDB's own limit. A sort that needs more is an error, never a part of the answer. */
export const SORT_MEMORY_LIMIT = 100 * 1024 * 1024;

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
  const ordered = plan.sorted ? found : sortInMemory(found, request);
  let position = 0;
  for (const stored of ordered) {
    position++;
    if (position <= request.skip) continue;
    yield stored;
    if (request.limit > 0 && position >= request.skip + request.limit) return;
  }
}

function* matching(collection: Collection, request: FindRequest, records: Iterable<number>): Generator<StoredDocument, void, undefined> {
  for (const record of records) {
    request.checkTime?.();
    const stored = collection.read(record);
    if (stored === undefined) continue;
    request.examined?.();
    if (matches(request.filter, stored.document)) yield stored;
  }
}

interface Sortable {
  readonly key: Buffer;
  readonly stored: StoredDocument;
}

function* sortInMemory(found: Iterable<StoredDocument>, request: FindRequest): Generator<StoredDocument, void, undefined> {
  const needed = request.limit > 0 ? request.skip + request.limit : Number.POSITIVE_INFINITY;
  let held: Sortable[] = [];
  let bytes = 0;
  for (const stored of found) {
    held.push({ key: sortKey(stored.document, request.sort), stored });
    bytes += stored.bytes.length;
    if (held.length > needed * 2 + 1000) {
      held = inOrder(held).slice(0, needed);
      bytes = held.reduce((sum, one) => sum + one.stored.bytes.length, 0);
    }
    if (bytes > SORT_MEMORY_LIMIT) throw memoryExceeded(request.command);
  }
  for (const { stored } of inOrder(held)) yield stored;
}

/** Equal keys keep the order in which they were found. */
function inOrder(held: Sortable[]): Sortable[] {
  return held.sort((left, right) => Buffer.compare(left.key, right.key));
}

function memoryExceeded(command: string): ServerError {
  return new ServerError(
    292,
    `Executor error during ${command} command :: caused by :: Sort exceeded memory limit of ${String(SORT_MEMORY_LIMIT)} bytes, but did not opt in to external sorting.`,
  );
}
