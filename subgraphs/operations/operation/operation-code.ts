import type { RecordIds } from '../../../shared/identifiers/record-ids.js';

/** Also the longest code that anybody can ask by. */
export const LONGEST_CODE = 200;

/** The code of an operation: its originator's own name for it, behind the name of the originator. */
export function operationCode(originator: string, reference: string): string {
  return `${originator}/${reference}`;
}

/** One key for one code, whether it was registered or published: two operations cannot have the same code. */
export function operationIdOf(ids: RecordIds, originator: string, code: string): string {
  return ids.of(originator, 'operations', code);
}
