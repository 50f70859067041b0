import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Route } from './http-request.js';
import { PortTakenError } from './port-taken-error.js';
import { plainText } from './plain-text.js';

export interface NodeHost {
  listen(port: number, host: string): Promise<{ url: string }>;
  /** Takes no new request, waits for those in flight, closes every connection. */
  stop(): Promise<void>;
}

/** What may be written down of a request: nothing of what was asked, and nobody who asked. */
export interface AnsweredRequest {
  readonly id: string;
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
}

export interface NodeHostOptions {
  readonly route: Route;
  readonly drainMilliseconds: number;
  /** Told of routes that threw. */
  readonly onFault: (fault: unknown) => void;
  readonly observe?: ((answered: AnsweredRequest) => void) | undefined;
  /** Whether the id that the request brings is kept. Never where strangers ask. */
  readonly keepRequestId?: boolean;
}

/** In which our own processes tell each other which request of a caller they work for. */
export const REQUEST_ID_HEADER = 'tessera-request';

const HEADERS_TIMEOUT_MILLISECONDS = 10_000;
const REQUEST_TIMEOUT_MILLISECONDS = 30_000;
/** Longer than whoever stands before us keeps one: a connection is given up by its sender, so that none is sent into in vain. */
const KEEP_ALIVE_MILLISECONDS = 65_000;

export function nodeHost({ route, drainMilliseconds, onFault, observe, keepRequestId = false }: NodeHostOptions): NodeHost {
  let stopping = false;

  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const began = performance.now();
    const { method = 'GET', headers } = message;
    const id = (keepRequestId ? idIn(headers) : null) ?? randomUUID();
    // Whoever stops reading in the middle still wants to answer, so the connection must outlive the reading.
    const { path, search } = splitTarget(message.url ?? '/');
    const answered = await Promise.resolve()
      .then(() => route({ id, method, path, search, headers, body: message.iterator({ destroyOnReturn: false }) }))
      .catch((error: unknown) => {
        onFault(error);
        return plainText(500, 'Something failed on our side.');
      });
    const body = Buffer.from(answered.body);
    response.writeHead(answered.status, {
      ...answered.headers,
      'content-length': body.byteLength,
      // A kept connection would hold a stopping server open.
      ...(stopping && { connection: 'close' }),
    });
    response.end(method === 'HEAD' ? undefined : body);
    observe?.({ id, path, status: answered.status, milliseconds: performance.now() - began });
  };

  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MILLISECONDS, headersTimeout: HEADERS_TIMEOUT_MILLISECONDS, keepAliveTimeout: KEEP_ALIVE_MILLISECONDS }, (message, response) => {
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

/** Anything but an id of our own making would be somebody's text in our log. */
function idIn(headers: IncomingHttpHeaders): string | null {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(given) ? given : null;
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port.');
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(address.port)}`;
}

function isAddressInUse(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
}
