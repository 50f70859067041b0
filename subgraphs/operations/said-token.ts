import { canonicalJson } from '../../shared/journal/json.js';
import type { RecordIds } from '../../shared/identifiers/record-ids.js';

/**
 * Stands for what an officer sent, not for what followed from it, so that a repeat is known as one after corrections
 * and whoever takes part by then. A field that says null says nothing.
 */
export function saidToken(ids: RecordIds, organisation: string, input: object): string {
  const said: unknown = JSON.parse(JSON.stringify(input, (_, value: unknown) => (value === null ? undefined : value)));
  return ids.of(organisation, 'input', canonicalJson(said));
}
