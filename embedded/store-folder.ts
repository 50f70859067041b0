import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedStoreError } from './embedded-store-error.js';

/** The kernel's limit is 104 to 108 bytes, depending on the system. */
const LONGEST_SOCKET_PATH = 100;
const POINTER = 'socket-path';
const SOCKET = 'store.sock';

/** Creates the folder, for its owner alone. */
export function prepareFolder(folder: string): string {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    chmodSync(path, 0o700);
    const probe = join(path, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new EmbeddedStoreError(`The folder ${path} cannot be used by the embedded store: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
  return path;
}

export function dataFile(folder: string): string {
  return join(folder, 'data.mdb');
}

/** Where this server will listen. What a server that was killed left behind is cleared away. */
export function placeSocket(folder: string): string {
  const former = readPointer(folder);
  if (former !== undefined) removeSocket(folder, former);
  const near = join(folder, SOCKET);
  if (Buffer.byteLength(near) <= LONGEST_SOCKET_PATH) {
    rmSync(near, { force: true });
    return near;
  }
  return join(mkdtempSync(join(tmpdir(), 'tessera-')), SOCKET);
}

/** Tells others where the server listens. Written whole or not at all. */
export function publishSocket(folder: string, socketPath: string): void {
  const draft = join(folder, `${POINTER}.draft`);
  writeFileSync(draft, socketPath, { mode: 0o600 });
  renameSync(draft, join(folder, POINTER));
}

export function withdrawSocket(folder: string, socketPath: string): void {
  rmSync(join(folder, POINTER), { force: true });
  removeSocket(folder, socketPath);
}

/** The socket of a server that answers, or undefined. */
export async function liveSocket(folder: string): Promise<string | undefined> {
  const socketPath = readPointer(folder);
  if (socketPath === undefined || !existsSync(socketPath)) return undefined;
  return (await accepts(socketPath)) ? socketPath : undefined;
}

/** `retryWrites` is off: the store has no transaction numbers, and a write it acknowledged is on the disk. */
export function uriOf(socketPath: string): string {
  return `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true&retryWrites=false`;
}

function readPointer(folder: string): string | undefined {
  const pointer = join(folder, POINTER);
  return existsSync(pointer) ? readFileSync(pointer, 'utf8') : undefined;
}

function removeSocket(folder: string, socketPath: string): void {
  rmSync(socketPath, { force: true });
  const place = dirname(socketPath);
  // Only a folder that was made for this one socket, never one that the pointer might name by damage.
  if (place !== folder && place.startsWith(join(tmpdir(), 'tessera-'))) rmSync(place, { recursive: true, force: true });
}

function accepts(socketPath: string): Promise<boolean> {
  return new Promise((resolveAnswer) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolveAnswer(true);
    });
    socket.once('error', () => {
      resolveAnswer(false);
    });
  });
}
