import { notImplemented, ServerError } from '../commands/server-error.js';
import type { BsonValue } from '../values/bson-value.js';
import { isDocument } from '../values/bson-value.js';
import { isOperatorName } from './expression.js';

const KNOWN_VARIABLES = new Set(['ROOT', 'CURRENT', 'REMOVE']);
const VARIABLES_ELSEWHERE = new Set(['NOW', 'CLUSTER_TIME', 'DESCEND', 'PRUNE', 'KEEP', 'SEARCH_META', 'USER_ROLES']);

/** Refuses an expression before it meets a document, so that no branch or empty collection hides what it asks for. */
export function checkExpression(expression: BsonValue): void {
  if (typeof expression === 'string') checkVariable(expression);
  else if (Array.isArray(expression)) expression.forEach(checkExpression);
  else if (isDocument(expression)) {
    for (const [name, member] of Object.entries(expression)) {
      if (name === '$literal') continue;
      if (name.startsWith('$') && !isOperatorName(name)) throw notImplemented(`the expression operator ${name}`);
      checkExpression(member);
    }
  }
}

function checkVariable(text: string): void {
  if (!text.startsWith('$$')) return;
  const [name = ''] = text.slice(2).split('.');
  if (KNOWN_VARIABLES.has(name)) return;
  if (VARIABLES_ELSEWHERE.has(name)) throw notImplemented(`the variable $$${name}`);
  throw new ServerError(17276, `Use of undefined variable: ${name}`);
}
