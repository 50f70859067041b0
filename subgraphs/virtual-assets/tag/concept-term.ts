import type { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { codedTerm, isKnownCode } from '../../../shared/reference/code-lists.js';

/** A concept may be an entity or an abuse; packs name both in one list. */
export function conceptTerm(code: string): CodedTerm {
  return codedTerm(isKnownCode('dwvaAbuse', code) ? 'dwvaAbuse' : 'dwvaEntity', code);
}

export function isKnownConcept(code: string): boolean {
  return isKnownCode('dwvaEntity', code) || isKnownCode('dwvaAbuse', code);
}
