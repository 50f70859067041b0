import { isLoopbackHostHeader } from './loopback.js';
import type { HttpRequest, Route } from '../../shared/http/http-request.js';
import { healthy, methodNotAllowed, misdirected, notFound } from './plain-responses.js';

export interface Routes {
  readonly graphql: Route;
  readonly graphiql: Route | null;
  readonly dashboard: Route | null;
  /** Whether requests for other hosts than this machine are refused. */
  readonly loopbackOnly: boolean;
}

export function routeRequests({ graphql, graphiql, dashboard, loopbackOnly }: Routes): Route {
  return (request: HttpRequest) => {
    if (loopbackOnly && !isLoopbackHostHeader(request.headers.host)) return misdirected();
    switch (request.path) {
      case '/graphql':
        return graphql(request);
      case '/graphiql':
        return graphiql === null ? notFound() : graphiql(request);
      case '/health':
        return request.method === 'GET' || request.method === 'HEAD' ? healthy() : methodNotAllowed('GET, HEAD');
      default:
        return dashboard === null ? notFound() : dashboard(request);
    }
  };
}
