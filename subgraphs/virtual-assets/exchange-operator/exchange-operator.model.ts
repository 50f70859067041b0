import { Schema, type Connection, type Model } from 'mongoose';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import { handledRecordFields } from '../../../shared/record/handled-record.schema.js';

/** Who operates a service for virtual assets, as one organisation describes them. It has no identity part. */
export interface ExchangeOperatorRecord extends HandledRecord<null> {
  /** By which tags name it. */
  readonly actor: string;
  readonly name: string;
  /** By which it is ordered. */
  readonly nameKey: string;
  readonly categories: readonly string[];
  /** ISO 3166-1 alpha-2, in order, each once. */
  readonly jurisdictions: readonly string[];
  readonly webAddresses: readonly string[];
  readonly context: string | null;
  readonly pack: string | null;
}

const exchangeOperatorSchema = new Schema<ExchangeOperatorRecord>(
  {
    ...handledRecordFields,
    actor: String,
    name: String,
    nameKey: String,
    categories: [String],
    jurisdictions: [String],
    webAddresses: [String],
    context: String,
    pack: String,
  },
  { strict: 'throw', versionKey: false, collection: 'exchange_operators' },
);
exchangeOperatorSchema.index({ _id: 1, handling: 1 });
exchangeOperatorSchema.index({ actor: 1, originator: 1, _id: 1, handling: 1 });
exchangeOperatorSchema.index({ nameKey: 1, _id: 1, handling: 1 });

export function exchangeOperatorModel(connection: Connection): Model<ExchangeOperatorRecord> {
  return connection.model<ExchangeOperatorRecord>('ExchangeOperator', exchangeOperatorSchema);
}
