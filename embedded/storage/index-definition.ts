import type { BsonDocument } from '../values/bson-value.js';

export interface IndexField {
  readonly path: string;
  readonly direction: 1 | -1;
}

export interface IndexDefinition {
  /** Unique in the store and never used twice: the first bytes of the index's keys. */
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  /** Leaves out documents that have none of the fields. */
  readonly sparse: boolean;
  /** True once a document had an array at a field: its keys then no longer speak of whole documents. */
  readonly multikey: boolean;
  /** The specification as `listIndexes` shows it. */
  readonly specification: BsonDocument;
}

export interface CollectionDefinition {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly uuid: string;
  readonly indexes: readonly IndexDefinition[];
}

export function namespaceOf(definition: { database: string; name: string }): string {
  return `${definition.database}.${definition.name}`;
}
