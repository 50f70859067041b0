import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { ManualClock } from '../../shared/clock/manual-clock.js';
import type { Actor, JournalEntry } from '../../shared/journal/entry.js';
import { Journal, type JournalOptions, type JournalParts, type WriteOutcome, type Written } from '../../shared/journal/journal.js';
import type { JournalDocument } from '../../shared/journal/json.js';
import { driverCollection, projectionOf, type Projection } from '../../shared/journal/projection.js';
import { ed25519Signer } from '../../shared/journal/receipt-signer.js';

export const signer = ed25519Signer(generateKeyPairSync('ed25519').privateKey);
export const clock = new ManualClock('2026-03-01T12:00:00Z');

export const OFFICER: Actor = { subject: 'https://id.example|kei', organisation: 'jp-ncb', purpose: 'support an investigation', caseReference: 'JP-7' };

export function arrestsOf(connection: Connection): Projection {
  return projectionOf(connection.collection('arrests'), { personal: ['suspectName'] });
}

/** Passive unless a test says otherwise: nothing runs on a timer. */
export function journalOn(connection: Connection, options: Partial<JournalOptions> = {}, parts?: JournalParts): Journal {
  const settings: JournalOptions = {
    subgraph: 'arrests', connection, projections: [arrestsOf(connection)], clock, entropy: randomBytes, signer,
    ownerCountry: (owner) => owner.slice(0, 2).toUpperCase(), pollMilliseconds: null, headMilliseconds: null, onFault: (fault) => { throw fault; }, ...options,
  };
  return new Journal(settings, parts);
}

export async function openJournal(connection: Connection, options: Partial<JournalOptions> = {}, parts?: JournalParts): Promise<Journal> {
  const journal = journalOn(connection, options, parts);
  await journal.open();
  return journal;
}

/** Writes one record as it is given; null removes it. */
export async function record(journal: Journal, owner: string, id: string, after: JournalDocument | null): Promise<Written> {
  return requireWritten(await journal.write({
    owner, actor: OFFICER,
    prepare: () => Promise.resolve({ action: 'RECORD_ARREST', subject: id, changes: [{ collection: 'arrests', id, after }] }),
  }));
}

/** Adds one to a counter: a lost update shows in the sum. */
export async function countUp(journal: Journal, owner: string, id: string): Promise<Written> {
  return requireWritten(await journal.write({
    owner, actor: OFFICER,
    prepare: async ({ current }) => {
      const count = (await current('arrests', id))?.['count'];
      return { action: 'COUNT', subject: id, changes: [{ collection: 'arrests', id, after: { count: (typeof count === 'number' ? count : 0) + 1 } }] };
    },
  }));
}

export function requireWritten(outcome: WriteOutcome<unknown, unknown>): Written {
  if (!('written' in outcome)) throw new Error(`Nothing was written: ${JSON.stringify(outcome)}`);
  return outcome.written;
}

export function entriesOf(connection: Connection, owner: string): Promise<JournalEntry[]> {
  return driverCollection<JournalEntry>(connection, 'journal').find({ owner }).sort({ seq: 1 }).toArray();
}

type StoredRecord = { _id: string } & Record<string, unknown>;

/** A record as it stands in the store. */
export function stored(connection: Connection, id: string): Promise<StoredRecord | null> {
  return driverCollection<StoredRecord>(connection, 'arrests').findOne({ _id: id });
}
