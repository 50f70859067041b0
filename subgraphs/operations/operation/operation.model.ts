import { Schema, type Connection, type Model } from 'mongoose';
import type { PhaseRecord } from '../phase/phase.record.js';

/** An operation as it is stored. */
export interface OperationRecord {
  /** Its key between subgraphs; also its public id. */
  readonly _id: string;
  /** Unique in its coordinating body: `interpol/first-light-2024`. */
  readonly code: string;
  /** The coordinating body; it keeps control of the record. */
  readonly originator: string;
  readonly handling: string;
  readonly name: string;
  /** Exercises are never summed with real operations. */
  readonly exercise: boolean;
  /** Names of all coordinators as the publication printed them, in its order; empty for a registered operation. */
  readonly coordinatorsAsPublished: readonly string[];
  /** ISO 8601 dates of reduced precision; null = not stated. */
  readonly period: { readonly start: string | null; readonly end: string | null } | null;
  /** First and last year that the period touches; null = not stated. */
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
  /** Last known day of the period, for the order of lists; empty when not stated. */
  readonly latestDay: string;
  /** Undefined for an operation recorded before there were phases. */
  readonly phases?: readonly PhaseRecord[];
  readonly crimeTypes: readonly string[];
  readonly countryCount: { readonly value: number | null; readonly qualifier: string | null };
  /** Countries that a source names. A mention is no participation and grants nothing. */
  readonly mentions: readonly string[];
  readonly conflicts: readonly FigureConflictRecord[];
  readonly sources: readonly SourceRecord[];
  readonly confidence: string | null;
  /** Fields of the publication that the format does not know, as canonical JSON by path. Kept, never shown. */
  readonly unrecognised: string | null;
  /** Keys of the figures that came with the publication, so that a corrected file finds them again. */
  readonly publishedFigures: readonly string[];
  /** Recognises a repeated registration; null for an operation that was published. */
  readonly inputToken: string | null;
  /** Counts changes of what its readers see. */
  readonly version: number;
  /** Counts the other changes, of which only its originator may learn. */
  readonly innerVersion: number;
  /** RFC 3339, UTC: when this version was recorded. */
  readonly recordedAt: string;
}

export interface FigureConflictRecord {
  readonly measure: string;
  readonly country: string | null;
  /** Exact decimal numbers. */
  readonly values: readonly string[];
  readonly note: string | null;
}

export interface SourceRecord {
  readonly title: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly url: string | null;
  /** What a further source states. */
  readonly states: readonly string[];
}

const operationSchema = new Schema<OperationRecord>(
  {
    _id: String,
    code: String,
    originator: String,
    handling: String,
    name: String,
    exercise: Boolean,
    coordinatorsAsPublished: [String],
    period: Schema.Types.Mixed,
    yearFrom: Number,
    yearTo: Number,
    latestDay: String,
    phases: { type: [Schema.Types.Mixed], default: undefined },
    crimeTypes: [String],
    countryCount: Schema.Types.Mixed,
    mentions: [String],
    conflicts: [Schema.Types.Mixed],
    sources: [Schema.Types.Mixed],
    confidence: String,
    unrecognised: String,
    publishedFigures: [String],
    inputToken: String,
    version: Number,
    innerVersion: Number,
    recordedAt: String,
  },
  { strict: 'throw', versionKey: false, collection: 'operations' },
);
operationSchema.index({ _id: 1, handling: 1 });
operationSchema.index({ code: 1, handling: 1 });
operationSchema.index({ handling: 1, latestDay: -1, _id: 1 });

export function operationModel(connection: Connection): Model<OperationRecord> {
  return connection.model<OperationRecord>('Operation', operationSchema);
}
