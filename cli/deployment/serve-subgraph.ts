import { randomBytes } from 'node:crypto';
import { systemClock } from '../../shared/clock/clock.js';
import { Directory, DIRECTORY_LIFETIME_MILLISECONDS, DirectoryStaleError } from '../../shared/directory/directory.js';
import type { DirectoryFeed, DirectoryState, OperationFeed, OrganisationFeed } from '../../shared/directory/directory-feed.js';
import { FEED_PATH } from '../../shared/directory/feed-exchange.js';
import { operationHttpFeed, organisationHttpFeed, type HttpFeedOptions } from '../../shared/directory/http-feed.js';
import { ed25519Signer } from '../../shared/journal/receipt-signer.js';
import { createSubgraphServer, GRAPHQL_PATH } from '../../shared/subgraph-server/subgraph-server.js';
import type { Platform, RunningSubgraph } from '../../shared/subgraph-server/subgraph-runtime.js';
import { createAgenciesSubgraph } from '../../subgraphs/agencies/create-agencies-subgraph.js';
import { createArrestsSubgraph } from '../../subgraphs/arrests/create-arrests-subgraph.js';
import { createAssetsSubgraph } from '../../subgraphs/assets/create-assets-subgraph.js';
import { createOperationsSubgraph } from '../../subgraphs/operations/create-operations-subgraph.js';
import { createVirtualAssetsSubgraph } from '../../subgraphs/virtual-assets/create-virtual-assets-subgraph.js';
import { openProcessFrame } from './process-frame.js';
import type { SubgraphConfig } from './subgraph-config.js';
import type { SubgraphName } from './subgraph-names.js';

type OpenedSubgraph = RunningSubgraph & { readonly feed?: OrganisationFeed | OperationFeed };

const CREATE: Readonly<Record<SubgraphName, (platform: Platform) => Promise<OpenedSubgraph>>> = {
  agencies: createAgenciesSubgraph,
  operations: createOperationsSubgraph,
  arrests: createArrestsSubgraph,
  assets: createAssetsSubgraph,
  'virtual-assets': createVirtualAssetsSubgraph,
};

/** How long requests in flight may take once the process was told to stop. */
const DRAIN_MILLISECONDS = 20_000;

/** One subgraph as a process. When this resolves it listens; it is ready as soon as its directory is. */
export async function serveSubgraph(config: SubgraphConfig): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { name, listen, keys, feedKeys, forwardingKeys } = config;
  const frame = await openProcessFrame(name, [GRAPHQL_PATH, FEED_PATH], config);
  const clock = systemClock;
  try {
    const held: { subgraph: OpenedSubgraph | null; directory: Directory | null } = { subgraph: null, directory: null };
    const subgraph = await CREATE[name]({
      mongodbUri: config.mongodbUri,
      databasePrefix: config.databasePrefix,
      clock,
      entropy: randomBytes,
      idKey: keys.idKey,
      signer: ed25519Signer(keys.signingKey),
      directory: () => {
        // A release that another process took back is known from the journal: too far behind it, nothing is decided.
        if (held.directory === null || !isCaughtUp(held.subgraph)) throw new DirectoryStaleError();
        return held.directory.current();
      },
      refreshDirectory: async () => held.directory?.refresh(),
      onFault: frame.onFault,
    });
    frame.closing(() => subgraph.close());
    held.subgraph = subgraph;

    const directory = new Directory({ clock, ...feedsOf(config, subgraph, (close) => { frame.closing(close); }) });
    held.directory = directory;
    directory.follow();
    frame.closing(async () => { directory.stop(); });

    const server = createSubgraphServer({
      subgraph: subgraph.local,
      forwardingKeys,
      feed: subgraph.feed === undefined ? null : { read: currentStateOf(subgraph, subgraph.feed), keys: feedKeys },
      clock,
      drainMilliseconds: DRAIN_MILLISECONDS,
      onFault: frame.onFault,
      onRefusedToken: frame.onRefusedToken,
      observe: frame.observe,
    });
    frame.closing(() => server.stop());
    const { url } = await server.listen(listen.port, listen.host);

    frame.metrics.gauge('tessera_directory_age_seconds', 'Age of the register and the operations that this process decides by.', () => seconds(directory.ageMilliseconds));
    frame.metrics.gauge('tessera_journal_lag_seconds', 'Since when this process knows what others have written.', () => seconds(subgraph.runtime.journal.lagMilliseconds));
    frame.ready([
      { name: 'store', holds: () => answers(subgraph) },
      { name: 'directory', holds: () => isFresh(directory) },
      { name: 'journal', holds: () => isCaughtUp(subgraph) },
    ]);
    frame.log.info('Listening.', { address: url });
    return { url, stop: () => frame.stop() };
  } catch (fault) {
    await frame.stop().catch(() => undefined);
    throw fault;
  }
}

/** Its own feed from its own memory, the other over HTTP. */
function feedsOf({ name, publishers, feedKeys }: SubgraphConfig, subgraph: OpenedSubgraph, closing: (close: () => Promise<void>) => void): { organisations: OrganisationFeed; operations: OperationFeed } {
  const over = <Feed extends { close(): Promise<void> }>(publisher: SubgraphName, open: (options: HttpFeedOptions) => Feed): Feed => {
    const url = publishers.get(publisher);
    if (url === undefined) throw new Error(`Nobody said where ${publisher} listens.`);
    const feed = open({ publisher, url, reader: name, keys: feedKeys, clock: systemClock });
    closing(() => feed.close());
    return feed;
  };
  return {
    organisations: name === 'agencies' ? (subgraph.feed as OrganisationFeed) : over('agencies', organisationHttpFeed),
    operations: name === 'operations' ? (subgraph.feed as OperationFeed) : over('operations', operationHttpFeed),
  };
}

/** What every process has acknowledged before this call, with the time since then as its age. */
function currentStateOf({ runtime }: OpenedSubgraph, feed: DirectoryFeed<unknown>): () => Promise<DirectoryState<unknown>> {
  return async () => {
    await runtime.journal.catchUp();
    const ageMilliseconds = runtime.journal.lagMilliseconds;
    if (ageMilliseconds === null) throw new DirectoryStaleError();
    return { ...(await feed.read()), ageMilliseconds };
  };
}

function isCaughtUp(subgraph: OpenedSubgraph | null): boolean {
  const lag = subgraph?.runtime.journal.lagMilliseconds ?? null;
  return lag !== null && lag <= DIRECTORY_LIFETIME_MILLISECONDS;
}

function isFresh(directory: Directory): boolean {
  const age = directory.ageMilliseconds;
  return age !== null && age <= DIRECTORY_LIFETIME_MILLISECONDS;
}

async function answers({ runtime }: OpenedSubgraph): Promise<boolean> {
  const answer = await runtime.connection.db?.admin().command({ ping: 1 });
  return answer?.['ok'] === 1;
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1_000;
}
