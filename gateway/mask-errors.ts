import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES } from '../shared/errors/coded-error.js';
import type { Logger } from '../shared/logging/logger.js';

export type MaskError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** ApolloServer's own codes for requests that are the caller's mistake. */
const CALLERS_MISTAKES = new Set(['BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/**
 * The one door through which errors leave. Messages that were written for callers pass; everything else might hold a
 * record, a query of the store or a subgraph's name, so callers get a reference under which the log tells the rest.
 */
export function maskErrors(logger: Logger, createReference: () => string): MaskError {
  return ({ message, path, locations, extensions }, error) => {
    const place = { ...(path && { path }), ...(locations && { locations }) };
    const code = publicCode(extensions?.['code']);
    if (code !== undefined) {
      if (code === 'UNAVAILABLE') logger.warn('A part of an answer is unavailable.', { cause: causeOf(error) });
      return { message: withoutHints(message), ...place, extensions: { code } };
    }
    const reference = createReference();
    logger.error('A request failed.', { reference, cause: causeOf(error) });
    return { message: 'Something failed on our side.', ...(path && { path }), extensions: { code: 'INTERNAL', reference } };
  };
}

function publicCode(code: unknown): string | undefined {
  if (typeof code !== 'string' || code === 'INTERNAL') return undefined;
  if (CALLERS_MISTAKES.has(code)) return 'BAD_USER_INPUT';
  return code.startsWith('GRAPHQL_') || ERROR_CODES.some((known) => known === code) ? code : undefined;
}

/** "Did you mean …" spells out names that the caller did not know. */
function withoutHints(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?/g, '');
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
