import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request of which a process has the head and not yet the body. */
export interface RequestInFlight {
  finish(): Promise<{ readonly status: number; readonly text: string }>;
}

/** Resolves once the process has taken the request up: it says so by asking for the body. */
export async function beginRequest(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<RequestInFlight> {
  const sent = request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers, 'content-length': Buffer.byteLength(body), expect: '100-continue' },
  });
  sent.flushHeaders();
  await once(sent, 'continue');
  return {
    finish: () =>
      new Promise((resolve, reject) => {
        sent.once('error', reject);
        sent.once('response', (response) => {
          text(response).then((answered) => { resolve({ status: response.statusCode ?? 0, text: answered }); }, reject);
        });
        sent.end(body);
      }),
  };
}
