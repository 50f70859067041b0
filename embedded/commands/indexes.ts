import { Int32 } from 'bson';
import { Collection } from '../storage/collection.js';
import type { CollectionDefinition, IndexDefinition } from '../storage/index-definition.js';
import type { BsonDocument } from '../values/bson-value.js';
import { isDocument, writeDocument } from '../values/bson-value.js';
import { describeValue } from '../values/describe-value.js';
import type { Command, Request } from './command.js';
import { collectionName, documentListField } from './read-options.js';
import { parseIndex } from './parse-index.js';
import { causedBy, ServerError } from './server-error.js';
import { writableCollection } from './writable-collection.js';

export const createIndexes: Command = {
  options: ['indexes', 'commitQuorum'],
  run(request) {
    const name = collectionName(request);
    const specifications = documentListField(request, 'indexes');
    if (specifications.length === 0) throw new ServerError(2, 'Must specify at least one index to create');
    const wanted = specifications.map((source) => causedBy(`Error in specification ${describeValue(source)}`, () => parseIndex(source)));
    return request.state.storage.write(() => {
      const { catalog } = request.state.storage;
      const created = catalog.find(request.database, name) === undefined;
      const collection = writableCollection(request, name);
      const before = collection.indexes.length;
      for (const index of wanted) if (!alreadyThere(collection, index)) collection.addIndex({ ...index, id: catalog.nextId() });
      const after = collection.indexes.length;
      const counts: BsonDocument = { numIndexesBefore: new Int32(before), numIndexesAfter: new Int32(after), createdCollectionAutomatically: created };
      if (after === before) return { numIndexesBefore: new Int32(before), numIndexesAfter: new Int32(after), note: 'all indexes already exist' };
      return counts;
    });
  },
};

function alreadyThere(collection: Collection, wanted: IndexDefinition): boolean {
  const sameKey = collection.indexes.find((index) => isSame(index.specification['key'], wanted.specification['key']));
  if (sameKey !== undefined && wanted.name !== sameKey.name && sameKey.name !== '_id_') {
    throw new ServerError(85, `Index already exists with a different name: ${sameKey.name}`);
  }
  if (sameKey !== undefined && (sameKey.unique !== wanted.unique || sameKey.sparse !== wanted.sparse) && sameKey.name !== '_id_') {
    throw new ServerError(86, `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${describe(wanted)}, existing index: ${describe(sameKey)}`);
  }
  if (sameKey !== undefined) return true;
  const sameName = collection.indexes.find((index) => index.name === wanted.name);
  if (sameName === undefined) return false;
  throw new ServerError(86, `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${describe(wanted)}, existing index: ${describe(sameName)}`);
}

function describe(index: IndexDefinition): string {
  const { v, key, name, ...others } = index.specification;
  return describeValue({ ...(v === undefined ? {} : { v }), ...others, key: key ?? null, name: name ?? null });
}

function isSame(left: BsonDocument[string] | undefined, right: BsonDocument[string] | undefined): boolean {
  if (!isDocument(left) || !isDocument(right)) return false;
  return Buffer.from(writeDocument(left)).equals(writeDocument(right));
}

export const listIndexes: Command = {
  options: ['cursor'],
  run(request) {
    const definition = requireCollection(request);
    const batch = definition.indexes.map(({ specification }) => writeDocument(specification));
    return request.state.cursors.firstBatch(`${request.database}.${definition.name}`, batch.values(), { batchSize: batch.length, singleBatch: true });
  },
};

export const dropIndexes: Command = {
  options: ['index'],
  run(request) {
    const target = request.command['index'];
    return request.state.storage.write(() => {
      const collection = new Collection(request.state.storage, requireCollection(request));
      const before = collection.indexes.length;
      const dropped = target === '*' ? collection.indexes.slice(1) : [requireIndex(collection, target)];
      for (const index of dropped) collection.removeIndex(index);
      const reply: BsonDocument = { nIndexesWas: new Int32(before) };
      return target === '*' ? { ...reply, msg: 'non-_id indexes dropped for collection' } : reply;
    });
  },
};

function requireIndex(collection: Collection, target: BsonDocument[string] | undefined): IndexDefinition {
  const found = collection.indexes.find((index) => (typeof target === 'string' ? index.name === target : isSame(index.specification['key'], target)));
  if (found === undefined) {
    throw new ServerError(27, typeof target === 'string' ? `index not found with name [${target}]` : `can't find index with key: ${describeValue(target ?? null)}`);
  }
  if (found.name === '_id_') throw new ServerError(72, 'cannot drop _id index');
  return found;
}

function requireCollection(request: Request): CollectionDefinition {
  const name = collectionName(request);
  const definition = request.state.storage.catalog.find(request.database, name);
  if (definition !== undefined) return definition;
  const namespace = `${request.database}.${name}`;
  throw new ServerError(26, request.name === 'listIndexes' ? `ns does not exist: ${namespace}` : `ns not found ${namespace}`);
}
