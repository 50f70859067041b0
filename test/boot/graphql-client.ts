import { once } from 'node:events';
import { request, type ClientRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Tessera } from './tessera-process.js';

const HEADERS = { 'content-type': 'application/json', 'tessera-purpose': 'SUPPORT_INVESTIGATION', 'tessera-case': 'CASE-1' };

/** Asks a running Tessera, as curl would. */
export async function ask({ address }: Tessera, token: string, query: string, variables: object = {}): Promise<unknown> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { ...HEADERS, authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** A request of which the program has the head and not yet the body. */
export interface RequestInFlight {
  finish(): Promise<{ readonly status: number; readonly answer: unknown }>;
}

/** Resolves once the program has taken the request up: it says so by asking for the body. */
export async function beginRequest({ address }: Tessera, token: string, query: string, variables: object): Promise<RequestInFlight> {
  const body = JSON.stringify({ query, variables });
  const headers = { ...HEADERS, authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body), expect: '100-continue' };
  const sent: ClientRequest = request(`${address}/graphql`, { method: 'POST', headers });
  sent.flushHeaders();
  await once(sent, 'continue');
  return {
    finish: () =>
      new Promise((resolve, reject) => {
        sent.once('error', reject);
        sent.once('response', (response) => {
          text(response).then((answer) => { resolve({ status: response.statusCode ?? 0, answer: JSON.parse(answer) as unknown }); }, reject);
        });
        sent.end(body);
      }),
  };
}

/** Resolves once the program takes no new connection any more. */
export async function refusesConnections({ address }: Tessera): Promise<void> {
  while (await fetch(`${address}/health`, { headers: { connection: 'close' } }).then(() => true, () => false));
}
