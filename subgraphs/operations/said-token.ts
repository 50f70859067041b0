import { canonicalJsonWithoutNulls } from '../../shared/canonical-json/canonical-json.js';
import type { RecordIds } from '../../shared/identifiers/record-ids.js';

/**
 * Stands for what an officer sent, not for what followed from it, so that a repeat is known as one after corrections
 * and whoever takes part by then. A field that says null says nothing.
 */
export function saidToken(ids: RecordIds, organisation: string, input: object): string {
  return ids.of(organisation, 'input', canonicalJsonWithoutNulls(input));
}
