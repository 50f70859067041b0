import { ServerError } from '../commands/server-error.js';
import type { BsonDocument } from '../values/bson-value.js';
import { readDocument, writeDocument } from '../values/bson-value.js';
import { describeKey } from './describe-key.js';
import type { CollectionDefinition, IndexDefinition } from './index-definition.js';
import { namespaceOf } from './index-definition.js';
import { indexKeys } from './index-keys.js';
import { documentKey, endOfPrefix, indexEntryKey, ownerPrefix, recordOf } from './key-space.js';
import type { Plan } from '../query/plan.js';
import { plannedRecords } from '../query/run-plan.js';
import { keysInRange } from './range.js';
import type { Storage } from './storage.js';

const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** A document beside the id under which it lies. Record ids grow with insertion: they are the natural order. */
export class StoredDocument {
  readonly record: number;
  readonly bytes: Uint8Array;
  #document: BsonDocument | undefined;

  constructor(record: number, bytes: Uint8Array, document?: BsonDocument) {
    this.record = record;
    this.bytes = bytes;
    this.#document = document;
  }

  /** Read when it is first asked for: many documents leave the store as they lie in it. */
  get document(): BsonDocument {
    this.#document ??= readDocument(this.bytes);
    return this.#document;
  }
}

/** One collection's documents and the entries of its indexes, which change only together. */
export class Collection {
  private readonly storage: Storage;
  private definition: CollectionDefinition;

  constructor(storage: Storage, definition: CollectionDefinition) {
    this.storage = storage;
    this.definition = definition;
  }

  get indexes(): readonly IndexDefinition[] {
    return this.definition.indexes;
  }

  read(record: number): StoredDocument | undefined {
    const bytes = this.storage.documents.get(documentKey(this.definition.id, record));
    return bytes === undefined ? undefined : new StoredDocument(record, bytes);
  }

  records(plan: Plan): Generator<number, void, undefined> {
    return plannedRecords(this.storage, this.definition.id, plan);
  }

  insert(document: BsonDocument): StoredDocument {
    const bytes = this.serialise(document);
    const record = this.nextRecord();
    this.addEntries(record, document);
    this.storage.documents.putSync(documentKey(this.definition.id, record), bytes);
    return new StoredDocument(record, bytes, document);
  }

  replace(stored: StoredDocument, document: BsonDocument): StoredDocument {
    const bytes = this.serialise(document);
    this.changeEntries(stored.record, stored.document, document);
    this.storage.documents.putSync(documentKey(this.definition.id, stored.record), bytes);
    return new StoredDocument(stored.record, bytes, document);
  }

  remove(stored: StoredDocument): void {
    for (const index of this.definition.indexes) {
      for (const key of indexKeys(index, stored.document).keys) this.storage.indexes.removeSync(indexEntryKey(index.id, key, stored.record));
    }
    this.storage.documents.removeSync(documentKey(this.definition.id, stored.record));
  }

  addIndex(index: IndexDefinition): void {
    this.define([...this.definition.indexes, index]);
    const prefix = ownerPrefix(this.definition.id);
    for (const key of keysInRange(this.storage.documents, { start: prefix, end: endOfPrefix(prefix) }, false)) {
      const stored = this.read(recordOf(key));
      if (stored !== undefined) this.addToIndex(index.id, stored.record, stored.document);
    }
  }

  removeIndex(index: IndexDefinition): void {
    this.clear(this.storage.indexes, index.id);
    this.define(this.definition.indexes.filter(({ id }) => id !== index.id));
  }

  drop(): void {
    for (const index of this.definition.indexes) this.clear(this.storage.indexes, index.id);
    this.clear(this.storage.documents, this.definition.id);
    this.storage.catalog.remove(this.definition);
  }

  private serialise(document: BsonDocument): Buffer {
    const bytes = writeDocument(document);
    if (bytes.length > LARGEST_DOCUMENT) {
      throw new ServerError(10334, `BSONObj size: ${String(bytes.length)} (0x${bytes.length.toString(16).toUpperCase()}) is invalid. Size must be between 0 and 16793600(16MB)`);
    }
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  private nextRecord(): number {
    const prefix = ownerPrefix(this.definition.id);
    const [last] = keysInRange(this.storage.documents, { start: prefix, end: endOfPrefix(prefix) }, true);
    return last === undefined ? 1 : recordOf(last) + 1;
  }

  /** Every unique index is asked before the first entry is written, so that a refused document leaves no trace. */
  private addEntries(record: number, document: BsonDocument): void {
    for (const index of this.definition.indexes) this.requireUnique(index, indexKeys(index, document).keys, record, document);
    for (const { id } of this.definition.indexes) this.addToIndex(id, record, document, true);
  }

  private changeEntries(record: number, before: BsonDocument, after: BsonDocument): void {
    const changes = this.definition.indexes.map((index) => {
      const oldKeys = indexKeys(index, before).keys;
      const { keys: newKeys, multikey } = indexKeys(index, after);
      this.requireUnique(index, newKeys, record, after);
      return { index, oldKeys, newKeys, multikey };
    });
    for (const { index, oldKeys, newKeys, multikey } of changes) {
      for (const key of oldKeys) if (!newKeys.some((other) => other.equals(key))) this.storage.indexes.removeSync(indexEntryKey(index.id, key, record));
      for (const key of newKeys) if (!oldKeys.some((other) => other.equals(key))) this.storage.indexes.putSync(indexEntryKey(index.id, key, record), NOTHING);
      if (multikey && !index.multikey) this.becomeMultikey(index);
    }
  }

  private addToIndex(id: number, record: number, document: BsonDocument, checked = false): void {
    const index = this.definition.indexes.find((candidate) => candidate.id === id);
    if (index === undefined) return;
    const { keys, multikey } = indexKeys(index, document);
    if (!checked) this.requireUnique(index, keys, record, document);
    for (const key of keys) this.storage.indexes.putSync(indexEntryKey(index.id, key, record), NOTHING);
    if (multikey && !index.multikey) this.becomeMultikey(index);
  }

  private requireUnique(index: IndexDefinition, keys: readonly Buffer[], record: number, document: BsonDocument): void {
    if (!index.unique) return;
    for (const key of keys) {
      const prefix = Buffer.concat([ownerPrefix(index.id), key]);
      for (const holder of keysInRange(this.storage.indexes, { start: prefix, end: endOfPrefix(prefix) }, false)) {
        if (recordOf(holder) !== record) throw this.duplicate(index, key, document);
      }
    }
  }

  private duplicate(index: IndexDefinition, key: Buffer, document: BsonDocument): ServerError {
    const { keyPattern, keyValue, text } = describeKey(index, key, document);
    return new ServerError(11000, `E11000 duplicate key error collection: ${namespaceOf(this.definition)} index: ${index.name} dup key: ${text}`, { keyPattern, keyValue });
  }

  private becomeMultikey(index: IndexDefinition): void {
    this.define(this.definition.indexes.map((other) => (other.id === index.id ? { ...other, multikey: true } : other)));
  }

  private define(indexes: readonly IndexDefinition[]): void {
    this.definition = { ...this.definition, indexes };
    this.storage.catalog.put(this.definition);
  }

  private clear(tree: Storage['documents'], owner: number): void {
    const prefix = ownerPrefix(owner);
    for (const key of keysInRange(tree, { start: prefix, end: endOfPrefix(prefix) }, false)) tree.removeSync(key);
  }
}

const NOTHING = Buffer.alloc(0);
