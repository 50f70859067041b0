import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection } from 'mongoose';
import type { JournalEntry } from '../../shared/journal/entry.js';
import type { Journal } from '../../shared/journal/journal.js';
import type { Receipt } from '../../shared/journal/receipt.js';
import { verifyJournal } from '../../shared/journal/verify-journal.js';
import { entriesOf, OFFICER, openJournal, requireWritten, signer } from './journal-fixture.js';
import { records } from './crashing-process.js';
import { seededRandom } from './model.js';

const KILLS = 5;
const OWNERS = ['jp-ncb', 'kr-ncb'];
const random = seededRandom(20);

let folder: string;
let store: ChildProcess | null = null;
const connections: Connection[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-kill-'));
});
afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close(true);
});
afterAll(async () => {
  await kill();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Connection> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('store-process.mjs', import.meta.url)), folder], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
  store = child;
  const [line]: unknown[] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => ['the store did not start'])]);
  const connection = await createConnection(String(line).trim(), { dbName: 'arrests', serverSelectionTimeoutMS: 200 }).asPromise();
  connection.on('error', () => undefined);
  connections.push(connection);
  return connection;
}

async function kill(): Promise<void> {
  if (store?.exitCode !== null || store.signalCode !== null) return;
  const dead = once(store, 'exit');
  store.kill('SIGKILL');
  await dead;
}

/** Three records that only ever change together. */
async function writeTriple(journal: Journal, owner: string, mark: string): Promise<Receipt> {
  const changes = ['x', 'y', 'z'].map((part) => ({ collection: 'arrests', id: `${owner}/${part}`, after: { mark, suspectName: mark } }));
  return requireWritten(await journal.write({ owner, actor: OFFICER, prepare: () => Promise.resolve({ action: 'MOVE', subject: mark, changes }) })).receipt;
}

/** Writes on two chains until the store is gone, and keeps what was promised. */
async function writeUntilKilled(journal: Journal, round: number): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  const fatal = 3 + Math.floor(random() * 25);
  let killed: Promise<void> | null = null;
  const writer = async (owner: string, name: string): Promise<void> => {
    for (let n = 0; ; n += 1) {
      try {
        receipts.push(await writeTriple(journal, owner, `${round}/${name}/${n}`));
      } catch (fault) {
        if (killed === null) throw fault;
        return killed;
      }
      if (receipts.length >= fatal) killed ??= new Promise((resolve) => setTimeout(resolve, random() * 12)).then(kill);
    }
  };
  await Promise.all(OWNERS.flatMap((owner) => ['p', 'q', 'r'].map((name) => writer(owner, name))));
  return receipts;
}

function lastMark(entries: readonly JournalEntry[]): unknown {
  return entries.at(-1)?.facts.changes[0]?.after?.['mark'];
}

describe('a store that is killed while the journal writes', () => {
  it(`loses nothing that was acknowledged and leaves nothing half applied, ${KILLS} times`, async () => {
    const receipts: Receipt[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const promised = await writeUntilKilled(await openJournal(await start(), { onFault: () => undefined }), round);
      expect(promised.length).toBeGreaterThan(0);
      receipts.push(...promised);

      const connection = await start();
      await openJournal(connection);
      const { findings } = await verifyJournal({ subgraph: 'arrests', connection, verifier: signer, receipts });
      expect(findings).toEqual([]);
      for (const owner of OWNERS) {
        const entries = await entriesOf(connection, owner);
        const triple = await records(connection).find({ appliedChain: owner }).sort({ _id: 1 }).toArray();
        expect(triple.map(({ appliedSeq, mark, suspectName }) => [appliedSeq, mark, suspectName])).toEqual(
          ['x', 'y', 'z'].map(() => [entries.length, lastMark(entries), lastMark(entries)]),
        );
      }
      await kill();
    }
  }, 120_000);
});
