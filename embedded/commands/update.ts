import { Int32 } from 'bson';
import { findDocuments } from '../query/find-documents.js';
import type { Filter } from '../query/filter.js';
import { parseFilter } from '../query/parse-filter.js';
import type { Collection } from '../storage/collection.js';
import { updateOne, upsertOne } from '../update/apply-update.js';
import { requireStageNames } from '../update/pipeline-update.js';
import { parseUpdate } from '../update/parse-update.js';
import type { BsonDocument } from '../values/bson-value.js';
import { isDocument } from '../values/bson-value.js';
import type { Command, Request } from './command.js';
import { booleanOf, collectionName, documentListField } from './read-options.js';
import { ServerError } from './server-error.js';
import { requireKnown } from './require-known.js';
import { existingCollection, requireBatch, writableCollection } from './writable-collection.js';
import { runEach, writeReply } from './write-errors.js';

const STATEMENT_OPTIONS = ['q', 'u', 'multi', 'upsert', 'hint'];

export const update: Command = {
  options: ['updates', 'ordered', 'bypassDocumentValidation'],
  run(request) {
    const name = collectionName(request);
    const statements = documentListField(request, 'updates');
    requireBatch(statements.length);
    for (const statement of statements) {
      requireKnown(statement, STATEMENT_OPTIONS, 'update.updates');
      requireStageNames(statement['u']);
    }
    return request.state.storage.write(() => {
      const tally: Tally = { matched: 0, modified: 0, upserted: [] };
      const refusals = runEach(statements, request.command['ordered'] !== false, (statement, index) => {
        runStatement(request, name, statement, index, tally);
      });
      return writeReply(tally.matched, refusals, { nModified: tally.modified, upserted: tally.upserted });
    });
  },
};

interface Tally {
  matched: number;
  modified: number;
  readonly upserted: BsonDocument[];
}

function runStatement(request: Request, name: string, statement: BsonDocument, index: number, tally: Tally): void {
  const filter = parseFilter(isDocument(statement['q']) ? statement['q'] : {});
  const change = parseUpdate(statement['u'] ?? null);
  const multi = booleanOf(statement['multi']);
  if (multi && change.kind === 'replacement') throw new ServerError(9, 'multi update is not supported for replacement-style update');
  const collection = existingCollection(request, name);
  const records = matchedRecords(request, collection, filter, multi ? 0 : 1);
  let changed = 0;
  for (const record of records) {
    const stored = collection?.read(record);
    if (collection === undefined || stored === undefined) continue;
    const { modified } = updateOne(collection, stored, change);
    if (modified) changed++;
  }
  // As MongoDB: a statement that fails half-way reports none of the documents it changed before.
  tally.matched += records.length;
  tally.modified += changed;
  if (records.length > 0 || !booleanOf(statement['upsert'])) return;
  const { document } = upsertOne(writableCollection(request, name), filter, change);
  tally.matched++;
  tally.upserted.push({ index: new Int32(index), _id: document['_id'] ?? null });
}

/** All of them first: a document that moves in the index it was found by must not be met again. */
export function matchedRecords(request: Request, collection: Collection | undefined, filter: Filter, limit: number): number[] {
  if (collection === undefined) return [];
  const found = findDocuments(collection, { filter, sort: [], skip: 0, limit, checkTime: request.checkTime, command: request.name });
  return Array.from(found, ({ record }) => record);
}
