import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capByRegister } from '../cli/cap-by-register.js';
import { openExchange, type Exchange } from '../cli/open-exchange.js';
import { startEmbeddedStore } from '../embedded/start-embedded-store.js';
import { authenticateWith } from '../gateway/authenticate.js';
import { createGateway, type Gateway } from '../gateway/create-gateway.js';
import { createEmbeddedIssuer } from '../gateway/embedded-issuer.js';
import { localTransport } from '../gateway/transport/local-transport.js';
import type { SubgraphTransport } from '../gateway/transport/subgraph-transport.js';
import { READY_SIGN_INS } from '../seed/sign-ins.js';
import { systemClock, type Clock } from '../shared/clock/clock.js';
import { embeddedKeys } from '../shared/deployment/embedded-keys.js';
import type { Viewer } from '../shared/viewer/viewer.js';
import type { BenchOptions } from './bench.js';

/** A store of the bench's own, in which exchanges are opened one after the other. */
export interface BenchStore {
  readonly folder: string;
  open(clock?: Clock): Promise<Exchange>;
  /** Drops what was stored. */
  remove(): Promise<void>;
}

export async function openBenchStore({ mongodbUri }: Pick<BenchOptions, 'mongodbUri'>): Promise<BenchStore> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-bench-'));
  const keys = await embeddedKeys(folder);
  const embedded = mongodbUri === null ? await startEmbeddedStore({ folder: join(folder, 'store') }) : null;
  const databasePrefix = `bench_${randomBytes(6).toString('hex')}`;
  const open = (clock: Clock = systemClock): Promise<Exchange> => openExchange({ mongodbUri: mongodbUri ?? embedded?.uri ?? '', databasePrefix, keys, clock });
  return {
    folder,
    open,
    async remove() {
      if (embedded === null) await dropDatabases(await open());
      await embedded?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function dropDatabases(exchange: Exchange): Promise<void> {
  const connections = exchange.subgraphs.map(({ runtime }) => runtime.connection);
  for (const connection of connections) await connection.dropDatabase();
  await exchange.close();
}

/** A gateway over an exchange, the sign-ins of embedded mode, and how often each subgraph was asked. */
export interface BenchGateway {
  readonly gateway: Gateway;
  readonly fetches: Map<string, number>;
  headersOf(signIn: string): Promise<Readonly<Record<string, string>>>;
  viewerOf(signIn: string): Promise<Viewer>;
}

export async function openBenchGateway(exchange: Exchange, folder: string): Promise<BenchGateway> {
  const issuer = await createEmbeddedIssuer({ folder, signIns: READY_SIGN_INS, clock: systemClock });
  const authenticate = authenticateWith({ issuers: [issuer.trusted], cap: capByRegister(exchange.directory), clock: systemClock });
  const fetches = new Map<string, number>();
  const quiet = (): void => undefined;
  const gateway = await createGateway({
    supergraphSdl: await readFile('schema/supergraph.graphql', 'utf8'),
    transports: exchange.subgraphs.map(({ local }) => counted(localTransport(local), fetches)),
    authenticate,
    dashboardFolder: null,
    embedded: null,
    logger: { info: quiet, warn: quiet, error: (message, details) => { process.stderr.write(`${message} ${JSON.stringify(details)}\n`); } },
  });
  const headersOf = async (signIn: string): Promise<Record<string, string>> => ({
    authorization: `Bearer ${await issuer.tokenFor(signIn)}`,
    'content-type': 'application/json',
    'tessera-purpose': 'SUPPORT_INVESTIGATION',
    'tessera-case': 'BENCH-1',
  });
  return { gateway, fetches, headersOf, viewerOf: async (signIn) => authenticate(await headersOf(signIn)) };
}

function counted(transport: SubgraphTransport, fetches: Map<string, number>): SubgraphTransport {
  return {
    ...transport,
    execute(request, context) {
      fetches.set(transport.name, (fetches.get(transport.name) ?? 0) + 1);
      return transport.execute(request, context);
    },
  };
}
