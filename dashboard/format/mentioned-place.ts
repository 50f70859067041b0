import type { Mention, Place } from '../api/fragments.js';

/** A country as a source names it. A code that ISO 3166-1 does not know stands for itself and is on no map. */
export function mentionedPlace({ code, country }: Mention): Place {
  return country ?? { code, numeric: '', name: code };
}
