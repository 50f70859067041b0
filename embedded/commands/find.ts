import type { FindRequest } from '../query/find-documents.js';
import { findDocuments } from '../query/find-documents.js';
import { parseFilter } from '../query/parse-filter.js';
import { fieldsKept, parseProjection } from '../query/projection.js';
import { parseSort } from '../query/sort-order.js';
import { Collection } from '../storage/collection.js';
import type { BsonDocument } from '../values/bson-value.js';
import { isLong, isNumber, writeDocument } from '../values/bson-value.js';
import { readFields } from '../values/read-fields.js';
import type { Command, Request } from './command.js';
import { booleanOf, collectionName, countField, documentField, stringField } from './read-options.js';
import { ServerError } from './server-error.js';

/** `hint` only chooses an index and cannot change an answer; the store's own choice stands. */
export const find: Command = {
  options: ['filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch', 'hint', 'allowDiskUse', 'noCursorTimeout'],
  run(request) {
    const collection = collectionName(request);
    const { command, state } = request;
    const projection = documentField(request, 'projection');
    const project = projectionOf(projection);
    const kept = fieldsKept(projection);
    const limit = countField(request, 'limit') ?? 0;
    const documents = foundDocuments(request, {
      filter: parseFilter(documentField(request, 'filter')),
      sort: parseSort(documentField(request, 'sort')),
      skip: countField(request, 'skip') ?? 0,
      limit,
    });
    const batches = project === undefined ? mapped(documents, ({ bytes }) => bytes) : mapped(documents, (stored) => writeDocument(project(kept === null ? stored.document : readFields(stored.bytes, kept))));
    const namespace = `${request.database}.${collection}`;
    return state.cursors.firstBatch(namespace, batches, {
      batchSize: countField(request, 'batchSize'),
      singleBatch: booleanOf(command['singleBatch']),
      limit,
    });
  },
};

export const getMore: Command = {
  options: ['collection', 'batchSize'],
  run(request) {
    const namespace = `${request.database}.${stringField(request, 'collection')}`;
    return request.state.cursors.nextBatch(cursorId(request.command['getMore']), namespace, positive(countField(request, 'batchSize')));
  },
};

/** In `getMore` zero means no bound, as if none were given. */
function positive(batchSize: number | undefined): number | undefined {
  return batchSize === 0 ? undefined : batchSize;
}

/** The documents of a read, each counted as it is fetched. An absent collection is an empty one. */
export function foundDocuments(
  request: Request,
  wanted: Pick<FindRequest, 'filter' | 'sort' | 'skip' | 'limit'>,
): ReturnType<typeof findDocuments> {
  const { storage, examined } = request.state;
  const definition = storage.catalog.find(request.database, collectionName(request));
  if (definition === undefined) return none();
  return findDocuments(new Collection(storage, definition), {
    ...wanted,
    examined: () => {
      examined.count++;
    },
    checkTime: request.checkTime,
    command: request.name,
  });
}

export function cursorId(value: BsonDocument[string] | undefined): bigint {
  if (isLong(value)) return value.toBigInt();
  if (isNumber(value)) return BigInt(value.toString());
  throw new ServerError(14, "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
}

export function projectionOf(source: BsonDocument): ((document: BsonDocument) => BsonDocument) | undefined {
  return Object.keys(source).length === 0 ? undefined : parseProjection(source, { identifierByDefault: true });
}

function* none(): ReturnType<typeof findDocuments> {
  // An absent collection has no documents.
}

function* mapped<T>(source: Iterable<T>, change: (item: T) => Uint8Array): Generator<Uint8Array, void, undefined> {
  for (const item of source) yield change(item);
}
