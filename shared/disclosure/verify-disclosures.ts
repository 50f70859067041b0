import type { Connection } from 'mongoose';
import { driverCollection } from '../journal/projection.js';
import { disclosureHashOf, type StoredDisclosure } from './disclosure.js';

export interface DisclosureFinding {
  readonly chain: string;
  /** The first bad entry of the chain. */
  readonly seq: number;
  readonly fault: 'MISSING' | 'LINK' | 'HASH';
}

/** Reads every chain of the disclosure log and names the first entry of each that is not as it was written. */
export async function verifyDisclosures(connection: Connection): Promise<readonly DisclosureFinding[]> {
  await connection.asPromise();
  const findings = new Map<string, DisclosureFinding>();
  let end = { chain: '', seq: 0, hash: '' };
  const entries = driverCollection<StoredDisclosure>(connection, 'disclosures').find({}, { readPreference: 'primary' });
  for await (const entry of entries.sort({ chain: 1, seq: 1 })) {
    if (entry.chain !== end.chain) end = { chain: entry.chain, seq: 0, hash: '0'.repeat(64) };
    const fault = faultOf(end, entry);
    if (fault !== null && !findings.has(entry.chain))
      findings.set(entry.chain, { chain: entry.chain, seq: fault === 'MISSING' ? end.seq + 1 : entry.seq, fault });
    end = { chain: entry.chain, seq: entry.seq, hash: entry.hash };
  }
  return [...findings.values()];
}

function faultOf(end: { readonly seq: number; readonly hash: string }, entry: StoredDisclosure): DisclosureFinding['fault'] | null {
  if (entry.seq !== end.seq + 1) return 'MISSING';
  if (entry.prevHash !== end.hash) return 'LINK';
  return disclosureHashOf(entry) === entry.hash ? null : 'HASH';
}
