import { Schema, type Connection, type Model } from 'mongoose';
import type { EvaluationRecord } from '../../../shared/record/evaluation.input-reader.js';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import { handledRecordFields } from '../../../shared/record/handled-record.schema.js';

/** A criminal group as it is stored. It has no identity part: its members are arrests, which have their own. */
export interface CriminalGroupRecord extends HandledRecord<null> {
  readonly name: string;
  readonly crimeTypes: readonly string[];
  readonly note: string | null;
  readonly evaluation: EvaluationRecord | null;
  readonly cells: readonly CriminalCellRecord[];
}

export interface CriminalCellRecord {
  /** Unique in the group. */
  readonly code: string;
  readonly name: string;
  readonly country: string;
  /** Code list `cellFunction`. */
  readonly function: string;
}

const criminalGroupSchema = new Schema<CriminalGroupRecord>(
  {
    ...handledRecordFields,
    name: String,
    crimeTypes: [String],
    note: String,
    evaluation: Schema.Types.Mixed,
    cells: [Schema.Types.Mixed],
  },
  { strict: 'throw', versionKey: false, collection: 'criminal_groups' },
);
criminalGroupSchema.index({ _id: 1, handling: 1 });
criminalGroupSchema.index({ operation: 1, handling: 1, reference: 1, _id: 1 });

export function criminalGroupModel(connection: Connection): Model<CriminalGroupRecord> {
  return connection.model<CriminalGroupRecord>('CriminalGroup', criminalGroupSchema);
}
