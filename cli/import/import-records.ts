import { join } from 'node:path';
import { openEmbeddedStore } from '../../embedded/start-embedded-store.js';
import { registerOrganisations } from '../../seed/load-seed.js';
import { systemClock } from '../../shared/clock/clock.js';
import { embeddedKeys } from '../../shared/deployment/embedded-keys.js';
import { DATABASE_PREFIX, type Config } from '../config.js';
import type { StoreConfig } from '../deployment/store-config.js';
import { openExchange } from '../open-exchange.js';
import { importFile, type FileImport, type ImportEnd } from './import-file.js';
import { importPack, type PackImport } from './packs/import-pack.js';

/** A file of rows with its mapping, or a pack, which needs none. */
export type Asked = FileImport | PackImport;

/** Into the data folder, whether Tessera is running there or not. */
export async function importIntoDataFolder({ dataFolder }: Config, asked: Asked): Promise<ImportEnd> {
  const keys = await embeddedKeys(dataFolder);
  const store = await openEmbeddedStore({ folder: join(dataFolder, 'store') });
  try {
    return await importInto({ mongodbUri: store.uri, databasePrefix: DATABASE_PREFIX, keys }, asked, { registers: true });
  } finally {
    await store.stop();
  }
}

/** Into a real MongoDB, beside the processes that serve it. */
export function importIntoDeployment(store: StoreConfig, asked: Asked): Promise<ImportEnd> {
  return importInto(store, asked, { registers: false });
}

/** Only the embedded mode knows organisations of its own; a deployment enters its own. */
async function importInto(store: StoreConfig, asked: Asked, { registers }: { readonly registers: boolean }): Promise<ImportEnd> {
  const exchange = await openExchange({ ...store, clock: systemClock, counts: false });
  try {
    if (registers) await registerOrganisations(exchange);
    return await ('handling' in asked ? importPack(exchange, asked, process.stderr) : importFile(exchange, asked, process.stderr));
  } finally {
    await exchange.close();
  }
}
