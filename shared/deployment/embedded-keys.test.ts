import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { embeddedKeys } from './embedded-keys.js';

describe('embeddedKeys', () => {
  let folder: string;
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'tessera-keys-')); });
  afterEach(async () => { await rm(folder, { recursive: true, force: true }); });

  it('makes keys once and finds the same again', async () => {
    const first = await embeddedKeys(folder);
    const second = await embeddedKeys(folder);
    expect(second.idKey.equals(first.idKey)).toBe(true);
    expect(second.signingKey.equals(first.signingKey)).toBe(true);
    expect(first.idKey).toHaveLength(32);
  });

  it('gives starts at the same moment one set of keys and leaves nothing else behind', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => embeddedKeys(folder)));
    expect(new Set(all.map(({ idKey }) => idKey.toString('hex'))).size).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['id.key', 'signing.key.pem']);
  });

  it('lets nobody else on the machine read them', async () => {
    await embeddedKeys(folder);
    for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
  });
});
