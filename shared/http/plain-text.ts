import type { HttpResponse } from './http-request.js';

/** A sentence for whoever reads it in a terminal. Its type is said, so that no browser takes it for a page. */
export function plainText(status: number, text: string, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return {
    status,
    headers: {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
    body: `${text}\n`,
  };
}
