import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbeddedStore } from '../embedded/start-embedded-store.js';
import { loadTags } from '../seed/load-tags.js';
import { systemClock } from '../shared/clock/clock.js';
import { embeddedKeys } from '../shared/deployment/embedded-keys.js';
import { DATABASE_PREFIX, type Config } from './config.js';
import { openExchange } from './open-exchange.js';
import { PROJECT } from './project-folder.js';

/** Loads the published tags into the store of the data folder, which the program that serves has opened. */
export async function loadTagsInto({ dataFolder }: Pick<Config, 'dataFolder'>): Promise<void> {
  const keys = await embeddedKeys(dataFolder);
  const store = await openEmbeddedStore({ folder: join(dataFolder, 'store') });
  try {
    const exchange = await openExchange({ mongodbUri: store.uri, databasePrefix: DATABASE_PREFIX, keys, clock: systemClock, counts: false });
    try {
      await loadTags(exchange, { folder: dataFolder, files: fileURLToPath(new URL('seed/data/attribution', PROJECT)) });
    } finally {
      await exchange.close();
    }
  } finally {
    await store.stop();
  }
}
