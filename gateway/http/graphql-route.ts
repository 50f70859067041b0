import { HeaderMap, type ApolloServer } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GatewayOptions } from '../gateway-options.js';
import type { AdmitQuery } from '../limits/admit-query.js';
import type { Limits } from '../limits/limits.js';
import type { MaskError } from '../mask-errors.js';
import { Refusal } from '../refusal.js';
import type { RequestContext } from '../transport/subgraph-transport.js';
import type { HttpRequest, HttpResponse, Route } from '../../shared/http/http-request.js';
import { BodyTooLargeError, readBody } from '../../shared/http/read-body.js';

export interface GraphqlRouteOptions {
  readonly server: ApolloServer<RequestContext>;
  readonly authenticate: GatewayOptions['authenticate'];
  readonly admit: AdmitQuery;
  readonly limits: Limits;
  readonly maskError: MaskError;
}

/** The same for every viewer and every answer. */
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** POST /graphql, and nothing else: a GET could be made by an image on any page, and its address is logged everywhere. */
export function graphqlRoute({ server, authenticate, admit, limits, maskError }: GraphqlRouteOptions): Route {
  const answer = async (request: HttpRequest): Promise<HttpResponse> => {
    if (request.method !== 'POST') {
      throw new Refusal('BAD_USER_INPUT', 'Queries are sent with POST.', { status: 405, headers: { allow: 'POST' } });
    }
    if (!isJson(request)) {
      throw new Refusal('BAD_USER_INPUT', 'Queries are sent as application/json.', { status: 415 });
    }
    const viewer = await authenticate(request.headers);
    const body = parseBody((await readBody(request, limits.bodyBytes)).toString('utf8'));
    const { status, headers, body: answered } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method, headers: headerMap(request), search: '', body },
      context: () => {
        if (typeof body['query'] === 'string') admit(body['query']);
        return Promise.resolve({ viewer, signal: AbortSignal.timeout(limits.requestMilliseconds), ...(request.id !== undefined && { requestId: request.id }) });
      },
    });
    if (answered.kind !== 'complete') throw new TypeError('The gateway does not answer in parts.');
    return { status: status ?? 200, headers: { ...Object.fromEntries(headers), ...HEADERS }, body: answered.string };
  };

  const refuse = (fault: unknown): HttpResponse => {
    const error = fault instanceof BodyTooLargeError ? tooLarge(fault) : fault;
    const refused = toGraphqlError(error);
    const { status, headers } = error instanceof Refusal ? error : { status: statusOf(refused), headers: {} };
    return {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers, ...HEADERS },
      body: JSON.stringify({ errors: [maskError(refused.toJSON(), error)] }),
    };
  };

  return (request) => answer(request).catch(refuse);
}

/**
 * A form on another site can send anything but this type without asking us first. ApolloServer's own prevention stands
 * behind this; it lets types pass that it cannot read.
 */
function isJson({ headers }: HttpRequest): boolean {
  return /^application\/json *(?:;|$)/i.test(headers['content-type'] ?? '');
}

/** Of coded errors that know nothing of HTTP, such as the register's when it is too old to decide by. */
const STATUSES: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400, UNAVAILABLE: 503 };

function statusOf({ extensions }: GraphQLError): number {
  return STATUSES[String(extensions['code'])] ?? 500;
}

function toGraphqlError(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError('Fault');
}

function tooLarge({ message }: BodyTooLargeError): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { status: 413, headers: { connection: 'close' } });
}

function parseBody(text: string): Record<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal('BAD_USER_INPUT', 'The body is not JSON.', { status: 400 });
  }
  // A batch would multiply every limit by its length.
  if (Array.isArray(body)) throw new Refusal('BAD_USER_INPUT', 'Batches are refused: send one operation at a time.', { status: 400 });
  if (!isRecord(body)) throw new Refusal('BAD_USER_INPUT', 'The body must be a JSON object.', { status: 400 });
  return body;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function headerMap({ headers }: HttpRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
