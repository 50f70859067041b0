import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection, mongo } from 'mongoose';
import type { JournalEntry } from '../../shared/journal/entry.js';
import { driverCollection } from '../../shared/journal/projection.js';
import type { Receipt } from '../../shared/journal/receipt.js';
import { ed25519Signer } from '../../shared/journal/receipt-signer.js';
import { signedHeads } from '../../shared/journal/signed-heads.js';
import { verifyJournal, type JournalFinding, type VerifyJournalOptions } from '../../shared/journal/verify-journal.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { openJournal, record, signer } from './journal-fixture.js';

let store: TestStore;
let connection: Connection;
let receipts: Receipt[];
let databases = 0;

beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());

/** Two chains; the heads are signed at closing. */
beforeEach(async () => {
  connection = await store.connect(`verify${(databases += 1)}`);
  const journal = await openJournal(connection);
  receipts = [];
  for (let n = 1; n <= 4; n += 1) {
    receipts.push((await record(journal, 'jp-ncb', `j${n}`, { n, state: 'HELD', suspectName: `Ito ${n}` })).receipt);
    receipts.push((await record(journal, 'kr-ncb', `k${n}`, { n })).receipt);
  }
  await journal.close();
});

const entries = () => driverCollection<JournalEntry>(connection, 'journal');
const documents = () => driverCollection<mongo.Document>(connection, 'journal');

async function findings(options: Partial<VerifyJournalOptions> = {}): Promise<readonly JournalFinding[]> {
  return (await verifyJournal({ subgraph: 'arrests', connection, verifier: signer, ...options })).findings;
}

describe('verifyJournal', () => {
  it('finds nothing in an honest journal, its heads and its receipts', async () => {
    const verdict = await verifyJournal({ subgraph: 'arrests', connection, verifier: signer, receipts });
    expect(verdict.findings).toEqual([]);
    expect(verdict.chains.map(({ owner, entries: count }) => [owner, count])).toEqual([['jp-ncb', 4], ['kr-ncb', 4]]);
    expect(await signedHeads(connection).find().toArray()).toMatchObject([{ owner: 'jp-ncb', seq: 4 }, { owner: 'kr-ncb', seq: 4 }]);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['the facts', 'FACTS', { 'facts.changes.0.after.state': 'HELL' }],
    ['a before-image', 'FACTS', { 'facts.changes.0.before': {} }],
    ['the salt of the facts', 'FACTS', { factsSalt: 'x' }],
    ['personal data', 'PERSONAL', { 'personal.0.after.suspectName': 'Ito 3' }],
    ['the salt of personal data', 'PERSONAL', { 'personal.0.salt': 'x' }],
    ['the hash of a personal part', 'PERSONAL', { 'personal.0.hash': 'x' }],
    ['the instant', 'HASH', { at: '2026-03-01T12:00:00.001Z' }],
    ['the actor', 'HASH', { 'actor.organisation': 'jp-npa' }],
    ['the purpose', 'HASH', { 'actor.purpose': null }],
    ['the action', 'HASH', { action: 'RECORD_ARRESU' }],
    ['the subject', 'HASH', { subject: 'j3' }],
    ['the entry id', 'SHAPE', { entryId: 'x' }],
    ['the hash', 'HASH', { hash: '0'.repeat(64) }],
    ['the link', 'LINK', { prevHash: '0'.repeat(64) }],
    ['the owner', 'MISSING', { owner: 'jp-ncc' }],
    ['the country', 'MISSING', { ownerCountry: 'JQ' }],
    ['a field that nobody hashed', 'SHAPE', { remark: 'x' }],
  ])('finds a change of %s', async (_, fault, change) => {
    const { matchedCount } = await documents().updateOne({ owner: 'jp-ncb', seq: 2 }, { $set: change });
    expect(matchedCount).toBe(1);
    expect(await findings()).toContainEqual({ ownerCountry: 'JP', owner: 'jp-ncb', seq: 2, fault });
  });

  it('finds personal data that went without an erasure', async () => {
    await documents().updateOne({ owner: 'jp-ncb', seq: 2 }, { $unset: { 'personal.0.salt': '', 'personal.0.after': '' } });
    expect(await findings()).toEqual([{ ownerCountry: 'JP', owner: 'jp-ncb', seq: 2, fault: 'UNEXPLAINED_ERASURE' }]);
  });

  it('finds a missing entry', async () => {
    await entries().deleteOne({ owner: 'jp-ncb', seq: 3 });
    expect(await findings()).toEqual([{ ownerCountry: 'JP', owner: 'jp-ncb', seq: 3, fault: 'MISSING' }]);
  });

  it('finds two entries that changed places', async () => {
    await entries().updateOne({ owner: 'jp-ncb', seq: 2 }, { $set: { seq: 99 } });
    await entries().updateOne({ owner: 'jp-ncb', seq: 3 }, { $set: { seq: 2 } });
    await entries().updateOne({ owner: 'jp-ncb', seq: 99 }, { $set: { seq: 3 } });
    expect(await findings()).toContainEqual({ ownerCountry: 'JP', owner: 'jp-ncb', seq: 2, fault: 'LINK' });
  });

  it('finds a truncated tail by the signed heads, even when the positions were set back', async () => {
    await entries().deleteOne({ owner: 'jp-ncb', seq: 4 });
    await driverCollection<{ _id: string; seq: number }>(connection, 'applied').updateOne({ _id: 'jp-ncb' }, { $set: { seq: 3 } });
    expect(await findings()).toEqual([{ ownerCountry: 'JP', owner: 'jp-ncb', seq: 4, fault: 'TRUNCATED' }]);
  });

  it('finds a truncated tail by a receipt when the heads went too', async () => {
    await entries().deleteMany({ owner: 'jp-ncb' });
    await signedHeads(connection).deleteMany({});
    await driverCollection<{ _id: string; seq: number }>(connection, 'applied').updateOne({ _id: 'jp-ncb' }, { $set: { seq: 0 } });
    expect(await findings()).toEqual([]);
    expect(await findings({ receipts })).toEqual([{ ownerCountry: 'JP', owner: 'jp-ncb', seq: 1, fault: 'TRUNCATED' }]);
  });

  it('does not believe a head or a receipt that somebody else signed', async () => {
    const stranger = ed25519Signer(generateKeyPairSync('ed25519').privateKey);
    expect(new Set((await findings({ verifier: stranger, receipts })).map(({ fault }) => fault))).toEqual(new Set(['HEAD_FORGED', 'RECEIPT_FORGED']));
    await signedHeads(connection).updateOne({ owner: 'jp-ncb' }, { $set: { seq: 3 } });
    expect(await findings()).toEqual([{ ownerCountry: 'JP', owner: 'jp-ncb', seq: 3, fault: 'HEAD_FORGED' }]);
  });

  it('finds a chain that was written anew from its beginning', async () => {
    await entries().deleteMany({ owner: 'kr-ncb' });
    await driverCollection(connection, 'applied').deleteMany({});
    await driverCollection(connection, 'arrests').deleteMany({});
    const journal = await openJournal(connection);
    for (let n = 1; n <= 4; n += 1) await record(journal, 'kr-ncb', `k${n}`, { n: 9 });
    await journal.close();
    expect(await findings({ receipts })).toContainEqual({ ownerCountry: 'KR', owner: 'kr-ncb', seq: 1, fault: 'RECEIPT_DIFFERS' });
    expect(await findings()).toContainEqual({ ownerCountry: 'KR', owner: 'kr-ncb', seq: 4, fault: 'HEAD_DIFFERS' });
  });
});
