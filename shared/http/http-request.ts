import type { IncomingHttpHeaders } from 'node:http';

/** An HTTP request without its socket: routes are called with this by the host and by tests alike. */
export interface HttpRequest {
  /** Ties the lines of our logs together. Never shown to who asks. */
  readonly id?: string;
  readonly method: string;
  /** Path without the query string, as it stands in the request line. */
  readonly path: string;
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type Route = (request: HttpRequest) => Promise<HttpResponse> | HttpResponse;
