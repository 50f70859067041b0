import { Binary, Int32 } from 'bson';
import { matches } from '../query/match.js';
import { parseFilter } from '../query/parse-filter.js';
import { Collection } from '../storage/collection.js';
import type { CollectionDefinition } from '../storage/index-definition.js';
import type { BsonDocument } from '../values/bson-value.js';
import { readDocument, writeDocument } from '../values/bson-value.js';
import type { Command } from './command.js';
import { booleanOf, collectionName, documentField } from './read-options.js';
import { ServerError } from './server-error.js';

export const create: Command = {
  options: [],
  run(request) {
    const name = collectionName(request);
    return request.state.storage.write(() => {
      const { catalog } = request.state.storage;
      if (catalog.find(request.database, name) !== undefined) {
        throw new ServerError(48, `Collection ${request.database}.${name} already exists.`);
      }
      catalog.create(request.database, name);
      return {};
    });
  },
};

export const drop: Command = {
  options: [],
  run(request) {
    const name = collectionName(request);
    return request.state.storage.write(() => {
      const definition = request.state.storage.catalog.find(request.database, name);
      if (definition === undefined) throw new ServerError(26, 'ns not found');
      new Collection(request.state.storage, definition).drop();
      return { nIndexesWas: new Int32(definition.indexes.length), ns: `${request.database}.${name}` };
    });
  },
};

export const dropDatabase: Command = {
  options: [],
  run(request) {
    return request.state.storage.write((): BsonDocument => {
      const definitions = request.state.storage.catalog.list(request.database);
      for (const definition of definitions) new Collection(request.state.storage, definition).drop();
      return definitions.length === 0 ? {} : { dropped: request.database };
    });
  },
};

export const listCollections: Command = {
  options: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  run(request) {
    const filter = parseFilter(documentField(request, 'filter'));
    const nameOnly = booleanOf(request.command['nameOnly']);
    const batch = request.state.storage.catalog
      .list(request.database)
      .map(describeCollection)
      .filter((described) => matches(filter, described))
      .map((described) => writeDocument(nameOnly ? { name: described['name'] ?? null, type: 'collection' } : described));
    return request.state.cursors.firstBatch(`${request.database}.$cmd.listCollections`, batch.values(), { batchSize: batch.length, singleBatch: true });
  },
};

function describeCollection(definition: CollectionDefinition): BsonDocument {
  const uuid = new Binary(Buffer.from(definition.uuid.replaceAll('-', ''), 'hex'), Binary.SUBTYPE_UUID);
  const described: BsonDocument = {
    name: definition.name,
    type: 'collection',
    options: {},
    info: { readOnly: false, uuid },
    idIndex: definition.indexes[0]?.specification ?? {},
  };
  return readDocument(writeDocument(described));
}
