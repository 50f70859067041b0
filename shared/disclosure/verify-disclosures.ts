import type { Connection } from 'mongoose';
import { driverCollection } from '../journal/projection.js';
import { disclosureHashOf, type StoredDisclosure } from './disclosure.js';
import { labelSetsOf, labelsHashOf } from './label-sets.js';

export interface DisclosureFinding {
  readonly chain: string;
  /** The first bad entry of the chain. */
  readonly seq: number;
  /** LABELS: the labels that it names are not there, or not those. */
  readonly fault: 'MISSING' | 'LINK' | 'HASH' | 'LABELS';
}

/** Reads every chain of the disclosure log and names the first entry of each that is not as it was written. */
export async function verifyDisclosures(connection: Connection): Promise<readonly DisclosureFinding[]> {
  await connection.asPromise();
  const sound = await soundLabelSets(connection);
  const findings = new Map<string, DisclosureFinding>();
  let end = { chain: '', seq: 0, hash: '' };
  const entries = driverCollection<StoredDisclosure>(connection, 'disclosures').find({}, { readPreference: 'primary' });
  for await (const entry of entries.sort({ chain: 1, seq: 1 })) {
    if (entry.chain !== end.chain) end = { chain: entry.chain, seq: 0, hash: '0'.repeat(64) };
    const fault = faultOf(end, entry, sound);
    if (fault !== null && !findings.has(entry.chain))
      findings.set(entry.chain, { chain: entry.chain, seq: fault === 'MISSING' ? end.seq + 1 : entry.seq, fault });
    end = { chain: entry.chain, seq: entry.seq, hash: entry.hash };
  }
  return [...findings.values()];
}

async function soundLabelSets(connection: Connection): Promise<ReadonlySet<string>> {
  const sound = new Set<string>();
  for await (const { _id, labels } of labelSetsOf(connection).find({}, { readPreference: 'primary' })) {
    if (labelsHashOf(labels) === _id) sound.add(_id);
  }
  return sound;
}

function faultOf(end: { readonly seq: number; readonly hash: string }, entry: StoredDisclosure, labelSets: ReadonlySet<string>): DisclosureFinding['fault'] | null {
  if (entry.seq !== end.seq + 1) return 'MISSING';
  if (entry.prevHash !== end.hash) return 'LINK';
  if (disclosureHashOf(entry) !== entry.hash) return 'HASH';
  return labelSets.has(entry.labels) ? null : 'LABELS';
}
