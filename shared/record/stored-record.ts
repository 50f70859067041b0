import { driverCollection } from '../journal/projection.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { HandledRecord } from './handled-record.js';

/** What never changes of a record, or only for good. Nothing of it is an answer. */
export type StoredRecord = Pick<HandledRecord<unknown>, 'originator' | 'state' | 'inputToken'>;

/** Looks at a record before the journal is asked: in whose chain it stands, and what was sent to record it. */
export function findStoredRecord({ connection }: Pick<SubgraphRuntime, 'connection'>, collection: string, id: string): Promise<StoredRecord | null> {
  const fields = { originator: 1, state: 1, inputToken: 1 };
  return driverCollection<HandledRecord<unknown>>(connection, collection).findOne<StoredRecord>({ _id: id }, { projection: fields, readPreference: 'primary' });
}
