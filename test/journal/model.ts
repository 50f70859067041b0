import { mongo, type Connection } from 'mongoose';
import { CodedError } from '../../shared/errors/coded-error.js';
import type { JournalView } from '../../shared/journal/batch.js';
import { ChainStore } from '../../shared/journal/chain-store.js';
import type { Draft, DraftChange } from '../../shared/journal/draft.js';
import type { JournalEntry } from '../../shared/journal/entry.js';
import type { WriteOutcome } from '../../shared/journal/journal.js';
import { canonicalJson } from '../../shared/canonical-json/canonical-json.js';
import type { JournalDocument } from '../../shared/journal/json.js';
import { verifyJournal } from '../../shared/journal/verify-journal.js';
import { Crash, CrashingProcess, records, type LeftOut, type Mishaps } from './crashing-process.js';
import { entriesOf, OFFICER, signer } from './journal-fixture.js';

const OWNERS = ['a-ncb', 'b-ncb'];
const COMMANDS = 6;

/** Small, seeded, good enough: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Two writers and two appliers among mishaps; answers what an honest auditor would object to afterwards. */
export async function runRound(connection: Connection, seed: number, leftOut: LeftOut): Promise<string[]> {
  const mishaps: Mishaps = { random: seededRandom(seed), crash: 0.012, stall: 0.06, lostAcknowledgement: 0.15 };
  const acknowledged = new Map<string, number>();
  const objections: string[] = [];
  await new ChainStore(connection).prepare();
  const writer = async (name: string): Promise<void> => {
    let process: CrashingProcess | null = null;
    for (let n = 0; n < COMMANDS; n += 1) {
      try {
        process ??= await opened(new CrashingProcess(connection, mishaps, leftOut));
        const owner = OWNERS[mishaps.random() < 0.7 ? 0 : 1] ?? '';
        const outcome = await command(process, owner, `${name}${n}`, leftOut);
        if ('written' in outcome) acknowledged.set(`${name}${n}`, outcome.written.seq);
      } catch (fault) {
        process = null;
        if (!isMishap(fault)) objections.push(String(fault));
      }
    }
  };
  const applier = async (): Promise<void> => {
    for (let n = 0; n < COMMANDS; n += 1) {
      try {
        await opened(new CrashingProcess(connection, mishaps, leftOut));
      } catch (fault) {
        if (!isMishap(fault)) objections.push(String(fault));
      }
    }
  };
  await Promise.all([writer('x'), writer('y'), applier(), applier()]);
  if (acknowledged.size === 0) objections.push('nothing was written at all');
  return [...objections, ...(await audit(connection, acknowledged, leftOut))];
}

/** What the round itself caused, as the journal passes it on. */
function isMishap(fault: unknown): boolean {
  const cause = fault instanceof CodedError ? fault.originalError : fault;
  return cause instanceof Crash || cause instanceof mongo.MongoNetworkError;
}

async function opened(process: CrashingProcess): Promise<CrashingProcess> {
  await process.journal.open();
  return process;
}

/** Counts up in one record, and changes, removes or erases some others. */
async function command({ journal, mishaps }: CrashingProcess, owner: string, subject: string, leftOut: LeftOut): Promise<WriteOutcome<never, never>> {
  const { random } = mishaps;
  if (random() < 0.15) {
    return journal.erase({
      owner, actor: OFFICER,
      prepare: async ({ tombstone }) => {
        const id = `${owner}/${Math.floor(random() * 4)}`;
        return { subject, records: (await tombstone('arrests', id)) === 'erased' ? [] : [{ collection: 'arrests', id }] };
      },
    });
  }
  const decide = async (view: JournalView): Promise<Draft> => {
    const changes: DraftChange[] = [{ collection: 'arrests', id: `${owner}/count`, after: { count: (await countIn(view, owner)) + 1 } }];
    for (let n = 0; n < 5; n += 1) {
      const id = `${owner}/${n}`;
      if (random() < 0.5 || (await view.tombstone('arrests', id)) === 'erased') continue;
      const present = (await view.current('arrests', id)) !== null;
      const removes = present && random() < 0.4;
      changes.push({ collection: 'arrests', id, after: removes ? null : { state: subject, suspectName: `person ${subject}` } });
    }
    return { action: 'COUNT', subject, changes };
  };
  let first: Promise<Draft> | null = null;
  const prepare = leftOut === 'REPEATED_VALIDATION' ? (view: JournalView): Promise<Draft> => (first ??= decide(view)) : decide;
  return journal.write({ owner, actor: OFFICER, prepare });
}

async function countIn(view: JournalView, owner: string): Promise<number> {
  const count = (await view.current('arrests', `${owner}/count`))?.['count'];
  return typeof count === 'number' ? count : 0;
}

/** A process that does not die comes up; then the records must be what the journal says, by brute force. */
async function audit(connection: Connection, acknowledged: ReadonlyMap<string, number>, leftOut: LeftOut): Promise<string[]> {
  const calm: Mishaps = { random: () => 0.5, crash: 0, stall: 0, lostAcknowledgement: 0 };
  const objections: string[] = [];
  try {
    await opened(new CrashingProcess(connection, calm, leftOut));
  } catch (fault) {
    objections.push(`cannot recover: ${String(fault)}`);
  }
  const entries = (await Promise.all(OWNERS.map((owner) => entriesOf(connection, owner)))).flat();
  objections.push(...objectToAcknowledgements(entries, acknowledged), ...objectToEntries(entries), ...(await objectToRecords(connection, entries)));
  const { findings } = await verifyJournal({ subgraph: 'arrests', connection, verifier: signer });
  return [...objections, ...findings.map(({ owner, seq, fault }) => `${fault} at ${owner} ${seq}`)];
}

function objectToAcknowledgements(entries: readonly JournalEntry[], acknowledged: ReadonlyMap<string, number>): string[] {
  const seqs = new Map(entries.map(({ subject, seq }) => [subject, seq]));
  const objections = seqs.size === entries.length ? [] : ['a command was written twice'];
  for (const [subject, seq] of acknowledged) if (seqs.get(subject) !== seq) objections.push(`${subject} was acknowledged and is lost`);
  return objections;
}

/** Every before-image is the image before, and no count was lost. */
function objectToEntries(entries: readonly JournalEntry[]): string[] {
  const objections: string[] = [];
  const facts = new Map<string, JournalDocument | null>();
  for (const { owner, seq, facts: { changes } } of entries) {
    for (const { id, before, after } of changes) {
      if (canonicalJson(before) !== canonicalJson(facts.get(id) ?? null)) objections.push(`${owner} ${seq} has a wrong before-image of ${id}`);
      facts.set(id, after);
    }
  }
  for (const owner of OWNERS) {
    const counted = entries.filter((entry) => entry.owner === owner && entry.action === 'COUNT').length;
    if ((facts.get(`${owner}/count`)?.['count'] ?? 0) !== counted) objections.push(`${owner} lost an update`);
  }
  return objections;
}

async function objectToRecords(connection: Connection, entries: readonly JournalEntry[]): Promise<string[]> {
  const expected = new Map<string, JournalDocument>();
  for (const { owner, seq, facts, personal } of entries) {
    for (const [index, { id, fate, after }] of facts.changes.entries()) {
      const values = fate === 'kept' ? { ...after, ...personal[index]?.after } : { tombstone: fate };
      expected.set(id, { ...values, _id: id, appliedSeq: seq, appliedChain: owner });
    }
  }
  const found = new Map((await records(connection).find().toArray()).map((record) => [record._id, canonicalJson(record)]));
  const ids = new Set([...expected.keys(), ...found.keys()]);
  return [...ids].filter((id) => found.get(id) !== canonicalJson(expected.get(id) ?? null)).map((id) => `the record ${id} is not what the journal says`);
}
