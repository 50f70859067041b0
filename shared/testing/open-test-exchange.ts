import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { openExchange, type Exchange } from '../../cli/open-exchange.js';
import { createGateway, type Gateway } from '../../gateway/create-gateway.js';
import { Refusal } from '../../gateway/refusal.js';
import { localTransport } from '../../gateway/transport/local-transport.js';
import type { AgencyEntry } from '../../subgraphs/agencies/agency/agency.service.js';
import { ManualClock } from '../clock/manual-clock.js';
import type { DeploymentKeys } from '../deployment/embedded-keys.js';
import { serviceViewer } from '../viewer/service-viewers.js';
import type { Viewer } from '../viewer/viewer.js';
import { SeededEntropy } from './seeded-entropy.js';
import type { TestStore } from './start-store.js';

/** All subgraphs and the gateway in this process, with a clock and an entropy that only the test moves. */
export interface TestExchange {
  readonly exchange: Exchange;
  readonly gateway: Gateway;
  readonly clock: ManualClock;
  readonly entropy: SeededEntropy;
  /** What the gateway wrote down of faults and of parts that were unavailable. */
  readonly log: readonly LoggedFault[];
  /** The header by which the gateway knows this viewer again. */
  authorisationOf(viewer: Viewer): string;
  /** Enters organisations into the register, kept by INTERPOL. */
  register(...entries: readonly AgencyEntry[]): Promise<void>;
  /** Moves the clock and reads the directory again, which would be too old to decide by otherwise. */
  moveClock(milliseconds: number): Promise<void>;
  /** Drops what was stored and closes everything. The store itself goes on. */
  close(): Promise<void>;
}

export interface LoggedFault {
  readonly message: string;
  readonly details: unknown;
}

export interface TestExchangeOptions {
  readonly store: Pick<TestStore, 'uri' | 'databasePrefix'>;
  /** When the clock stands at first. */
  readonly at?: string;
  /** Exchanges with the same keys give the same ids to the same references. */
  readonly keys?: DeploymentKeys;
}

const KEEPER = 'interpol';
const SUPERGRAPH = new URL('../../schema/supergraph.graphql', import.meta.url);

/** An Ed25519 key of 32 equal bytes, so that receipts of two exchanges can be compared. */
export const TEST_KEYS: DeploymentKeys = {
  idKey: Buffer.alloc(32, 7),
  signingKey: createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 9)]),
    format: 'der',
    type: 'pkcs8',
  }),
};

export async function openTestExchange({ store, at = '2026-05-04T09:00:00Z', keys = TEST_KEYS }: TestExchangeOptions): Promise<TestExchange> {
  const clock = new ManualClock(at);
  const entropy = new SeededEntropy();
  const exchange = await openExchange({ mongodbUri: store.uri, databasePrefix: store.databasePrefix, keys, clock, entropyOf: entropy.of });
  const { subgraphs } = exchange;
  const log: LoggedFault[] = [];
  const note = (message: string, details?: unknown): void => { log.push({ message, details }); };
  const viewers = new Map<string, Viewer>();
  const gateway = await createGateway({
    supergraphSdl: await readFile(SUPERGRAPH, 'utf8'),
    transports: subgraphs.map(({ local }) => localTransport(local)),
    authenticate: ({ authorization }) => {
      const viewer = viewers.get(authorization ?? '');
      return viewer === undefined ? Promise.reject(new Refusal('UNAUTHENTICATED', 'Sign in first.', { status: 401 })) : Promise.resolve(viewer);
    },
    dashboardFolder: null,
    embedded: null,
    logger: { info: () => undefined, warn: note, error: note },
    createReference: () => 'reference',
  });
  return {
    exchange, gateway, clock, entropy, log,
    authorisationOf(viewer) {
      const authorisation = `Test ${JSON.stringify(viewer)}`;
      viewers.set(authorisation, viewer);
      return authorisation;
    },
    async register(...entries) {
      const keeper = serviceViewer('register-keeper', KEEPER);
      for (const entry of entries) {
        const outcome = await exchange.agencies.service.register(keeper, entry);
        if ('refused' in outcome) throw new Error(`The register refused ${entry.code}: ${JSON.stringify(outcome.refused)}`);
      }
      await exchange.directory.refresh();
    },
    async moveClock(milliseconds) {
      clock.advance(milliseconds);
      await exchange.directory.refresh();
    },
    async close() {
      await gateway.stop();
      for (const { runtime } of subgraphs) await runtime.connection.dropDatabase();
      await exchange.close();
    },
  };
}
