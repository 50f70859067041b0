import { join } from 'node:path';
import { openEmbeddedStore } from '../embedded/start-embedded-store.js';
import { registerOrganisations } from '../seed/load-seed.js';
import { systemClock } from '../shared/clock/clock.js';
import { embeddedKeys } from '../shared/deployment/embedded-keys.js';
import { readPublishedEntries } from '../subgraphs/operations/published/published-file.js';
import type { ImportReport } from '../subgraphs/operations/published/published-operations.service.js';
import { DATABASE_PREFIX, type Config } from './config.js';
import { openExchange } from './open-exchange.js';

/** Imports into the data folder, whether Tessera is running there or not. `complete` = nothing was refused. */
export async function importPublished({ dataFolder }: Config, content: string): Promise<{ text: string; complete: boolean }> {
  // A file that is no list at all must not touch the store.
  readPublishedEntries(content);
  const keys = await embeddedKeys(dataFolder);
  const store = await openEmbeddedStore({ folder: join(dataFolder, 'store') });
  try {
    const exchange = await openExchange({ mongodbUri: store.uri, databasePrefix: DATABASE_PREFIX, keys, clock: systemClock });
    try {
      await registerOrganisations(exchange);
      const report = await exchange.operations.services.published.import(content);
      return { text: inWords(report), complete: report.refused === 0 };
    } finally {
      await exchange.close();
    }
  } finally {
    await store.stop();
  }
}

function inWords({ added, changed, unchanged, refused, refusals, notices }: ImportReport): string {
  const lines = [
    `${String(added)} added, ${String(changed)} changed, ${String(unchanged)} unchanged, ${String(refused)} refused.`,
    ...refusals.map(({ path, message }) => `refused  ${path}: ${message}`),
    ...notices.map(({ path, message }) => `notice   ${path}: ${message}`),
  ];
  return `${lines.join('\n')}\n`;
}
