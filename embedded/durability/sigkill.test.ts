import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { buildStore } from './build-store.js';

const KILLS = 20;
const BATCH = 25;
const WRITERS = 4;

interface Store {
  readonly process: ChildProcess;
  readonly client: MongoClient;
}

/** `acknowledged` and `sent` hold numbers of batches; every batch is one insertMany of 25 documents. */
interface Log {
  readonly sent: Set<number>;
  readonly acknowledged: Set<number>;
}

describe('a store process that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  const build = buildStore();
  const children: ChildProcess[] = [];
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
    rmSync(build.folder, { recursive: true });
  });

  async function open(): Promise<Store> {
    const child = fork(build.program, [folder], { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });
    children.push(child);
    const uri = await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => {
        reject(new Error('the store did not open'));
      });
    });
    const client = new MongoClient(String(uri), { serverSelectionTimeoutMS: 5000 });
    await client.connect();
    return { process: child, client };
  }

  /** Writes until the store is gone, and notes every answer. */
  async function write(client: MongoClient, log: Log, next: () => number, acknowledged: () => void): Promise<void> {
    const records = client.db('journal').collection<{ _id: string; batch: number; half: number }>('records');
    for (;;) {
      const batch = next();
      log.sent.add(batch);
      const documents = Array.from({ length: BATCH }, (_, at) => ({ _id: `${String(batch)}-${String(at)}`, batch, half: at % 2 }));
      try {
        await records.insertMany(documents);
      } catch {
        return;
      }
      log.acknowledged.add(batch);
      acknowledged();
    }
  }

  async function kill(store: Store): Promise<void> {
    const gone = once(store.process, 'exit');
    store.process.kill('SIGKILL');
    await gone;
  }

  it('loses nothing it acknowledged and keeps no command by half, at 20 random moments', async () => {
    const log: Log = { sent: new Set(), acknowledged: new Set() };
    let batches = 0;
    for (let round = 0; round < KILLS; round++) {
      const store = await open();
      if (round === 0) await store.client.db('journal').collection('records').createIndexes([{ key: { batch: 1, half: 1 } }]);
      let answersLeft = 1 + Math.floor(Math.random() * 12);
      const dead = new Promise<void>((resolve) => {
        const onAcknowledged = (): void => {
          // The other writers are then somewhere between sending and answer.
          if (--answersLeft === 0) setImmediate(() => void kill(store).then(resolve));
        };
        for (let writer = 0; writer < WRITERS; writer++) void write(store.client, log, () => ++batches, onAcknowledged);
      });
      await dead;
      await store.client.close();
    }

    const { client, process: last } = await open();
    const records = client.db('journal').collection('records');
    const counts = await records.aggregate<{ _id: number; n: number }>([{ $group: { _id: '$batch', n: { $sum: 1 } } }]).toArray();
    const kept = new Map(counts.map(({ _id, n }) => [_id, n]));
    for (const batch of log.acknowledged) expect([batch, kept.get(batch)]).toEqual([batch, BATCH]);
    for (const [batch, n] of kept) expect([batch, n, log.sent.has(batch)]).toEqual([batch, BATCH, true]);
    // The index tells the same as the documents.
    expect(await records.countDocuments({ batch: { $gte: 0 }, half: 1 })).toBe(kept.size * Math.floor(BATCH / 2));
    await client.close();
    last.kill('SIGKILL');
  });
});
