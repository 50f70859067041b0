import { Schema } from 'mongoose';

/** Fields that every record of an action has; the journal writes them, mongoose reads them. */
export const handledRecordFields = {
  _id: String,
  state: String,
  originator: String,
  operation: String,
  reference: String,
  handling: String,
  identityHandling: String,
  identity: Schema.Types.Mixed,
  version: Number,
  identityVersion: Number,
  handlingVersion: Number,
  recordedAt: String,
  inputToken: String,
  countedUnder: String,
  countedSince: String,
  past: [Schema.Types.Mixed],
  claims: [Schema.Types.Mixed],
} as const;

/**
 * Every index begins with, or holds, the label: what a reader may not see is excluded before a document is fetched,
 * so that not even the work done differs.
 */
export function handledRecordIndexes(schema: { index(fields: Record<string, 1 | -1>): unknown }): void {
  schema.index({ _id: 1, handling: 1 });
  schema.index({ handling: 1, day: -1, _id: 1 });
  schema.index({ countedUnder: 1, _id: 1 });
}
