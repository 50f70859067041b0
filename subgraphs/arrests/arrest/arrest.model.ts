import { Schema, type Connection, type Model } from 'mongoose';
import type { CriminalGroupId } from '../../../shared/handling/label.js';
import type { ActionRecord } from '../../../shared/record/action-record.js';
import { actionRecordFields, actionRecordIndexes } from '../../../shared/record/action-record.schema.js';
import type { EvaluationRecord } from '../../../shared/record/evaluation.input-reader.js';
import type { PersonRecord } from '../person/person.record.js';

/** An arrest as it is stored. Codes only; everything that tells who it was stands in `identity`. */
export interface ArrestRecord extends ActionRecord<PersonRecord> {
  readonly countriesOfCommission: readonly string[];
  readonly countriesOfVictims: readonly string[];
  /** Exactly one, so that rows by crime type add up. */
  readonly crimeType: string;
  readonly furtherCrimeTypes: readonly string[];
  readonly methods: readonly string[];
  readonly contactModes: readonly string[];
  readonly role: string | null;
  readonly evaluation: EvaluationRecord | null;
  /**
   * Key and cell of the criminal group. A reference, which not every reader of the arrest is shown; undefined in
   * arrests recorded before there were groups.
   */
  readonly group?: CriminalGroupId | null;
  readonly cell?: string | null;
}

const arrestSchema = new Schema<ArrestRecord>(
  {
    ...actionRecordFields,
    countriesOfCommission: [String],
    countriesOfVictims: [String],
    crimeType: String,
    furtherCrimeTypes: [String],
    methods: [String],
    contactModes: [String],
    role: String,
    evaluation: Schema.Types.Mixed,
    group: String,
    cell: String,
  },
  { strict: 'throw', versionKey: false, collection: 'arrests' },
);
actionRecordIndexes(arrestSchema);
arrestSchema.index({ group: 1, handling: 1, day: -1, _id: 1 });

export function arrestModel(connection: Connection): Model<ArrestRecord> {
  return connection.model<ArrestRecord>('Arrest', arrestSchema);
}
