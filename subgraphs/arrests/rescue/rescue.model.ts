import { Schema, type Connection, type Model } from 'mongoose';
import type { ActionRecord } from '../../../shared/record/action-record.js';
import { actionRecordFields, actionRecordIndexes } from '../../../shared/record/action-record.schema.js';
import type { PersonRecord } from '../person/person.record.js';

/** A person found by an action, as it is stored. Everything that tells who it is stands in `identity`. */
export interface RescueRecord extends ActionRecord<PersonRecord> {
  /** A person forced to offend is a victim first: that is a state, never a role. */
  readonly victimState: string;
  /** The arrest of the same person. A reference: it shows to whoever may read that arrest. */
  readonly arrest: string | null;
}

const rescueSchema = new Schema<RescueRecord>(
  { ...actionRecordFields, victimState: String, arrest: String },
  { strict: 'throw', versionKey: false, collection: 'rescues' },
);
actionRecordIndexes(rescueSchema);

export function rescueModel(connection: Connection): Model<RescueRecord> {
  return connection.model<RescueRecord>('Rescue', rescueSchema);
}
