import type { Clock } from '../clock/clock.js';
import type { DirectoryState } from '../directory/directory-feed.js';
import { FEED_PATH } from '../directory/feed-exchange.js';
import { feedRoute } from '../directory/feed-route.js';
import type { Route } from '../http/http-request.js';
import { nodeHost, type AnsweredRequest, type NodeHost } from '../http/node-host.js';
import { plainText } from '../http/plain-text.js';
import type { RequestTokenFault } from '../request-token/request-token-error.js';
import type { RequestKeys } from '../request-token/request-token.js';
import { SpentTokens } from '../request-token/spent-tokens.js';
import type { LocalSubgraph } from './local-subgraph.js';
import { subgraphRoute } from './subgraph-route.js';

export interface SubgraphServerOptions {
  readonly subgraph: LocalSubgraph;
  /** Shared by the gateway and this subgraph. */
  readonly forwardingKeys: RequestKeys;
  /** What this subgraph publishes for the directory; null for most. */
  readonly feed: { readonly read: () => Promise<DirectoryState<unknown>>; readonly keys: RequestKeys } | null;
  readonly clock: Clock;
  readonly drainMilliseconds: number;
  readonly onFault: (fault: unknown) => void;
  readonly onRefusedToken?: (fault: RequestTokenFault) => void;
  readonly observe?: (answered: AnsweredRequest) => void;
}

export const GRAPHQL_PATH = '/graphql';

/** A subgraph on a socket of its own. `/graphql` answers the gateway, `/directory` our processes, and nothing else answers. */
export function createSubgraphServer(options: SubgraphServerOptions): NodeHost {
  const { subgraph, forwardingKeys, feed, clock, drainMilliseconds, onFault, onRefusedToken, observe } = options;
  const tokens = { clock, spent: new SpentTokens({ since: clock.now().getTime() }), onFault, ...(onRefusedToken && { onRefusedToken }) };
  const graphql = subgraphRoute({ subgraph, keys: forwardingKeys, ...tokens });
  const directory = feed === null ? null : feedRoute({ publisher: subgraph.name, ...feed, ...tokens });
  const route: Route = (request) => {
    switch (request.path) {
      case GRAPHQL_PATH:
        return graphql(request);
      case FEED_PATH:
        return directory === null ? plainText(404, 'Not found.') : directory(request);
      default:
        return plainText(404, 'Not found.');
    }
  };
  return nodeHost({ route, drainMilliseconds, onFault, observe, keepRequestId: true });
}
