import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange } from '../cli/open-exchange.js';
import { Conflict } from '../shared/graphql/outcomes.type.js';
import type { RecordOutcome } from '../shared/record/record-outcome.js';
import { serviceViewer } from '../shared/viewer/service-viewers.js';
import type { ImportReport } from '../subgraphs/operations/published/published-operations.service.js';
import {
  MOSAIC,
  MOSAIC_COORDINATOR,
  MOSAIC_RELEASES,
  mosaicArrests,
  mosaicAssets,
  mosaicRescues,
  type Contribution,
} from './exercise-mosaic.js';
import { COORDINATING_BODIES, ORGANISATIONS } from './organisations.js';

/** Changes when the seed itself does, so that an older data folder is brought up to it. */
const SEED_VERSION = 1;
const KEEPER = 'interpol';

export interface SeedOptions {
  readonly exchange: Exchange;
  /** Where it is written down what has been loaded. */
  readonly folder: string;
  /** The published operations that come with Tessera, or a copy of somebody's own. */
  readonly publishedFile: string;
}

/**
 * Loads the register, the published operations and the exercise, once: a second start finds the mark and reads
 * nothing. Every part is harmless to repeat, so a start that was cut off is simply done again.
 */
export async function loadSeed({ exchange, folder, publishedFile }: SeedOptions): Promise<ImportReport | null> {
  const published = await readFile(publishedFile, 'utf8');
  const mark = JSON.stringify({ version: SEED_VERSION, published: createHash('sha256').update(published).digest('hex') });
  const markFile = join(folder, 'seeded.json');
  if ((await readIfThere(markFile)) === mark) return null;
  await registerOrganisations(exchange);
  const report = await exchange.operations.services.published.import(published);
  await loadExercise(exchange);
  await writeFile(markFile, mark);
  return report;
}

/** Enters those that are missing; what the register says of the others since stands. */
export async function registerOrganisations(exchange: Exchange): Promise<void> {
  const keeper = serviceViewer('register-keeper', KEEPER);
  await Promise.all([...COORDINATING_BODIES, ...ORGANISATIONS].map(async (entry) => { accepted(await exchange.agencies.service.register(keeper, entry, { ifAbsent: true })); }));
  await exchange.directory.refresh();
}

export async function loadExercise(exchange: Exchange): Promise<void> {
  const { operations, arrests, assets, directory } = exchange;
  accepted(await operations.services.operations.register(serviceViewer('exercise', MOSAIC_COORDINATOR), MOSAIC));
  await directory.refresh();
  await all(mosaicArrests(), (viewer, input) => arrests.services.arrests.record(viewer, input));
  await all(mosaicRescues(), (viewer, input) => arrests.services.rescues.record(viewer, input));
  await all(mosaicAssets(), (viewer, input) => assets.services.assets.record(viewer, input));
  await releaseExerciseArrests(exchange);
}

/** Reads each arrest as its originator does, to release the version that it shows. */
async function releaseExerciseArrests({ arrests }: Exchange): Promise<void> {
  const { runtime, services, stores } = arrests;
  const inOneYear = new Date(runtime.clock.now().getTime() + 365 * 86_400_000);
  for (const { organisation, arrest, to, purpose, recalled } of MOSAIC_RELEASES) {
    const viewer = serviceViewer('exercise', organisation);
    const id = runtime.ids.of(organisation, 'arrests', arrest);
    const [found] = await stores.arrests.findReadable(viewer, [id]);
    // Somebody retracted, erased or relabelled it since.
    if (found === undefined) continue;
    const handled = found.record.handling === null ? undefined : runtime.visible.find(found.record.handling);
    if (handled?.label.releaseGroup !== null) continue;
    accepted(
      await services.arrests.verbs.release(viewer, {
        id,
        version: found.versionToken,
        release: { to: { organisation: to }, purpose, until: inOneYear, withIdentity: true },
      }),
    );
    if (recalled) accepted(await services.arrests.verbs.recall(viewer, { id, releaseId: await onlyReleaseOf(arrests, viewer, id) }));
  }
}

async function onlyReleaseOf({ runtime, stores }: Exchange['arrests'], viewer: ReturnType<typeof serviceViewer>, id: string): Promise<string> {
  const [found] = await stores.arrests.findReadable(viewer, [id]);
  const group = found?.record.handling == null ? null : (runtime.visible.find(found.record.handling)?.label.releaseGroup ?? null);
  const grant = group === null ? undefined : runtime.handling.findReleaseGroup(group)?.grants[0];
  if (grant === undefined) throw new Error(`The arrest ${id} has no release.`);
  return grant.id;
}

async function all<Input>(
  contributions: readonly Contribution<Input>[],
  record: (viewer: ReturnType<typeof serviceViewer>, input: Input) => Promise<RecordOutcome>,
): Promise<void> {
  await Promise.all(
    contributions.map(async ({ organisation, input }) => { accepted(await record(serviceViewer('exercise', organisation), input)); }),
  );
}

/**
 * A seed that is refused is a fault of the seed; but a record that somebody changed, retracted or erased since it was
 * loaded collides with its seed, and stays as it is.
 */
function accepted(outcome: RecordOutcome): void {
  if ('refused' in outcome && !(outcome.refused instanceof Conflict)) throw new Error(`The seed was refused: ${JSON.stringify(outcome.refused)}`);
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    if (typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ENOENT') return null;
    throw fault;
  }
}
