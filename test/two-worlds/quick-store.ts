import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '../../embedded/start-embedded-store.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';

export type QuickStore = Pick<TestStore, 'uri' | 'databasePrefix' | 'stop'>;

/** An embedded store that also tells how many documents it fetched. */
export interface CountingStore extends QuickStore {
  readonly examinedDocuments: () => Promise<number>;
}

/** The server of MONGODB_URI, or an embedded store that does not wait for its disk: many worlds are built and none outlives the test. */
export async function startQuickStore(): Promise<QuickStore> {
  if (process.env['MONGODB_URI'] !== undefined) return await startStore();
  const { uri, databasePrefix, stop } = await startCountingStore();
  return { uri, databasePrefix, stop };
}

export async function startCountingStore(): Promise<CountingStore> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-worlds-'));
  const store = await startEmbeddedStore({ folder, durable: false });
  return {
    uri: store.uri,
    databasePrefix: 'world',
    examinedDocuments: () => store.examinedDocuments(),
    stop: async () => {
      await store.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
