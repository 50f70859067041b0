import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../shared/errors/coded-error.js';

interface RefusalOptions {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log; it never leaves the process. */
  readonly cause?: unknown;
}

/** Refuses a whole request: a coded error that also decides the HTTP status. */
export class Refusal extends GraphQLError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode | 'GRAPHQL_PARSE_FAILED', message: string, { status, headers = {}, cause }: RefusalOptions) {
    super(message, {
      // `http` is how ApolloServer learns the status when it meets this error.
      extensions: { code, http: { status } },
      ...(cause instanceof Error ? { originalError: cause } : {}),
    });
    this.name = 'Refusal';
    this.status = status;
    this.headers = headers;
  }
}
