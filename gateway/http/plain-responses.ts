import type { GatewayResponse } from './gateway-request.js';
import { PAGE_HEADERS } from './security-headers.js';

function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): GatewayResponse {
  return {
    status,
    headers: { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: text,
  };
}

export const healthy = (): GatewayResponse => plain(200, 'ok\n');
export const notFound = (): GatewayResponse => plain(404, 'Not found.\n');
export const failed = (): GatewayResponse => plain(500, 'Something failed on our side.\n');
export const methodNotAllowed = (allow: string): GatewayResponse => plain(405, 'Method not allowed.\n', { allow });
export const misdirected = (): GatewayResponse => plain(421, 'This address does not answer for that host.\n');
