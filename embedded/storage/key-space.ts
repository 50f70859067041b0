/** LMDB keys: an owner's 4-byte id, then what is ordered, then for indexes the 8-byte record id. */
const OWNER_BYTES = 4;
const RECORD_BYTES = 8;

export function ownerPrefix(owner: number): Buffer {
  const prefix = Buffer.allocUnsafe(OWNER_BYTES);
  prefix.writeUInt32BE(owner);
  return prefix;
}

export function documentKey(collection: number, record: number): Buffer {
  return Buffer.concat([ownerPrefix(collection), recordBytes(record)]);
}

export function indexEntryKey(index: number, fields: Uint8Array, record: number): Buffer {
  return Buffer.concat([ownerPrefix(index), fields, recordBytes(record)]);
}

/** The record id at the end of a document's or an index entry's key. */
export function recordOf(key: Buffer): number {
  return Number(key.readBigUInt64BE(key.length - RECORD_BYTES));
}

/** Just behind every key that starts with the prefix: no byte after a prefix is ever 0xff. */
export function endOfPrefix(prefix: Uint8Array): Buffer {
  return Buffer.concat([prefix, Buffer.of(0xff)]);
}

export const FIELDS_START = OWNER_BYTES;

function recordBytes(record: number): Buffer {
  const bytes = Buffer.allocUnsafe(RECORD_BYTES);
  bytes.writeBigUInt64BE(BigInt(record));
  return bytes;
}
