import { Int32 } from 'bson';
import { findDocuments } from '../query/find-documents.js';
import { parseFilter } from '../query/parse-filter.js';
import { parseSort } from '../query/sort-order.js';
import type { Collection, StoredDocument } from '../storage/collection.js';
import { updateOne, upsertOne } from '../update/apply-update.js';
import { parseUpdate } from '../update/parse-update.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import type { Command, Request } from './command.js';
import { projectionOf } from './find.js';
import { booleanOf, collectionName, documentField } from './read-options.js';
import { causedBy, ServerError } from './server-error.js';
import { existingCollection, writableCollection } from './writable-collection.js';

export const findAndModify: Command = {
  options: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'hint', 'bypassDocumentValidation'],
  run(request) {
    const name = collectionName(request);
    const { command, state } = request;
    const removing = booleanOf(command['remove']);
    const change = command['update'];
    if (removing && change !== undefined) throw new ServerError(9, "Cannot specify both an update and remove=true");
    if (removing && booleanOf(command['upsert'])) throw new ServerError(9, "Cannot specify both upsert=true and remove=true");
    if (removing && booleanOf(command['new'])) throw new ServerError(9, "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
    if (!removing && change === undefined) throw new ServerError(9, "Either an update or remove=true must be specified");
    return state.storage.write(() => {
      const collection = existingCollection(request, name);
      const stored = collection && firstMatch(request, collection);
      const found = collection && stored && { collection, stored };
      return removing || change === undefined ? removeFound(request, found) : updateFound(request, name, found, change);
    });
  },
};

function firstMatch(request: Request, collection: Collection): StoredDocument | undefined {
  const filter = parseFilter(documentField(request, 'query'));
  const sort = parseSort(documentField(request, 'sort'));
  const [stored] = findDocuments(collection, { filter, sort, skip: 0, limit: 1, checkTime: request.checkTime, command: request.name });
  return stored;
}

interface FoundDocument {
  readonly collection: Collection;
  readonly stored: StoredDocument;
}

function removeFound(request: Request, found: FoundDocument | undefined): BsonDocument {
  found?.collection.remove(found.stored);
  return { lastErrorObject: { n: new Int32(found === undefined ? 0 : 1) }, value: shown(request, found?.stored) };
}

function updateFound(request: Request, name: string, found: FoundDocument | undefined, source: BsonValue): BsonDocument {
  const change = parseUpdate(source);
  const showNew = booleanOf(request.command['new']);
  const where = 'Plan executor error during findAndModify';
  if (found !== undefined) {
    const { before, after } = causedBy(where, () => updateOne(found.collection, found.stored, change));
    return { lastErrorObject: { n: new Int32(1), updatedExisting: true }, value: shown(request, showNew ? after : before) };
  }
  if (!booleanOf(request.command['upsert'])) {
    return { lastErrorObject: { n: new Int32(0), updatedExisting: false }, value: null };
  }
  const filter = parseFilter(documentField(request, 'query'));
  const added = causedBy(where, () => upsertOne(writableCollection(request, name), filter, change));
  const lastErrorObject = { n: new Int32(1), updatedExisting: false, upserted: added.document['_id'] ?? null };
  return { lastErrorObject, value: shown(request, showNew ? added : undefined) };
}

function shown(request: Request, stored: StoredDocument | undefined): BsonValue {
  if (stored === undefined) return null;
  const project = projectionOf(documentField(request, 'fields'));
  return project === undefined ? stored.document : project(stored.document);
}
