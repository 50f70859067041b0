import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type Connection } from 'mongoose';

export interface TestStore {
  readonly uri: string;
  /** Begins the name of every database of this test's. */
  readonly databasePrefix: string;
  /** A connection of its own to one database of this test's store. */
  connect(database?: string): Promise<Connection>;
  /** Drops the databases that were used, closes the connections and stops the store. */
  stop(): Promise<void>;
}

/** The store that tests run on: the server of MONGODB_URI when that is set, else an embedded one of their own. */
export async function startStore(): Promise<TestStore> {
  const { uri, stop } = await openServer();
  const prefix = `test_${randomBytes(6).toString('hex')}`;
  const connections: Connection[] = [];
  return {
    uri,
    databasePrefix: prefix,
    async connect(database = 'main') {
      const connection = await createConnection(uri, { dbName: `${prefix}_${database}`, serverSelectionTimeoutMS: 5000 }).asPromise();
      connections.push(connection);
      return connection;
    },
    async stop() {
      const databases = new Map(connections.map((connection) => [connection.name, connection]));
      for (const connection of databases.values()) await connection.dropDatabase();
      for (const connection of connections) await connection.close();
      await stop();
    },
  };
}

async function openServer(): Promise<{ uri: string; stop: () => Promise<void> }> {
  const uri = process.env['MONGODB_URI'];
  if (uri !== undefined) return { uri, stop: () => Promise.resolve() };
  const { startEmbeddedStore } = await import('../../embedded/start-embedded-store.js');
  const folder = await mkdtemp(join(tmpdir(), 'tessera-test-'));
  const store = await startEmbeddedStore({ folder });
  return {
    uri: store.uri,
    stop: async () => {
      await store.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
