import { setTimeout as pause } from 'node:timers/promises';
import { isConnectionFault } from './connection-fault.js';
import type { SubgraphTransport } from './subgraph-transport.js';

export interface RepeatOptions {
  /** From 0 to below 1. */
  readonly draw?: () => number;
  /** Told of every repetition. */
  readonly onRepeat?: (subgraph: string) => void;
}

const ATTEMPTS = 3;
const FIRST_PAUSE_MILLISECONDS = 40;
const GROWTH = 4;

/**
 * Asks again when a connection breaks, as it does whenever a process is replaced. Queries only: a mutation may have
 * been made although its answer was lost, and whether it is repeated is for whoever asked. A subgraph that is slow is
 * not asked again, since that would only make it slower.
 */
export function repeatQueries(transport: SubgraphTransport, { draw = Math.random, onRepeat }: RepeatOptions = {}): SubgraphTransport {
  return {
    name: transport.name,
    async execute(request, context) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await transport.execute(request, context);
        } catch (fault) {
          if (request.repeatable !== true || attempt === ATTEMPTS || !isConnectionFault(fault)) throw fault;
          onRepeat?.(transport.name);
          // Spread out, so that the gateways of a deployment do not all come back in the same moment.
          const milliseconds = FIRST_PAUSE_MILLISECONDS * GROWTH ** (attempt - 1) * (0.5 + draw());
          await pause(milliseconds, undefined, { ...(context.signal && { signal: context.signal }) });
        }
      }
    },
    close: () => transport.close(),
  };
}
