import type { ExecutionResult } from 'graphql';
import type { RequestContext, SubgraphRequest, SubgraphTransport } from '../transport/subgraph-transport.js';
import { nextTurn, turnIsLong } from './fair-turn.js';

/** What happens with an answer, and what when there is none. Neither may throw. */
export interface Outcome {
  answered(result: ExecutionResult): void;
  failed(error: unknown): void;
}

export function callSubgraph(
  transport: SubgraphTransport,
  request: SubgraphRequest,
  context: RequestContext,
  outcome: Outcome,
): Promise<void> | undefined {
  if (turnIsLong()) return nextTurn().then(() => call(transport, request, context, outcome));
  return call(transport, request, context, outcome);
}

function call(
  transport: SubgraphTransport,
  request: SubgraphRequest,
  context: RequestContext,
  outcome: Outcome,
): Promise<void> | undefined {
  try {
    context.signal?.throwIfAborted();
    const result = transport.execute(request, context);
    if (!('then' in result)) {
      outcome.answered(result);
      return undefined;
    }
    return untilAborted(result, context.signal).then(
      (answer) => { outcome.answered(answer); },
      (error: unknown) => { outcome.failed(error); },
    );
  } catch (error) {
    outcome.failed(error);
    return undefined;
  }
}

/** A transport may be deaf to the signal; the request must not wait for it. */
function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => { reject(new Error('The time for this request is over.', { cause: signal.reason })); };
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => { signal.removeEventListener('abort', abort); });
  });
}
