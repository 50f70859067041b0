import { createGateway, type Gateway } from '../create-gateway.js';
import type { Logger } from '../../shared/logging/logger.js';
import type { GatewayOptions } from '../gateway-options.js';
import { Refusal } from '../refusal.js';
import { localTransport } from '../transport/local-transport.js';
import { composeSupergraph, type SubgraphFixture } from './compose-supergraph.js';
import { frozenTransport } from './frozen-transport.js';
import { testViewer } from './test-viewer.js';

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly details: unknown;
}

export function recordingLogger(entries: LogEntry[]): Logger {
  const record = (level: LogEntry['level']) => (message: string, details?: unknown): void => {
    entries.push({ level, message, details });
  };
  return { info: record('info'), warn: record('warn'), error: record('error') };
}

/** A gateway over fixtures in the same process. "Bearer good" is somebody, everything else nobody. */
export async function testGateway(
  fixtures: readonly SubgraphFixture[],
  options: Partial<GatewayOptions> = {},
): Promise<Gateway> {
  const { sdl, subgraphs } = composeSupergraph(fixtures);
  return await createGateway({
    supergraphSdl: sdl,
    transports: subgraphs.map((subgraph) => frozenTransport(localTransport(subgraph))),
    authenticate: ({ authorization }) =>
      authorization === 'Bearer good'
        ? Promise.resolve(testViewer())
        : Promise.reject(new Refusal('UNAUTHENTICATED', 'Sign in first.', { status: 401 })),
    dashboardFolder: null,
    embedded: null,
    logger: recordingLogger([]),
    ...options,
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: { data?: unknown; errors?: readonly { message: string; path?: unknown; extensions?: Record<string, unknown> }[] };
}

export interface Ask {
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly headers?: Record<string, string>;
}

/** Asks over the same path as HTTP, without a socket. */
export async function ask(gateway: Gateway, query: string, { variables, operationName, headers = {} }: Ask = {}): Promise<Answer> {
  return await post(gateway, JSON.stringify({ query, variables, operationName }), headers);
}

export async function post(gateway: Gateway, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await gateway.executeHttp({
    method: 'POST',
    path: '/graphql',
    search: '',
    headers: { authorization: 'Bearer good', 'content-type': 'application/json', ...headers },
    body: [Buffer.from(body)],
  });
  const text = Buffer.from(response.body).toString('utf8');
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) as Answer['json'] };
}
