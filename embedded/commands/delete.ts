import { parseFilter } from '../query/parse-filter.js';
import type { Collection } from '../storage/collection.js';
import type { BsonDocument } from '../values/bson-value.js';
import { isDocument, isNumber } from '../values/bson-value.js';
import { integerValue } from '../values/integer.js';
import type { Command, Request } from './command.js';
import { collectionName, documentListField } from './read-options.js';
import { requireKnown } from './require-known.js';
import { ServerError } from './server-error.js';
import { matchedRecords } from './update.js';
import { existingCollection, requireBatch } from './writable-collection.js';
import { runEach, writeReply } from './write-errors.js';

const STATEMENT_OPTIONS = ['q', 'limit', 'hint'];

export const remove: Command = {
  options: ['deletes', 'ordered'],
  run(request) {
    const name = collectionName(request);
    const statements = documentListField(request, 'deletes');
    requireBatch(statements.length);
    for (const statement of statements) {
      requireKnown(statement, STATEMENT_OPTIONS, 'delete.deletes');
      limitOf(statement);
    }
    return request.state.storage.write(() => {
      const collection = existingCollection(request, name);
      let removed = 0;
      const refusals = runEach(statements, request.command['ordered'] !== false, (statement) => {
        removed += runStatement(request, collection, statement);
      });
      return writeReply(removed, refusals);
    });
  },
};

function runStatement(request: Request, collection: Collection | undefined, statement: BsonDocument): number {
  const { q: source } = statement;
  const filter = parseFilter(isDocument(source) ? source : {});
  if (collection === undefined) return 0;
  let removed = 0;
  for (const record of matchedRecords(request, collection, filter, limitOf(statement))) {
    const stored = collection.read(record);
    if (stored === undefined) continue;
    collection.remove(stored);
    removed++;
  }
  return removed;
}

function limitOf({ limit: source }: BsonDocument): 0 | 1 {
  if (source === undefined) throw new ServerError(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
  const limit = isNumber(source) ? integerValue(source) : undefined;
  if (limit === 0 || limit === 1) return limit;
  throw new ServerError(9, `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`);
}
