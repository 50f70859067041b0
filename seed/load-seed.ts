import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange } from '../cli/open-exchange.js';
import { serviceViewer } from '../shared/viewer/service-viewers.js';
import type { ImportReport } from '../subgraphs/operations/published/published-operations.service.js';
import { accepted } from './accepted.js';
import { readIfThere } from './mark.js';
import { COORDINATING_BODIES, EXERCISE_BUREAUS, ORGANISATIONS } from './organisations.js';

/** Changes when the seed itself does, so that an older data folder is brought up to it. */
const SEED_VERSION = 2;
const KEEPER = 'interpol';

export interface SeedOptions {
  readonly exchange: Exchange;
  /** Where it is written down what has been loaded. */
  readonly folder: string;
  /** The published operations that come with Tessera, or a copy of somebody's own. */
  readonly publishedFile: string;
}

/**
 * Loads the register and the published operations, once: a second start finds the mark and reads nothing. Every part
 * is harmless to repeat, so a start that was cut off is simply done again.
 */
export async function loadSeed({ exchange, folder, publishedFile }: SeedOptions): Promise<ImportReport | null> {
  const published = await readFile(publishedFile, 'utf8');
  const mark = JSON.stringify({ version: SEED_VERSION, published: createHash('sha256').update(published).digest('hex') });
  const markFile = join(folder, 'seeded.json');
  if ((await readIfThere(markFile)) === mark) return null;
  await registerOrganisations(exchange);
  const report = await exchange.operations.services.published.import(published);
  await writeFile(markFile, mark);
  return report;
}

/** Enters those that are missing; what the register says of the others since stands. */
export async function registerOrganisations(exchange: Exchange): Promise<void> {
  const keeper = serviceViewer('register-keeper', KEEPER);
  const entries = [...COORDINATING_BODIES, ...ORGANISATIONS, ...EXERCISE_BUREAUS];
  await Promise.all(entries.map(async (entry) => { accepted(await exchange.agencies.service.register(keeper, entry, { ifAbsent: true })); }));
  await exchange.directory.refresh();
}
