import type { RecordExchangeOperatorInput } from '../exchange-operator/exchange-operator.inputs.js';
import { PackFields, type PackEntry } from './pack-fields.js';
import type { PackTerms, ReadEntry } from './read-tag-entry.js';

/** What a pack says of itself as a whole; and when an entry was changed, which the journal says of ours. */
const OF_THE_PACK: ReadonlySet<string> = new Set(['title', 'creator', 'description', 'is_public', 'license', 'lastmod', 'tags', 'actors']);

/** An actor as an actor pack has it, as the input of `recordExchangeOperator`; its reference is the name by which tags name it. */
export function readActorEntry(entry: PackEntry, { handling, pack }: PackTerms): ReadEntry<RecordExchangeOperatorInput> {
  const fields = new PackFields(entry);
  const actor = fields.required('id');
  const context = fields.text('context');
  const input: RecordExchangeOperatorInput = {
    reference: actor,
    actor,
    name: fields.required('label'),
    categories: fields.texts('categories'),
    jurisdictions: fields.texts('jurisdictions'),
    webAddresses: [...new Set([...fields.texts('uri'), ...furtherAddresses(context)])],
    context,
    pack: fields.text('pack') ?? pack,
    handling,
  };
  const unread = fields.unread(OF_THE_PACK);
  return fields.faults.length > 0 ? { faults: fields.faults, unread } : { input, unread };
}

/** Packs put further addresses into the context, which is JSON in a text; a context that is something else has none. */
function furtherAddresses(context: string | null): string[] {
  try {
    const { uris } = JSON.parse(context ?? '{}') as { readonly uris?: unknown };
    return Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string' && uri.trim() !== '').map(String) : [];
  } catch {
    return [];
  }
}
