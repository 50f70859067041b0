import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedStoreError } from './embedded-store-error.js';
import type { FolderClaim } from './folder-claim.js';
import { claimFolder } from './folder-claim.js';
import { dataFile, liveSocket, placeSocket, prepareFolder, publishSocket, uriOf, withdrawSocket } from './store-folder.js';
import { StoreThread } from './store-thread.js';

export interface EmbeddedStore {
  /** For `mongoose.createConnection(uri, { dbName })`. */
  readonly uri: string;
  /** Documents that reads have fetched since the start. */
  examinedDocuments(): Promise<number>;
  stop(): Promise<void>;
}

export interface EmbeddedStoreOptions {
  readonly folder: string;
  /** False only for tests: an acknowledged write may then be lost with the machine. */
  readonly durable?: boolean;
}

export interface OpenedStore {
  readonly uri: string;
  /** True when another process serves the folder. */
  readonly joined: boolean;
  /** Stops only what this call started. */
  stop(): Promise<void>;
}

const JOIN_PATIENCE_MILLISECONDS = 15_000;
const RETRY_MILLISECONDS = 50;

/** Starts the server of a folder, and fails when another process is serving it. */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const folder = prepareFolder(options.folder);
  const claim = claimFolder(folder);
  if (claim === undefined) throw new EmbeddedStoreError(`The folder ${folder} is already served by another running embedded store.`);
  return serve(folder, claim, options.durable ?? true);
}

/** Starts the server of a folder, or joins the one that another process runs there. */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<OpenedStore> {
  const folder = prepareFolder(options.folder);
  const patienceEnds = Date.now() + JOIN_PATIENCE_MILLISECONDS;
  for (;;) {
    const claim = claimFolder(folder);
    if (claim !== undefined) return { joined: false, ...(await serve(folder, claim, options.durable ?? true)) };
    const socketPath = await liveSocket(folder);
    if (socketPath !== undefined) return { joined: true, uri: uriOf(socketPath), stop: () => Promise.resolve() };
    if (Date.now() > patienceEnds) throw new EmbeddedStoreError(`The embedded store that serves ${folder} does not answer.`);
    // Two that came at the same time have both stepped back: unequal pauses part them.
    await pause(RETRY_MILLISECONDS * (1 + Math.random()));
  }
}

async function serve(folder: string, claim: FolderClaim, durable: boolean): Promise<EmbeddedStore> {
  const socketPath = placeSocket(folder);
  const release = (): void => {
    withdrawSocket(folder, socketPath);
    claim.release();
  };
  let thread: StoreThread;
  try {
    thread = await StoreThread.start({ dataFile: dataFile(folder), socketPath, durable });
  } catch (error) {
    release();
    throw error;
  }
  publishSocket(folder, socketPath);
  thread.onExit(release);
  let stopping: Promise<void> | undefined;
  return {
    uri: uriOf(socketPath),
    examinedDocuments: () => thread.examinedDocuments(),
    stop: () => (stopping ??= thread.stop().then(release)),
  };
}
