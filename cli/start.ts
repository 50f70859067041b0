import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { authenticateWith } from '../gateway/authenticate.js';
import { createGateway } from '../gateway/create-gateway.js';
import { localTransport } from '../gateway/transport/local-transport.js';
import { openEmbeddedStore } from '../embedded/start-embedded-store.js';
import { prepareExercise, type ExerciseState } from '../seed/load-exercise.js';
import { loadLedger } from '../seed/load-ledger.js';
import { loadSeed } from '../seed/load-seed.js';
import { lacksTags } from '../seed/load-tags.js';
import { READY_SIGN_INS } from '../seed/sign-ins.js';
import { systemClock, type Clock } from '../shared/clock/clock.js';
import { embeddedKeys } from '../shared/deployment/embedded-keys.js';
import { factsOfFault } from '../shared/logging/fault-facts.js';
import { UnreadablePublishedFileError } from '../subgraphs/operations/published/published-file.js';
import type { ImportReport } from '../subgraphs/operations/published/published-operations.service.js';
import { runBeside, type Beside, type BesideCommand } from './beside.js';
import { capByRegister } from './cap-by-register.js';
import { DATABASE_PREFIX, type Config } from './config.js';
import { consoleLogger } from './console-logger.js';
import { openExchange, type Exchange } from './open-exchange.js';
import { PROJECT } from './project-folder.js';
import { embeddedIssuer } from './ready-issuer.js';

const HOST = '127.0.0.1';
const EXERCISE_GROWS = 'EXERCISE MOSAIC is still being played: its numbers grow until it is complete. Reload to see how far it is.';
const EXERCISE_CUT_OFF = 'EXERCISE MOSAIC is not complete: the next start goes on with it.';
const STOP_PATIENCE_MILLISECONDS = 5_000;

export interface RunningTessera {
  readonly url: string;
  readonly signIns: typeof READY_SIGN_INS;
  /** What became of the published operations; null where they had been loaded before. */
  readonly loaded: ImportReport | null;
  readonly exercise: ExerciseState;
  /** The exercise and the published tags on their way, as far as this folder lacks them. */
  readonly beside: Beside;
  /** Finishes requests in flight, then closes everything; nothing acknowledged is lost. */
  stop(): Promise<void>;
}

/** Everything in one process over the embedded store: the first minute on one machine. The data folder is there. */
export async function startAllInOne(config: Config): Promise<RunningTessera> {
  const closers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const keys = await embeddedKeys(config.dataFolder);
    const store = await openEmbeddedStore({ folder: join(config.dataFolder, 'store') });
    closers.push(() => store.stop());
    const open = (clock: Clock): Promise<Exchange> => openExchange({ mongodbUri: store.uri, databasePrefix: DATABASE_PREFIX, keys, clock });
    const exercise = await prepareExercise({ arrests: config.exerciseArrests, folder: config.dataFolder, open });
    const exchange = await open(systemClock);
    closers.push(() => exchange.close());
    const loaded = await load(exchange, config);
    const issuer = await embeddedIssuer(config);
    let exerciseNotice = exercise === 'REGISTERED' ? EXERCISE_GROWS : null;
    const gateway = await createGateway({
      supergraphSdl: await readFile(new URL('schema/supergraph.graphql', PROJECT), 'utf8'),
      transports: exchange.subgraphs.map(({ local }) => localTransport(local)),
      authenticate: authenticateWith({ issuers: [issuer.trusted], cap: capByRegister(exchange.directory), clock: systemClock }),
      dashboardFolder: fileURLToPath(new URL('dist/dashboard', PROJECT)),
      embedded: { signIns: () => issuer.readySignIns(), notice: () => exerciseNotice },
      logger: consoleLogger,
    });
    closers.push(() => gateway.stop());
    const { url } = await gateway.listen(config.port, HOST);
    const ledger = loadLedger(exchange.virtualAssets.stores.ledger, fileURLToPath(new URL('seed/data/ledger/colonial-pipeline-2021.jsonl', PROJECT)))
      .catch((fault: unknown) => { consoleLogger.warn('The transactions of the Colonial Pipeline case are not loaded: the next start tries again.', { ...factsOfFault(fault) }); });
    closers.push(() => ledger);
    const lacking: BesideCommand[] = [
      ...(exercise === 'REGISTERED' ? ['play-exercise' as const] : []),
      ...(config.loadsTags && (await lacksTags(config.dataFolder)) ? ['load-tags' as const] : []),
    ];
    const beside = runBeside(lacking);
    closers.push(() => beside.stop());
    void beside.whole.get('play-exercise')?.then((whole) => { exerciseNotice = whole ? null : EXERCISE_CUT_OFF; });
    return { url, signIns: READY_SIGN_INS, loaded, exercise, beside, stop };
  } catch (fault) {
    // Why it could not start must be told, even when closing what was half open fails too or does not end.
    await Promise.race([stop().catch(() => undefined), pause(STOP_PATIENCE_MILLISECONDS, undefined, { ref: false })]);
    throw fault;
  }
}

async function load(exchange: Exchange, { dataFolder, publishedFile }: Config): Promise<ImportReport | null> {
  const file = publishedFile ?? fileURLToPath(new URL('seed/data/published-operations.json', PROJECT));
  try {
    return await loadSeed({ exchange, folder: dataFolder, publishedFile: file });
  } catch (fault) {
    throw fault instanceof UnreadablePublishedFileError ? new Error(`${file} cannot be loaded. ${fault.message}`, { cause: fault }) : fault;
  }
}
