import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './refusal.js';

export const PURPOSE_HEADER = 'tessera-purpose';
export const CASE_HEADER = 'tessera-case';

const LONGEST_VALUE = 200;

/** What the caller asks for and for which case. It only selects among what the register grants. */
export function statedPurpose(headers: IncomingHttpHeaders): { purpose: string | null; caseReference: string | null } {
  return { purpose: headerText(headers, PURPOSE_HEADER), caseReference: headerText(headers, CASE_HEADER) };
}

/** Headers carry ASCII: a case reference in another script comes percent-encoded, as UTF-8. */
function headerText(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  if (value === undefined || value === '') return null;
  const text = typeof value === 'string' ? decoded(value)?.trim() : undefined;
  if (text === undefined || text.length === 0 || text.length > LONGEST_VALUE || /\p{Cc}/u.test(text)) {
    throw new Refusal('BAD_USER_INPUT', `The header "${name}" is not readable.`, { status: 400 });
  }
  return text;
}

function decoded(value: string): string | undefined {
  if (!/^[\x20-\x7e]+$/.test(value)) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
