import { Schema, type Connection, type Model } from 'mongoose';
import type { Tlp } from '../../../shared/handling/label.js';
import type { OrganisationClass } from '../../../shared/handling/may-read.js';
import type { Role } from '../../../shared/viewer/viewer.js';

/** An organisation in the register, with what its people may do on the exchange. */
export interface AgencyRecord {
  /** Its code; keys, labels and chains name it by this. */
  readonly _id: string;
  readonly publicId: string;
  readonly originator: string;
  readonly handling: string;
  readonly name: string;
  readonly nameLocal: string | null;
  readonly class: OrganisationClass;
  /** Code list `agencyKind`. */
  readonly kind: string;
  readonly country: string | null;
  readonly ncb: boolean;
  readonly suspended: boolean;
  /** Its people who may read and do nothing, as "issuer|sub". */
  readonly suspendedSubjects: readonly string[];
  readonly purposes: readonly string[];
  readonly roles: readonly Role[];
  readonly maxTlp: Tlp;
  readonly succeededBy: string | null;
}

const agencySchema = new Schema<AgencyRecord>(
  {
    _id: String,
    publicId: String,
    originator: String,
    handling: String,
    name: String,
    nameLocal: String,
    class: String,
    kind: String,
    country: String,
    ncb: Boolean,
    suspended: Boolean,
    suspendedSubjects: [String],
    purposes: [String],
    roles: [String],
    maxTlp: String,
    succeededBy: String,
  },
  { strict: 'throw', versionKey: false, collection: 'agencies' },
);
agencySchema.index({ _id: 1, handling: 1 });
agencySchema.index({ publicId: 1, handling: 1 });
agencySchema.index({ country: 1, handling: 1 });

export function agencyModel(connection: Connection): Model<AgencyRecord> {
  return connection.model<AgencyRecord>('Agency', agencySchema);
}
