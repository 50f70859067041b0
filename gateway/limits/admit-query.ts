import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema, type ValidationContext } from 'graphql';
import { BoundedCache } from '../../shared/caching/bounded-cache.js';
import { Refusal } from '../refusal.js';
import { introspectionStandsAlone } from './introspection-stands-alone.rule.js';
import type { Limits } from './limits.js';
import { reservedAliases } from './reserved-aliases.rule.js';

const ADMITTED_TEXTS = 1_000;

/** Throws where a text is too large to be looked at further. */
export type AdmitQuery = (query: string) => void;

/**
 * Runs before validation and planning, both of which can be made to take seconds: 3,000 aliases cost the planner 14 s.
 * The cheapest checks come first.
 */
export function admitQueries(apiSchema: GraphQLSchema, limits: Limits): AdmitQuery {
  const admitted = new BoundedCache<true>(ADMITTED_TEXTS);
  const rules = [
    maxDepthRule({ n: limits.depth, flattenFragments: true, ...REPORT }),
    maxAliasesRule({ n: limits.aliases, ...REPORT }),
    maxDirectivesRule({ n: limits.directives, ...REPORT }),
    reservedAliases,
    introspectionStandsAlone,
  ];

  return (query) => {
    if (query.length > limits.characters) {
      throw refused(`The query is longer than ${String(limits.characters)} characters.`);
    }
    if (admitted.get(query) === true) return;
    const [error] = validate(apiSchema, parseWithin(query, limits.tokens), rules, { maxErrors: 1 });
    if (error !== undefined) throw refused(error.message.replace(/^Syntax Error: /, ''));
    admitted.set(query, true);
  };
}

/** GraphQL Armor throws unless told to report, and a rule that throws ends the request as a fault of the server. */
const REPORT = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError): void => { context?.reportError(error); },
  ],
};

function parseWithin(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { noLocation: true, maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new Refusal('GRAPHQL_PARSE_FAILED', error.message, { status: 400 });
  }
}

function refused(message: string): GraphQLError {
  return new Refusal('BAD_USER_INPUT', message, { status: 400 });
}
