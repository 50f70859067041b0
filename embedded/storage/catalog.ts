import { randomUUID } from 'node:crypto';
import { Int32 } from 'bson';
import type { Database } from 'lmdb';
import { z } from 'zod';
import { readDocument, writeDocument } from '../values/bson-value.js';
import type { CollectionDefinition, IndexDefinition } from './index-definition.js';
import { namespaceOf } from './index-definition.js';

const NEXT_ID = Buffer.from('\u0000next-id');

const storedIndex = z.object({
  id: z.number(),
  name: z.string(),
  fields: z.array(z.object({ path: z.string(), direction: z.union([z.literal(1), z.literal(-1)]) })),
  unique: z.boolean(),
  sparse: z.boolean(),
  multikey: z.boolean(),
  specification: z.string(),
});
const storedCollection = z.object({
  id: z.number(),
  database: z.string(),
  name: z.string(),
  uuid: z.string(),
  indexes: z.array(storedIndex),
});

/**
 * Which collections and indexes exist. It is small, so it is held in memory as well; a
 * definition is never changed in place but replaced, inside the write that needs it.
 */
export class Catalog {
  private readonly tree: Database<Buffer, Buffer>;
  private collections = new Map<string, CollectionDefinition>();

  constructor(tree: Database<Buffer, Buffer>) {
    this.tree = tree;
    this.reload();
  }

  /** Forgets what a transaction that failed had put here. */
  reload(): void {
    this.collections = new Map();
    for (const { key, value } of this.tree.getRange()) {
      if (key.equals(NEXT_ID)) continue;
      const definition = parseCollection(value);
      this.collections.set(namespaceOf(definition), definition);
    }
  }

  find(database: string, name: string): CollectionDefinition | undefined {
    return this.collections.get(`${database}.${name}`);
  }

  list(database: string): CollectionDefinition[] {
    return [...this.collections.values()].filter((definition) => definition.database === database);
  }

  databases(): string[] {
    return [...new Set([...this.collections.values()].map(({ database }) => database))].sort();
  }

  create(database: string, name: string): CollectionDefinition {
    const definition: CollectionDefinition = {
      id: this.nextId(),
      database,
      name,
      uuid: randomUUID(),
      indexes: [this.identifierIndex()],
    };
    this.put(definition);
    return definition;
  }

  put(definition: CollectionDefinition): void {
    const namespace = namespaceOf(definition);
    const indexes = definition.indexes.map((index) => ({ ...index, specification: Buffer.from(writeDocument(index.specification)).toString('base64') }));
    this.tree.putSync(Buffer.from(namespace), Buffer.from(JSON.stringify({ ...definition, indexes })));
    this.collections.set(namespace, definition);
  }

  remove(definition: CollectionDefinition): void {
    const namespace = namespaceOf(definition);
    this.tree.removeSync(Buffer.from(namespace));
    this.collections.delete(namespace);
  }

  /** Ids are never given twice, so what a dropped collection left behind can never be seen again. */
  nextId(): number {
    const next = (this.tree.get(NEXT_ID)?.readUInt32BE() ?? 0) + 1;
    const bytes = Buffer.allocUnsafe(4);
    bytes.writeUInt32BE(next);
    this.tree.putSync(NEXT_ID, bytes);
    return next;
  }

  private identifierIndex(): IndexDefinition {
    return {
      id: this.nextId(),
      name: '_id_',
      fields: [{ path: '_id', direction: 1 }],
      unique: true,
      sparse: false,
      multikey: false,
      specification: readDocument(IDENTIFIER_SPECIFICATION),
    };
  }
}

const IDENTIFIER_SPECIFICATION = writeDocument({ v: new Int32(2), key: { _id: new Int32(1) }, name: '_id_' });

function parseCollection(bytes: Buffer): CollectionDefinition {
  const stored = storedCollection.parse(JSON.parse(bytes.toString('utf8')));
  return { ...stored, indexes: stored.indexes.map((index) => ({ ...index, specification: readDocument(Buffer.from(index.specification, 'base64')) })) };
}
