import { Schema, type Connection, type Model } from 'mongoose';
import type { ParticipationRole } from '../../../shared/handling/may-read.js';

/** That an organisation takes part in an operation. A country is never a participant. */
export interface ParticipationRecord {
  readonly _id: string;
  readonly operation: string;
  /** The coordinating body, in whose chain all terms of an organisation stand one after another. */
  readonly originator: string;
  /** Who entered it: the coordinating body or an organisation that led the operation. */
  readonly enteredBy: string;
  readonly handling: string;
  readonly organisation: string;
  readonly role: ParticipationRole;
  /** Founding participants are accepted by joining. */
  readonly founding: boolean;
  /** RFC 3339, UTC; the end is exclusive, null while it lasts. */
  readonly joinedAt: string;
  readonly endedAt: string | null;
  readonly version: number;
}

/** What an originator answers about a later participation: whether it reaches that originator's AMBER records. */
export interface ParticipationDecisionRecord {
  readonly _id: string;
  readonly participation: string;
  readonly operation: string;
  /** The originator who decides. */
  readonly originator: string;
  readonly decision: 'ACCEPTED' | 'REFUSED';
}

const participationSchema = new Schema<ParticipationRecord>(
  {
    _id: String,
    operation: String,
    originator: String,
    enteredBy: String,
    handling: String,
    organisation: String,
    role: String,
    founding: Boolean,
    joinedAt: String,
    endedAt: String,
    version: Number,
  },
  { strict: 'throw', versionKey: false, collection: 'participations' },
);
participationSchema.index({ _id: 1, handling: 1 });
participationSchema.index({ operation: 1, handling: 1, joinedAt: 1, _id: 1 });

const decisionSchema = new Schema<ParticipationDecisionRecord>(
  { _id: String, participation: String, operation: String, originator: String, decision: String },
  { strict: 'throw', versionKey: false, collection: 'participation_decisions' },
);

export function participationModel(connection: Connection): Model<ParticipationRecord> {
  return connection.model<ParticipationRecord>('Participation', participationSchema);
}

export function participationDecisionModel(connection: Connection): Model<ParticipationDecisionRecord> {
  return connection.model<ParticipationDecisionRecord>('ParticipationDecision', decisionSchema);
}
