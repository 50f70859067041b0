import { GraphQLError, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import { z } from 'zod';
import type { Clock } from '../clock/clock.js';
import { ERROR_CODES } from '../errors/coded-error.js';
import type { HttpResponse, Route } from '../http/http-request.js';
import { plainText } from '../http/plain-text.js';
import { BodyTooLargeError, readBody } from '../http/read-body.js';
import { RequestTokenError, type RequestTokenFault } from '../request-token/request-token-error.js';
import type { RequestKeys } from '../request-token/request-token.js';
import type { SpentTokens } from '../request-token/spent-tokens.js';
import { FORWARDED_VIEWER_HEADER, verifyForwardedViewer } from '../viewer/verify-forwarded-viewer.js';
import type { LocalSubgraph } from './local-subgraph.js';
import { SubgraphExecutor } from './subgraph-executor.js';

export interface SubgraphRouteOptions {
  readonly subgraph: LocalSubgraph;
  /** Shared with the gateway alone. */
  readonly keys: RequestKeys;
  readonly clock: Clock;
  readonly spent: SpentTokens;
  /** Told of faults whose words may not leave this process. */
  readonly onFault: (fault: unknown) => void;
  /** Told of requests whose token does not hold: somebody may be trying. */
  readonly onRefusedToken?: (fault: RequestTokenFault) => void;
}

/** The lists of keys of the longest answers that the gateway's limits allow have room in it. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

const bodySchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * POST /graphql of a subgraph. Nobody is answered but the gateway, which says in the token for whom it asks; schema
 * and `_service` are answers like any other. Whoever is refused does not learn why.
 */
export function subgraphRoute({ subgraph, keys, clock, spent, onFault, onRefusedToken }: SubgraphRouteOptions): Route {
  const executor = new SubgraphExecutor(subgraph, (query) => validDocument(subgraph, query));

  return async (request) => {
    if (request.method !== 'POST') return plainText(405, 'Method not allowed.', { allow: 'POST' });
    try {
      const body = await readBody(request, MAX_BODY_BYTES);
      const viewer = verifyForwardedViewer(tokenIn(request.headers[FORWARDED_VIEWER_HEADER]), keys, {
        audience: subgraph.name,
        body,
        now: clock.now().getTime(),
      }, spent);
      const { query, operationName, variables } = parseBody(body);
      const result = await executor.execute({ query, operationName: operationName ?? null, variables: variables ?? undefined }, viewer);
      return answer(result, onFault);
    } catch (fault) {
      if (fault instanceof RequestTokenError) {
        onRefusedToken?.(fault.fault);
        return fault.fault === 'TOO_MANY' ? plainText(503, 'Try again.') : plainText(401, 'Refused.');
      }
      if (fault instanceof BodyTooLargeError) return plainText(413, fault.message, { connection: 'close' });
      // A fault of the context, such as a directory that is too old, is an answer without data.
      return answer({ errors: [fault instanceof GraphQLError ? fault : new GraphQLError('Fault', { originalError: asError(fault) })] }, onFault);
    }
  };
}

function tokenIn(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}

function parseBody(body: Buffer): z.infer<typeof bodySchema> {
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!parsed.success) throw new GraphQLError('The body is no GraphQL request.', { extensions: { code: 'BAD_USER_INPUT' } });
  return parsed.data;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function validDocument({ schema }: LocalSubgraph, query: string): DocumentNode {
  const document = parsed(query);
  const [first] = validate(schema, document);
  if (first !== undefined) throw new GraphQLError(first.message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
  return document;
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { noLocation: true });
  } catch {
    throw new GraphQLError('The query cannot be parsed.', { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}

/** What was not written for callers stays here: the message of a fault may quote a record. */
function answer({ data, errors }: ExecutionResult, onFault: (fault: unknown) => void): HttpResponse {
  const told = errors?.map((error) => {
    const { message, path, originalError } = error;
    const code = codeForCallers(error);
    if (code === null) onFault(originalError ?? error);
    return { message: code === null ? 'A fault in the subgraph.' : message, ...(path && { path }), extensions: { code: code ?? 'INTERNAL' } };
  });
  return {
    status: data === undefined ? 400 : 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify({ ...(data !== undefined && { data }), ...(told !== undefined && told.length > 0 && { errors: told }) }),
  };
}

/** graphql-jit's errors are like those of graphql-js, but for `extensions`, which may be missing. */
function codeForCallers({ extensions }: { readonly extensions?: GraphQLError['extensions'] }): string | null {
  const code = extensions?.['code'];
  if (typeof code !== 'string' || code === 'INTERNAL') return null;
  return code.startsWith('GRAPHQL_') || ERROR_CODES.some((known) => known === code) ? code : null;
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error('Something was thrown that is no error.', { cause: fault });
}
