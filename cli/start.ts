import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { authenticateWith } from '../gateway/authenticate.js';
import { createEmbeddedIssuer, type EmbeddedIssuer } from '../gateway/embedded-issuer.js';
import { createGateway } from '../gateway/create-gateway.js';
import { localTransport } from '../gateway/transport/local-transport.js';
import { openEmbeddedStore } from '../embedded/start-embedded-store.js';
import { loadSeed } from '../seed/load-seed.js';
import { READY_SIGN_INS } from '../seed/sign-ins.js';
import { systemClock } from '../shared/clock/clock.js';
import { embeddedKeys } from '../shared/deployment/embedded-keys.js';
import { capByRegister } from './cap-by-register.js';
import type { Config } from './config.js';
import { consoleLogger } from './console-logger.js';
import { openExchange } from './open-exchange.js';

const HOST = '127.0.0.1';
const PROJECT = new URL(import.meta.url).pathname.includes('/dist/') ? new URL('../../', import.meta.url) : new URL('../', import.meta.url);
export const DATABASE_PREFIX = 'tessera';

export interface RunningTessera {
  readonly url: string;
  readonly signIns: typeof READY_SIGN_INS;
  /** Finishes requests in flight, then closes everything; nothing acknowledged is lost. */
  stop(): Promise<void>;
}

/** Everything in one process over the embedded store: the first minute on one machine. */
export async function startAllInOne(config: Config): Promise<RunningTessera> {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const closers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const keys = await embeddedKeys(config.dataFolder);
    const store = await openEmbeddedStore({ folder: join(config.dataFolder, 'store') });
    closers.push(() => store.stop());
    const exchange = await openExchange({ mongodbUri: store.uri, databasePrefix: DATABASE_PREFIX, keys, clock: systemClock });
    closers.push(() => exchange.close());
    await loadSeed({
      exchange,
      folder: config.dataFolder,
      publishedFile: config.publishedFile ?? fileURLToPath(new URL('seed/data/published-operations.json', PROJECT)),
    });
    const issuer = await embeddedIssuer(config);
    const gateway = await createGateway({
      supergraphSdl: await readFile(new URL('schema/supergraph.graphql', PROJECT), 'utf8'),
      transports: [exchange.agencies, exchange.operations, exchange.arrests, exchange.assets].map(({ local }) => localTransport(local)),
      authenticate: authenticateWith({ issuers: [issuer.trusted], cap: capByRegister(exchange.directory), clock: systemClock }),
      dashboardFolder: fileURLToPath(new URL('dist/dashboard', PROJECT)),
      embedded: { signIns: () => issuer.readySignIns() },
      logger: consoleLogger,
    });
    closers.push(() => gateway.stop());
    const { url } = await gateway.listen(config.port, HOST);
    return { url, signIns: READY_SIGN_INS, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** The issuer of the ready sign-ins, whose key lies in the data folder. */
export function embeddedIssuer({ dataFolder }: Config): Promise<EmbeddedIssuer> {
  return createEmbeddedIssuer({ folder: dataFolder, signIns: READY_SIGN_INS, clock: systemClock });
}
