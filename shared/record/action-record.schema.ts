import type { Schema } from 'mongoose';
import { handledRecordFields, handledRecordIndexes } from './handled-record.schema.js';

/** Fields that every record of an action has. */
export const actionRecordFields = { ...handledRecordFields, agency: String, country: String, day: String } as const;

export function actionRecordIndexes(schema: Pick<Schema, 'index'>): void {
  handledRecordIndexes(schema);
  schema.index({ operation: 1, handling: 1, day: -1, _id: 1 });
  schema.index({ operation: 1, countedUnder: 1, _id: 1 });
}
