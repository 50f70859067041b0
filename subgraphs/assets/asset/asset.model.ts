import { Schema, type Connection, type Model } from 'mongoose';
import type { Money } from '../../../shared/money/money.js';
import type { ActionRecord } from '../../../shared/record/action-record.js';
import { actionRecordFields, actionRecordIndexes } from '../../../shared/record/action-record.schema.js';
import type { IdentifiersRecord } from '../identifiers/identifiers.record.js';

/** An asset as it is stored. Everything that tells whose it is stands in `identity`. */
export interface AssetRecord extends ActionRecord<IdentifiersRecord> {
  readonly kind: string;
  /** A decimal number: things are counted, drugs are weighed. */
  readonly quantity: string;
  /** Null when nobody stated a value, which is not a value of zero. */
  readonly value: Money | null;
  readonly custodyState: string;
}

const assetSchema = new Schema<AssetRecord>(
  { ...actionRecordFields, kind: String, quantity: String, value: Schema.Types.Mixed, custodyState: String },
  { strict: 'throw', versionKey: false, collection: 'assets' },
);
actionRecordIndexes(assetSchema);

export function assetModel(connection: Connection): Model<AssetRecord> {
  return connection.model<AssetRecord>('Asset', assetSchema);
}
