import { Schema, type Connection, type Model } from 'mongoose';
import type { Money } from '../../../shared/money/money.js';
import type { ActionRecord } from '../../../shared/record/action-record.js';
import { actionRecordFields, actionRecordIndexes } from '../../../shared/record/action-record.schema.js';
import type { CustodyMoveRecord, HoldingRecord } from '../custody/custody.record.js';
import type { IdentifiersRecord } from '../identifiers/identifiers.record.js';

/** An asset as it is stored. Everything that tells whose it is stands in `identity`. */
export interface AssetRecord extends ActionRecord<IdentifiersRecord> {
  readonly kind: string;
  /** A decimal number: things are counted, drugs are weighed. */
  readonly quantity: string;
  /** Null when nobody stated a value, which is not a value of zero. */
  readonly value: Money | null;
  /** How it was found. */
  readonly firstCustodyState: string;
  /** The state of the whole, or of the part that has gone the least way. */
  readonly custodyState: string;
  /** Where its parts stand: what the moves that were not retracted make of the whole. */
  readonly holdings: readonly HoldingRecord[];
  /** In the order in which they were recorded. */
  readonly moves: readonly CustodyMoveRecord[];
  /** Of each move by its id. Free text may tell whose the asset is, so it is personal and goes with the identifiers. */
  readonly legalBases: Readonly<Record<string, string>> | null;
}

const assetSchema = new Schema<AssetRecord>(
  {
    ...actionRecordFields,
    kind: String,
    quantity: String,
    value: Schema.Types.Mixed,
    firstCustodyState: String,
    custodyState: String,
    holdings: [Schema.Types.Mixed],
    moves: [Schema.Types.Mixed],
    legalBases: Schema.Types.Mixed,
  },
  { strict: 'throw', versionKey: false, collection: 'assets' },
);
actionRecordIndexes(assetSchema);
assetSchema.index({ 'identity.walletAddress': 1, handling: 1, identityHandling: 1 });

export function assetModel(connection: Connection): Model<AssetRecord> {
  return connection.model<AssetRecord>('Asset', assetSchema);
}
