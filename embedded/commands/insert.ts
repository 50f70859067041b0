import { ObjectId } from 'bson';
import { withIdentifier } from '../update/parse-update.js';
import type { BsonDocument } from '../values/bson-value.js';
import type { Command } from './command.js';
import { collectionName, documentListField } from './read-options.js';
import { requireBatch, writableCollection } from './writable-collection.js';
import { requireStorable } from '../update/require-storable.js';
import { runEach, writeReply } from './write-errors.js';

export const insert: Command = {
  options: ['documents', 'ordered', 'bypassDocumentValidation'],
  run(request) {
    const name = collectionName(request);
    const documents = documentListField(request, 'documents');
    requireBatch(documents.length);
    return request.state.storage.write(() => {
      const collection = writableCollection(request, name);
      let inserted = 0;
      const refusals = runEach(documents, request.command['ordered'] !== false, (document) => {
        collection.insert(identified(document));
        inserted++;
      });
      return writeReply(inserted, refusals);
    });
  },
};

function identified(document: BsonDocument): BsonDocument {
  const whole = withIdentifier(document, new ObjectId());
  requireStorable(whole);
  return whole;
}
