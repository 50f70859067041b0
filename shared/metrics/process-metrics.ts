import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AnsweredRequest } from '../http/node-host.js';
import type { RequestTokenFault } from '../request-token/request-token-error.js';

export type SubgraphCallOutcome = 'answered' | 'failed';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Numbers about one process. Labels come from closed lists that are written here: no organisation, operation, id or
 * text of a query ever becomes one, since whoever watches the numbers may not read what they are about.
 */
export class ProcessMetrics {
  readonly #registry = new Registry();
  readonly #routes: readonly string[];
  readonly #requests: Histogram<'route' | 'status'>;
  readonly #refused: Counter<'fault'>;
  readonly #calls: Histogram<'subgraph' | 'outcome'>;
  readonly #repeats: Counter<'subgraph'>;

  constructor(routes: readonly string[]) {
    const registers = [this.#registry];
    this.#routes = routes;
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Histogram({ name: 'tessera_http_request_seconds', help: 'Time to answer a request.', labelNames: ['route', 'status'], buckets: SECONDS, registers });
    this.#refused = new Counter({ name: 'tessera_refused_tokens_total', help: 'Requests between processes whose token did not hold.', labelNames: ['fault'], registers });
    this.#calls = new Histogram({ name: 'tessera_subgraph_call_seconds', help: 'Time until a subgraph answered or failed.', labelNames: ['subgraph', 'outcome'], buckets: SECONDS, registers });
    this.#repeats = new Counter({ name: 'tessera_subgraph_repeats_total', help: 'Queries asked again because a connection broke.', labelNames: ['subgraph'], registers });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  answered({ path, status, milliseconds }: AnsweredRequest): void {
    this.#requests.observe({ route: this.routeOf(path), status: String(status) }, milliseconds / 1_000);
  }

  refusedToken(fault: RequestTokenFault): void {
    this.#refused.inc({ fault });
  }

  subgraphCall(subgraph: string, outcome: SubgraphCallOutcome, milliseconds: number): void {
    this.#calls.observe({ subgraph, outcome }, milliseconds / 1_000);
  }

  repeatedCall(subgraph: string): void {
    this.#repeats.inc({ subgraph });
  }

  /** A number that is asked for whenever metrics are; null is told as NaN: not known. */
  gauge(name: string, help: string, read: () => number | null): void {
    new Gauge({ name, help, registers: [this.#registry], collect() { this.set(read() ?? Number.NaN); } });
  }

  /** A path that is none of ours is somebody's text. */
  routeOf(path: string): string {
    return this.#routes.includes(path) ? path : 'other';
  }
}
