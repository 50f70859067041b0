import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { GatewayLogger } from '../gateway-options.js';
import type { Route } from './gateway-request.js';
import { failed } from './plain-responses.js';
import { PortTakenError } from './port-taken-error.js';

export interface NodeHost {
  listen(port: number, host: string): Promise<{ url: string }>;
  /** Takes no new request, waits for those in flight, closes every connection. */
  stop(): Promise<void>;
}

const HEADERS_TIMEOUT_MILLISECONDS = 10_000;
const REQUEST_TIMEOUT_MILLISECONDS = 30_000;

export function nodeHost(route: Route, drainMilliseconds: number, logger: GatewayLogger): NodeHost {
  let stopping = false;

  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', headers } = message;
    // Whoever stops reading in the middle still wants to answer, so the connection must outlive the reading.
    const { path, search } = splitTarget(message.url ?? '/');
    const answered = await Promise.resolve()
      .then(() => route({ method, path, search, headers, body: message.iterator({ destroyOnReturn: false }) }))
      .catch((error: unknown) => {
        logger.error('A request failed outside GraphQL.', { cause: error });
        return failed();
      });
    const body = Buffer.from(answered.body);
    response.writeHead(answered.status, {
      ...answered.headers,
      'content-length': body.byteLength,
      // A kept connection would hold a stopping server open.
      ...(stopping && { connection: 'close' }),
    });
    response.end(method === 'HEAD' ? undefined : body);
  };

  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MILLISECONDS, headersTimeout: HEADERS_TIMEOUT_MILLISECONDS }, (message, response) => {
    void answer(message, response);
  });

  return {
    async listen(port, host) {
      server.listen(port, host);
      try {
        await once(server, 'listening');
      } catch (error) {
        throw isAddressInUse(error) ? new PortTakenError(port, { cause: error }) : error;
      }
      return { url: urlOf(server, host) };
    },

    async stop() {
      stopping = true;
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const impatience = setTimeout(() => { server.closeAllConnections(); }, drainMilliseconds);
      await closed;
      clearTimeout(impatience);
    },
  };
}

function splitTarget(target: string): { path: string; search: string } {
  const mark = target.indexOf('?');
  return mark === -1 ? { path: target, search: '' } : { path: target.slice(0, mark), search: target.slice(mark) };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port.');
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(address.port)}`;
}

function isAddressInUse(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
}
