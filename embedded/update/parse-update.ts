import { ServerError } from '../commands/server-error.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument } from '../values/bson-value.js';
import { parseOperatorUpdate } from './operator-update.js';
import { parsePipelineUpdate } from './pipeline-update.js';

export interface Update {
  readonly kind: 'replacement' | 'operators' | 'pipeline';
  /** MongoDB counts a replacement that names `_id` behind other fields as a change, whatever it changes. */
  readonly alwaysModifies?: boolean;
  /** Changes a private copy of a document and returns the result. */
  apply(document: BsonDocument, inserting: boolean): BsonDocument;
}

/** The three forms an update may have, told apart as MongoDB does: an array, a first field with $, or neither. */
export function parseUpdate(source: BsonValue): Update {
  if (Array.isArray(source)) return parsePipelineUpdate(source);
  if (!isDocument(source)) throw new ServerError(9, 'Update argument must be either an object or an array');
  const names = Object.keys(source);
  if (names[0]?.startsWith('$') === true) return parseOperatorUpdate(source);
  const operator = names.find((name) => name.startsWith('$'));
  if (operator !== undefined) {
    throw new ServerError(52, `The dollar ($) prefixed field '${operator}' in '${operator}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`);
  }
  const alwaysModifies = names.indexOf('_id') > 0;
  return { kind: 'replacement', alwaysModifies, apply: (document) => withIdentifier(source, document['_id']) };
}

/** A replacement keeps the identifier of what it replaces, and keeps it in front. */
export function withIdentifier(source: BsonDocument, identifier: BsonValue | undefined): BsonDocument {
  const { _id: own, ...rest } = source;
  const kept = own ?? identifier;
  return kept === undefined ? rest : { _id: kept, ...rest };
}
