import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '../../embedded/start-embedded-store.js';

/** An embedded store that also tells how many documents it fetched. */
export interface CountingStore {
  readonly uri: string;
  readonly databasePrefix: string;
  readonly examinedDocuments: () => Promise<number>;
  stop(): Promise<void>;
}

/** Always the embedded one: what is compared is the program, and the work that it gives the store. */
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
