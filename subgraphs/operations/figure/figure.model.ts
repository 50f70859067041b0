import { Schema, type Connection, type Model } from 'mongoose';
import type { SourceRecord } from '../operation/operation.model.js';

/** A reported figure: a statement, not a count. */
export interface FigureRecord {
  readonly _id: string;
  readonly operation: string;
  /** Who reported it. */
  readonly originator: string;
  readonly reference: string;
  /** Null once retracted, which no reader's set contains. */
  readonly handling: string | null;
  readonly measure: string;
  /** Exact decimal number; null = not published, which is never 0. */
  readonly value: string | null;
  readonly qualifier: string;
  /** For money. */
  readonly currency: string | null;
  readonly meaning: string | null;
  readonly assetClass: string | null;
  /** Empty = the whole operation; several = shared by them. */
  readonly countries: readonly string[];
  readonly note: string | null;
  readonly source: SourceRecord | null;
  /**
   * What the publication said when it was last imported; null for a figure that a person reported. Where the figure
   * says something else now, a person has corrected it since.
   */
  readonly published: StatementRecord | null;
  /** Recognises a repeated report; null for a figure of a publication. */
  readonly inputToken: string | null;
  /** Place among the figures of its source. */
  readonly position: number;
  /** What it said before, oldest first. */
  readonly history: readonly FigureRevisionRecord[];
  readonly version: number;
  /** RFC 3339, UTC: when this version was recorded. */
  readonly recordedAt: string;
}

/** What a figure says of its subject. */
export interface StatementRecord {
  readonly value: string | null;
  readonly qualifier: string;
  readonly note: string | null;
}

export interface FigureRevisionRecord extends StatementRecord {
  readonly recordedAt: string;
}

const figureSchema = new Schema<FigureRecord>(
  {
    _id: String,
    operation: String,
    originator: String,
    reference: String,
    handling: String,
    measure: String,
    value: String,
    qualifier: String,
    currency: String,
    meaning: String,
    assetClass: String,
    countries: [String],
    note: String,
    source: Schema.Types.Mixed,
    published: Schema.Types.Mixed,
    inputToken: String,
    position: Number,
    history: [Schema.Types.Mixed],
    version: Number,
    recordedAt: String,
  },
  { strict: 'throw', versionKey: false, collection: 'figures' },
);
figureSchema.index({ _id: 1, handling: 1 });
figureSchema.index({ operation: 1, handling: 1, position: 1, _id: 1 });

export function figureModel(connection: Connection): Model<FigureRecord> {
  return connection.model<FigureRecord>('Figure', figureSchema);
}
