import { Refusal } from '../refusal.js';
import type { GatewayRequest } from './gateway-request.js';

/** Stops reading where the limit is passed: a declared length is only a promise. */
export async function readBody({ body, headers }: GatewayRequest, maxBytes: number): Promise<string> {
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(maxBytes: number): Error {
  // What is left of the body is not read, so this connection cannot carry another request.
  return new Refusal('BAD_USER_INPUT', `The body is larger than ${String(maxBytes)} bytes.`, {
    status: 413,
    headers: { connection: 'close' },
  });
}
