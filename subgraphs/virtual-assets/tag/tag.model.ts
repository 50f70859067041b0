import { Schema, type Connection, type Model } from 'mongoose';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import { handledRecordFields } from '../../../shared/record/handled-record.schema.js';

/** What one source says of an address or a transaction, as it is stored. It has no identity part. */
export interface TagRecord extends HandledRecord<null> {
  /** Code list `ledgerNetwork`; as the source stated it where the list does not know it. */
  readonly network: string;
  /** In its one spelling; null for a tag of a transaction. */
  readonly address: string | null;
  /** As the source spells it. */
  readonly statedAddress: string | null;
  /** Hash; null for a tag of an address. */
  readonly transaction: string | null;
  readonly currency: string | null;
  readonly label: string;
  readonly source: string;
  readonly confidence: string | null;
  /** The level of the confidence, by which tags are ordered; -1 where no level is known, which sorts last. */
  readonly strength: number;
  /** A day, or a day and a time, as the source states it. */
  readonly lastModified: string | null;
  readonly category: string | null;
  readonly abuse: string | null;
  readonly concepts: readonly string[];
  /** Of the operator, as actor packs name it. */
  readonly actor: string | null;
  readonly isClusterDefiner: boolean | null;
  readonly context: string | null;
  readonly pack: string | null;
}

const tagSchema = new Schema<TagRecord>(
  {
    ...handledRecordFields,
    network: String,
    address: String,
    statedAddress: String,
    transaction: String,
    currency: String,
    label: String,
    source: String,
    confidence: String,
    strength: Number,
    lastModified: String,
    category: String,
    abuse: String,
    concepts: [String],
    actor: String,
    isClusterDefiner: Boolean,
    context: String,
    pack: String,
  },
  { strict: 'throw', versionKey: false, collection: 'tags' },
);
// Each index holds the label behind its order: what a reader may not see is left out before a document is fetched.
tagSchema.index({ _id: 1, handling: 1 });
tagSchema.index({ address: 1, strength: -1, _id: 1, handling: 1 });
tagSchema.index({ network: 1, handling: 1 });
tagSchema.index({ transaction: 1, handling: 1 });
tagSchema.index({ actor: 1, address: 1, network: 1, handling: 1 });
tagSchema.index({ recordedAt: -1, _id: 1, handling: 1 });
tagSchema.index({ category: 1, recordedAt: -1, _id: 1, handling: 1 });
tagSchema.index({ abuse: 1, recordedAt: -1, _id: 1, handling: 1 });

export function tagModel(connection: Connection): Model<TagRecord> {
  return connection.model<TagRecord>('Tag', tagSchema);
}
