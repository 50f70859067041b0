import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, mkdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MongoClient } from 'mongodb';
import { freePort } from '../boot/tessera-process.js';

const FETCH = fileURLToPath(new URL('../mongodb/fetch.sh', import.meta.url));
const NAME = 'rs0';
const MEMBERS = 3;
const ROOM_BYTES = 3_000_000_000;

/** A real MongoDB replica set of three, each a process of its own. */
export interface ReplicaSet {
  readonly uri: string;
  /** Kills the member that takes writes, as a power cut would; gives its port. */
  killPrimary(): Promise<number>;
  /** Starts a killed member again, with the data that it had. */
  revive(port: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startReplicaSet(): Promise<ReplicaSet> {
  const { stdout } = await promisify(execFile)('sh', [FETCH]);
  const mongod = stdout.trim();
  const data = await mkdtemp(join(await roomyFolder(), 'tessera-replica-set-'));
  const members = new Map<number, ChildProcess>();
  const start = async (port: number): Promise<void> => {
    const dbpath = join(data, String(port));
    await mkdir(dbpath, { recursive: true });
    members.set(port, spawn(mongod, ['--dbpath', dbpath, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', NAME, '--wiredTigerCacheSizeGB', '0.25', '--quiet', '--logpath', join(data, `${port}.log`)], { stdio: 'ignore' }));
  };
  const ports: number[] = [];
  while (ports.length < MEMBERS) {
    const port = await freePort();
    if (!ports.includes(port)) ports.push(port);
  }
  const stop = async (): Promise<void> => {
    await Promise.all([...members.values()].map(kill));
    await rm(data, { recursive: true, force: true });
  };
  try {
    await Promise.all(ports.map(start));
    await Promise.all(ports.map(untilListening));
    await initiate(ports);
  } catch (fault) {
    await stop();
    throw fault;
  }
  const uri = `mongodb://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/?replicaSet=${NAME}`;
  return {
    uri,
    async killPrimary() {
      const client = await new MongoClient(uri).connect();
      const { primary } = await client.db('admin').command({ hello: 1 });
      await client.close();
      const port = Number(String(primary).split(':')[1]);
      await kill(members.get(port));
      return port;
    },
    revive: start,
    stop,
  };
}

async function untilListening(port: number): Promise<void> {
  const client = await new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`).connect();
  await client.close();
}

async function initiate(ports: readonly number[]): Promise<void> {
  const [first] = ports;
  const client = new MongoClient(`mongodb://127.0.0.1:${String(first)}/?directConnection=true`);
  await client.connect();
  const admin = client.db('admin');
  await admin.command({
    replSetInitiate: {
      _id: NAME,
      members: ports.map((port, _id) => ({ _id, host: `127.0.0.1:${port}` })),
      settings: { electionTimeoutMillis: ELECTION_MILLISECONDS },
    },
  });
  while ((await admin.command({ hello: 1 }))['isWritablePrimary'] !== true) await pause(50);
  await client.close();
}

/** MongoDB's own default, 10 seconds: what is promised must hold with it. */
const ELECTION_MILLISECONDS = 10_000;

async function kill(member: ChildProcess | undefined): Promise<void> {
  if (member?.exitCode !== null || member.signalCode !== null) return;
  const ended = once(member, 'exit');
  member.kill('SIGKILL');
  await ended;
}

/** Every write waits for the disk; where there is room for it, the data lies in memory. */
async function roomyFolder(): Promise<string> {
  try {
    await access('/dev/shm');
    const { bavail, bsize } = await statfs('/dev/shm');
    if (bavail * bsize > ROOM_BYTES) return '/dev/shm';
  } catch {
    // There is no such folder: the disk then.
  }
  return tmpdir();
}
