import { ObjectId } from 'bson';
import { ServerError } from '../commands/server-error.js';
import type { Filter } from '../query/filter.js';
import { fixedFields } from '../query/filter.js';
import type { Collection, StoredDocument } from '../storage/collection.js';
import type { BsonDocument } from '../values/bson-value.js';
import { readDocument } from '../values/bson-value.js';
import { equalValues } from '../values/compare.js';
import { describeField } from '../values/describe-value.js';
import { parseUpdatePath, setAt } from '../values/field-path.js';
import type { Update } from './parse-update.js';
import { withIdentifier } from './parse-update.js';
import { requireStorable } from './require-storable.js';

export interface Updated {
  readonly before: StoredDocument;
  readonly after: StoredDocument;
  readonly modified: boolean;
}

/** Updates one document. One that would come out byte for byte the same is not written. */
export function updateOne(collection: Collection, stored: StoredDocument, update: Update): Updated {
  const identifier = stored.document['_id'];
  const changed = update.apply(readDocument(stored.bytes), false);
  const whole = changed['_id'] === undefined && update.kind !== 'operators' ? withIdentifier(changed, identifier) : changed;
  requireSameIdentifier(stored.document, whole, update.kind);
  requireStorable(whole);
  const after = collection.replace(stored, whole);
  return { before: stored, after, modified: update.alwaysModifies === true || !Buffer.from(after.bytes).equals(stored.bytes) };
}

function requireSameIdentifier(before: BsonDocument, after: BsonDocument, kind: Update['kind']): void {
  const [old, fresh] = [before['_id'], after['_id']];
  if (old !== undefined && fresh !== undefined && equalValues(old, fresh)) return;
  if (kind === 'operators' || fresh === undefined) {
    throw new ServerError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  throw new ServerError(66, `After applying the update, the (immutable) field '_id' was found to have been altered to ${describeField('_id', fresh)}`);
}

/** The document an upsert adds: what the filter fixes, changed by the update. */
export function upsertOne(collection: Collection, filter: Filter, update: Update): StoredDocument {
  const start = update.kind === 'replacement' ? identifierOf(filter) : fromFilter(filter);
  const fixed = start['_id'];
  const changed = update.apply(start, true);
  const document = withIdentifier(changed, fixed ?? new ObjectId());
  if (fixed !== undefined) requireSameIdentifier({ _id: fixed }, document, update.kind);
  requireStorable(document);
  return collection.insert(document);
}

function identifierOf(filter: Filter): BsonDocument {
  const identifier = fixedFields(filter).find(({ path }) => path === '_id');
  return identifier === undefined ? {} : { _id: identifier.value };
}

function fromFilter(filter: Filter): BsonDocument {
  const document: BsonDocument = {};
  const seen = new Set<string>();
  for (const { path, value } of fixedFields(filter)) {
    if (seen.has(path)) throw new ServerError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    seen.add(path);
    setAt(document, parseUpdatePath(path), value);
  }
  return document;
}
