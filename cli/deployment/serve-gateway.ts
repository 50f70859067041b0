import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { authenticateWith } from '../../gateway/authenticate.js';
import { createGateway } from '../../gateway/create-gateway.js';
import { DEFAULT_LIMITS } from '../../gateway/limits/limits.js';
import { httpTransport } from '../../gateway/transport/http-transport.js';
import { observeCalls } from '../../gateway/transport/observe-calls.js';
import { repeatQueries } from '../../gateway/transport/repeat-queries.js';
import type { SubgraphTransport } from '../../gateway/transport/subgraph-transport.js';
import { systemClock } from '../../shared/clock/clock.js';
import { Directory, DIRECTORY_LIFETIME_MILLISECONDS } from '../../shared/directory/directory.js';
import { operationHttpFeed, organisationHttpFeed } from '../../shared/directory/http-feed.js';
import { GRAPHQL_PATH } from '../../shared/subgraph-server/subgraph-server.js';
import { capByRegister } from '../cap-by-register.js';
import { PROJECT } from '../project-folder.js';
import type { GatewayConfig } from './gateway-config.js';
import { openProcessFrame, type ProcessFrame } from './process-frame.js';
import type { SubgraphName } from './subgraph-names.js';

/** The gateway as a process. It holds the register to cap what tokens claim; it decides no right to read. */
export async function serveGateway(config: GatewayConfig): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { listen, issuers, feedKeys, subgraphs } = config;
  const frame = await openProcessFrame('gateway', [GRAPHQL_PATH, '/health'], config);
  const clock = systemClock;
  try {
    const feed = (publisher: SubgraphName) => ({ publisher, url: urlOf(config, publisher), reader: 'gateway', keys: feedKeys, clock });
    const [organisations, operations] = [organisationHttpFeed(feed('agencies')), operationHttpFeed(feed('operations'))];
    frame.closing(async () => { await Promise.all([organisations.close(), operations.close()]); });
    const directory = new Directory({ clock, organisations, operations });
    directory.follow();
    frame.closing(async () => { directory.stop(); });

    const gateway = await createGateway({
      supergraphSdl: await readFile(new URL('schema/supergraph.graphql', PROJECT), 'utf8'),
      transports: [...subgraphs].map(([name, { url, keys }]) => transportTo(httpTransport({ name, url: new URL(GRAPHQL_PATH, url), keys, clock }), frame)),
      authenticate: authenticateWith({ issuers, cap: capByRegister(directory), clock }),
      dashboardFolder: fileURLToPath(new URL('dist/dashboard', PROJECT)),
      embedded: null,
      logger: frame.log,
      observe: frame.observe,
      limits: { drainMilliseconds: DEFAULT_LIMITS.requestMilliseconds },
    });
    frame.closing(() => gateway.stop());
    const { url } = await gateway.listen(listen.port, listen.host);

    frame.metrics.gauge('tessera_directory_age_seconds', 'Age of the register and the operations that this process decides by.', () =>
      directory.ageMilliseconds === null ? null : directory.ageMilliseconds / 1_000,
    );
    frame.ready([{ name: 'directory', holds: () => (directory.ageMilliseconds ?? Infinity) <= DIRECTORY_LIFETIME_MILLISECONDS }]);
    frame.log.info('Listening.', { address: url });
    return { url, stop: () => frame.stop() };
  } catch (fault) {
    await frame.stop().catch(() => undefined);
    throw fault;
  }
}

function transportTo(transport: SubgraphTransport, { metrics }: ProcessFrame): SubgraphTransport {
  const repeating = repeatQueries(transport, { onRepeat: (subgraph) => { metrics.repeatedCall(subgraph); } });
  return observeCalls(repeating, (subgraph, outcome, milliseconds) => { metrics.subgraphCall(subgraph, outcome, milliseconds); });
}

function urlOf({ subgraphs }: GatewayConfig, name: SubgraphName): URL {
  const subgraph = subgraphs.get(name);
  if (subgraph === undefined) throw new Error(`Nobody said where ${name} listens.`);
  return subgraph.url;
}
