import { GraphQLError } from 'graphql';
import { ERROR_CODES } from '../../shared/errors/coded-error.js';
import type { AnswerPath } from './entity-path.js';

const NO_ANSWER = 'This part cannot be answered at the moment.';
const UNKNOWN_OUTCOME = 'No answer came in time. The change may or may not have been made; repeating it with the same reference is safe.';

/**
 * A subgraph's own error, told at the caller's path. Only codes written for callers keep their message. What a
 * subgraph says about the query itself (GRAPHQL_…) is the plan's fault, and speaks of schemas that callers do not see.
 */
export function reportedBySubgraph(subgraph: string, error: { message: string; extensions?: unknown }, path: AnswerPath): GraphQLError {
  const code = codeOf(error);
  const cause = new Error(`Subgraph "${subgraph}": ${error.message}`, { cause: error });
  return new GraphQLError(error.message, {
    path,
    originalError: cause,
    extensions: { code: code ?? 'INTERNAL' },
  });
}

/** The subgraph did not answer at all. */
export function subgraphUnavailable(subgraph: string, error: unknown, path: AnswerPath, mutation: boolean): GraphQLError {
  const cause = new Error(`Subgraph "${subgraph}" did not answer.`, { cause: error });
  return new GraphQLError(mutation ? UNKNOWN_OUTCOME : NO_ANSWER, {
    path,
    originalError: cause,
    extensions: { code: 'UNAVAILABLE' },
  });
}

function codeOf({ extensions }: { extensions?: unknown }): string | undefined {
  if (typeof extensions !== 'object' || extensions === null || !('code' in extensions)) return undefined;
  return ERROR_CODES.find((code) => code === extensions.code);
}
