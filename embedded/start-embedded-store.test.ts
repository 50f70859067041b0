import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { openEmbeddedStore, startEmbeddedStore } from './start-embedded-store.js';

describe('starting the embedded store', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'embedded-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  async function write(uri: string, identifier: string): Promise<string[]> {
    const client = await new MongoClient(uri).connect();
    const names = client.db('t').collection<{ _id: string }>('names');
    await names.insertOne({ _id: identifier });
    const found = await names.find().sort({ _id: 1 }).toArray();
    await client.close();
    return found.map(({ _id }) => _id);
  }

  it('keeps folder and socket for the owner alone, and the data over a restart', async () => {
    const folder = join(root, 'data');
    const first = await startEmbeddedStore({ folder });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'store.sock')).mode & 0o777).toBe(0o600);
    await write(first.uri, 'a');
    await first.stop();
    await first.stop();
    expect(existsSync(join(folder, 'store.sock'))).toBe(false);
    const second = await startEmbeddedStore({ folder });
    expect(await write(second.uri, 'b')).toEqual(['a', 'b']);
    await second.stop();
  });

  it('lets nobody else serve the folder, but join the one who does', async () => {
    const server = await openEmbeddedStore({ folder: root, durable: false });
    await expect(startEmbeddedStore({ folder: root })).rejects.toMatchObject({ name: 'EmbeddedStoreError' });
    const guest = await openEmbeddedStore({ folder: root });
    expect([server.joined, guest.joined]).toEqual([false, true]);
    await guest.stop();
    expect(await write(guest.uri, 'still served')).toEqual(['still served']);
    await server.stop();
  });

  it('opens only one server when two open at the same time', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openEmbeddedStore({ folder: root, durable: false })));
    expect(opened.filter(({ joined }) => !joined)).toHaveLength(1);
    expect(new Set(opened.map(({ uri }) => uri)).size).toBe(1);
    await Promise.all(opened.map((store) => store.stop()));
  });

  it('listens elsewhere when the path is too long for a socket', async () => {
    const folder = join(root, 'x'.repeat(60), 'y'.repeat(60));
    const store = await startEmbeddedStore({ folder, durable: false });
    expect(await write(store.uri, 'long')).toEqual(['long']);
    const joined = await openEmbeddedStore({ folder });
    expect(joined).toMatchObject({ joined: true, uri: store.uri });
    await store.stop();
  });

  it('clears away what a killed server left behind', async () => {
    writeFileSync(join(root, 'server-999999999-1-00000000.claim'), '');
    writeFileSync(join(root, 'socket-path'), join(root, 'store.sock'));
    writeFileSync(join(root, 'store.sock'), '');
    const store = await startEmbeddedStore({ folder: root, durable: false });
    expect(await write(store.uri, 'a')).toEqual(['a']);
    await store.stop();
  });

  it('says in one sentence that a folder cannot be used', async () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedStore({ folder: join(file, 'inside') })).rejects.toThrow(/^The folder .* cannot be used by the embedded store: .*\.$/);
  });

  it('says in one sentence that the data is damaged, and frees the folder', async () => {
    mkdirSync(root, { recursive: true });
    chmodSync(root, 0o700);
    writeFileSync(join(root, 'data.mdb'), Buffer.alloc(64 * 1024, 0x5a));
    await expect(startEmbeddedStore({ folder: root })).rejects.toThrow(/^The embedded store's data in .* cannot be read: .*\.$/);
    rmSync(join(root, 'data.mdb'));
    const store = await startEmbeddedStore({ folder: root, durable: false });
    await store.stop();
  });
});
