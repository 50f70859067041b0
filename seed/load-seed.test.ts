import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openExchange, type Exchange } from '../cli/open-exchange.js';
import { systemClock } from '../shared/clock/clock.js';
import { embeddedKeys } from '../shared/deployment/embedded-keys.js';
import { startStore, type TestStore } from '../shared/testing/start-store.js';
import { serviceViewer } from '../shared/viewer/service-viewers.js';
import { loadSeed } from './load-seed.js';

const PUBLISHED = fileURLToPath(new URL('./data/published-operations.json', import.meta.url));

describe('loadSeed', () => {
  let store: TestStore;
  let folder: string;
  let exchange: Exchange;
  beforeAll(async () => {
    store = await startStore();
    folder = await mkdtemp(join(tmpdir(), 'tessera-seed-'));
    exchange = await openExchange({ mongodbUri: store.uri, databasePrefix: store.databasePrefix, keys: await embeddedKeys(folder), clock: systemClock });
  });
  afterAll(async () => {
    await exchange.close();
    await store.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('loads once, and again only when its mark is gone', async () => {
    const first = await loadSeed({ exchange, folder, publishedFile: PUBLISHED });
    expect(first?.refused).toBe(0);
    expect(await loadSeed({ exchange, folder, publishedFile: PUBLISHED })).toBeNull();
  });

  it('leaves an exercise arrest alone that its originator has retracted since', async () => {
    const { runtime, services, stores } = exchange.arrests;
    const viewer = serviceViewer('exercise', 'jp-ncb');
    const id = runtime.ids.of('jp-ncb', 'arrests', 'MOSAIC-A-001');
    const [found] = await stores.arrests.findReadable(viewer, [id]);
    await services.arrests.verbs.retract(viewer, { id, version: found?.versionToken ?? '' });
    await rm(join(folder, 'seeded.json'));
    const again = await loadSeed({ exchange, folder, publishedFile: PUBLISHED });
    expect(again).toMatchObject({ added: 0, changed: 0, refused: 0 });
    expect(await stores.arrests.findReadable(viewer, [id])).toEqual([]);
  });
});
