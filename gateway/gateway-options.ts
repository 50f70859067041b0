import type { IncomingHttpHeaders } from 'node:http';
import type { AnsweredRequest } from '../shared/http/node-host.js';
import type { Logger } from '../shared/logging/logger.js';
import type { Viewer } from '../shared/viewer/viewer.js';
import type { Limits } from './limits/limits.js';
import type { SubgraphTransport } from './transport/subgraph-transport.js';

/** A sign-in that embedded mode hands to whoever opens the page on this machine. */
export interface ReadySignIn {
  readonly name: string;
  readonly displayName: string;
  readonly organisation: string;
  readonly token: string;
}

export interface Embedded {
  /** A function where tokens must be fresh at every load of the page. */
  readonly signIns: readonly ReadySignIn[] | (() => Promise<readonly ReadySignIn[]>);
  /** What whoever opens the page must know of the data behind it; null for nothing. Asked at every load. */
  readonly notice?: () => string | null;
}

export interface GatewayOptions {
  readonly supergraphSdl: string;
  readonly transports: readonly SubgraphTransport[];
  /** Throws a coded error where the headers name nobody. */
  readonly authenticate: (headers: IncomingHttpHeaders) => Promise<Viewer>;
  /** The built dashboard; null serves no page. */
  readonly dashboardFolder: string | null;
  /** Null everywhere but in embedded mode: it gives tokens away, so it answers only to this machine. */
  readonly embedded: Embedded | null;
  readonly logger: Logger;
  /** Told of every request that was answered. */
  readonly observe?: (answered: AnsweredRequest) => void;
  readonly limits?: Partial<Limits>;
  /** Labels of progressive overrides that are in force. */
  readonly overrideLabels?: ReadonlySet<string>;
  /** From 0 to below 1; decides progressive overrides by percentage. */
  readonly draw?: () => number;
  /** The reference under which a masked error is found in the log. */
  readonly createReference?: () => string;
}
