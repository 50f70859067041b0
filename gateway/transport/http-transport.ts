import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { Pool, type Dispatcher } from 'undici';
import type { Clock } from '../../shared/clock/clock.js';
import { REQUEST_ID_HEADER } from '../../shared/http/node-host.js';
import type { RequestKeys } from '../../shared/request-token/request-token.js';
import { signForwardedViewer } from '../../shared/viewer/forwarded-viewer.js';
import { FORWARDED_VIEWER_HEADER } from '../../shared/viewer/verify-forwarded-viewer.js';
import type { SubgraphTransport } from './subgraph-transport.js';

export interface HttpTransportOptions {
  readonly name: string;
  readonly url: URL;
  readonly keys: RequestKeys;
  readonly clock: Clock;
  readonly connections?: number;
  /** How long a subgraph may be silent about a query. */
  readonly queryMilliseconds?: number;
  /** How long about a mutation, whose outcome is not known when nobody waits for it any more. */
  readonly mutationMilliseconds?: number;
}

const CONNECTIONS = 64;
const CONNECT_MILLISECONDS = 2_000;
const QUERY_MILLISECONDS = 10_000;
const MUTATION_MILLISECONDS = 25_000;
const KEEP_ALIVE_MILLISECONDS = 60_000;

/** A subgraph in another process. Every request carries the Viewer, signed for that subgraph and that body. */
export function httpTransport(options: HttpTransportOptions): SubgraphTransport {
  const { name, url, keys, clock, queryMilliseconds = QUERY_MILLISECONDS, mutationMilliseconds = MUTATION_MILLISECONDS } = options;
  const pool = new Pool(url.origin, {
    connections: options.connections ?? CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
    connectTimeout: CONNECT_MILLISECONDS,
  });

  return {
    name,
    async execute({ query, operationName, variables, repeatable = false }, { viewer, signal, requestId }) {
      const patience = repeatable ? queryMilliseconds : mutationMilliseconds;
      const body = JSON.stringify({ query, operationName: operationName ?? undefined, variables });
      const token = signForwardedViewer(viewer, keys.current, { audience: name, body, now: clock.now().getTime() });
      const response = await pool.request({
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          [FORWARDED_VIEWER_HEADER]: token,
          ...(requestId !== undefined && { [REQUEST_ID_HEADER]: requestId }),
        },
        body,
        headersTimeout: patience,
        bodyTimeout: patience,
        ...(signal && { signal }),
      });
      return await resultOf(response);
    },
    close: () => pool.close(),
  };
}

/** 400 carries GraphQL errors too. Any other status speaks of the connection between us, not to the caller. */
async function resultOf({ statusCode, body }: Dispatcher.ResponseData): Promise<ExecutionResult> {
  if (statusCode !== 200 && statusCode !== 400) {
    await body.dump();
    throw new Error(`The subgraph answered with HTTP status ${String(statusCode)}.`);
  }
  const result: unknown = await body.json();
  if (!isResult(result)) throw new Error('The subgraph answered with something that is no GraphQL result.');
  const { data, errors = [] } = result;
  return {
    ...(data !== undefined && { data }),
    ...(errors.length > 0 && { errors: errors.map(toGraphqlError) }),
  };
}

interface WireResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

function isResult(value: unknown): value is WireResult {
  if (typeof value !== 'object' || value === null || !('data' in value || 'errors' in value)) return false;
  const { data, errors } = value as Record<string, unknown>;
  return typeof (data ?? {}) === 'object' && !Array.isArray(data) && (errors === undefined || isErrorList(errors));
}

function isErrorList(value: unknown): value is readonly GraphQLFormattedError[] {
  return Array.isArray(value) && value.every((error: unknown) => typeof error === 'object' && error !== null && 'message' in error);
}

function toGraphqlError({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { ...(path && { path }), ...(extensions && { extensions }) });
}
