import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { answerText } from './execute/answer-text.js';
import { Executor } from './execute/executor.js';
import { planWithPlanner } from './execute/plan-with-planner.js';
import { readSupergraph } from './execute/supergraph.js';
import type { GatewayOptions } from './gateway-options.js';
import { dashboardRoute } from './http/dashboard-route.js';
import type { HttpRequest, HttpResponse } from '../shared/http/http-request.js';
import { graphiqlRoute } from './http/graphiql-route.js';
import { graphqlRoute } from './http/graphql-route.js';
import { isLoopback } from './http/loopback.js';
import { nodeHost } from '../shared/http/node-host.js';
import { routeRequests } from './http/route-requests.js';
import { admitQueries } from './limits/admit-query.js';
import { checkInputSize } from './limits/input-size.js';
import { DEFAULT_LIMITS, type Limits } from './limits/limits.js';
import { checkCost } from './limits/static-cost.js';
import { maskErrors } from './mask-errors.js';
import { supergraphGateway } from './supergraph-gateway.js';
import type { RequestContext } from './transport/subgraph-transport.js';

export interface Gateway {
  listen(port: number, host: string): Promise<{ url: string }>;
  /** The same path as HTTP, without a socket: for tests and callers in this process. */
  executeHttp(request: HttpRequest): Promise<HttpResponse>;
  /** Finishes requests in flight, closes connections and transports. */
  stop(): Promise<void>;
}

export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraphSdl, transports, authenticate, dashboardFolder, embedded, logger } = options;
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };

  const planner = planWithPlanner(supergraphSdl, {
    timeoutMilliseconds: limits.planMilliseconds,
    activeLabels: options.overrideLabels ?? new Set(),
    draw: options.draw ?? Math.random,
  });
  const supergraph = readSupergraph(supergraphSdl, planner.consumerSdl);
  const [inputSize, cost] = [checkInputSize(limits), checkCost(supergraph.apiSchema, limits)];
  const executor = new Executor({
    supergraph,
    planner,
    transports,
    checkVariables: (...request) => {
      inputSize(...request);
      cost(...request);
    },
  });

  const maskError = maskErrors(logger, options.createReference ?? randomUUID);
  const server = new ApolloServer<RequestContext>({
    gateway: supergraphGateway(supergraph, executor, async () => {
      await Promise.all(transports.map((transport) => transport.close()));
    }),
    formatError: maskError,
    stringifyResult: answerText,
    // Nobody reaches it without a Viewer.
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: { debug: () => undefined, info: () => undefined, warn: (text: string) => { logger.warn('ApolloServer warns.', { text }); }, error: (text: string) => { logger.error('ApolloServer met a fault.', { text }); } },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();

  const route = routeRequests({
    graphql: graphqlRoute({ server, authenticate, limits, maskError, admit: admitQueries(supergraph.apiSchema, limits) }),
    graphiql: embedded === null ? null : graphiqlRoute(embedded),
    dashboard: dashboardFolder === null ? null : await dashboardRoute(dashboardFolder, embedded),
    loopbackOnly: embedded !== null,
  });
  const host = nodeHost({
    route,
    drainMilliseconds: limits.drainMilliseconds,
    onFault: (cause) => { logger.error('A request failed outside GraphQL.', { cause }); },
    observe: options.observe,
  });

  return {
    async listen(port, hostName) {
      if (embedded !== null && !isLoopback(hostName)) {
        throw new Error('Ready sign-ins are for this machine alone: embedded mode listens on a loopback address only.');
      }
      return await host.listen(port, hostName);
    },
    executeHttp: async (request) => await route(request),
    async stop() {
      await host.stop();
      await server.stop();
    },
  };
}
