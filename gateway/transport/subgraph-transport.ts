import type { ExecutionResult } from 'graphql';
import type { Viewer } from '../../shared/viewer/viewer.js';

export interface SubgraphRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** A query: asking twice is as good as asking once. What is not said to be one is never asked twice. */
  readonly repeatable?: boolean;
}

export interface RequestContext {
  readonly viewer: Viewer;
  readonly signal?: AbortSignal;
  /** Ties the log lines of our own processes together. */
  readonly requestId?: string;
}

/**
 * The way to one subgraph. Its results belong to the subgraph: the gateway never writes to them, so an
 * implementation may hand out objects that it keeps. A transport that cannot reach its subgraph throws.
 */
export interface SubgraphTransport {
  readonly name: string;
  execute(request: SubgraphRequest, context: RequestContext): Promise<ExecutionResult> | ExecutionResult;
  close(): Promise<void>;
}
