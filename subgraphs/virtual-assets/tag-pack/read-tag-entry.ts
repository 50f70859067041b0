import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { HandlingInput } from '../../../shared/graphql/handling.input.js';
import type { RecordTagInput } from '../tag/tag.inputs.js';
import { networkOf } from './network-tickers.js';
import { PackFields, type EntryFault, type PackEntry } from './pack-fields.js';

/** How everything of a file is handled, and under which operation it is recorded. */
export interface PackTerms {
  readonly handling: HandlingInput;
  readonly operation: string | null;
  /** The name of the file, where an entry does not say from which pack it is. */
  readonly pack: string;
}

export type ReadEntry<Input> = { readonly unread: readonly string[] } & ({ readonly input: Input } | { readonly faults: readonly EntryFault[] });

/** What a pack says of itself as a whole, and not of its tags. */
const OF_THE_PACK: ReadonlySet<string> = new Set(['title', 'creator', 'description', 'uri', 'is_public', 'license', 'tags', 'actors']);

/**
 * A tag as a TagPack has it, header values merged into it, as the input of `recordTag`. Its reference is made of all
 * that it says: the same tag again is a repeat, and another telling of it is another tag, which stands beside it.
 */
export function readTagEntry(entry: PackEntry, { handling, operation, pack }: PackTerms): ReadEntry<RecordTagInput> {
  const fields = new PackFields(entry);
  const address = fields.text('address');
  const currency = fields.text('currency');
  const network = networkOf(fields.text('network'), currency, address ?? '');
  if (network === null) fields.faults.push({ field: 'currency', message: 'Neither a network nor a currency says where the address stands.' });
  const said = {
    network: network ?? '',
    address,
    transaction: fields.text('tx_hash', 'txHash', 'transaction'),
    currency,
    label: fields.required('label'),
    source: fields.required('source'),
    confidence: fields.text('confidence'),
    lastModified: fields.text('lastmod'),
    category: fields.text('category'),
    abuse: fields.text('abuse'),
    concepts: fields.texts('concepts'),
    actor: fields.text('actor'),
    isClusterDefiner: fields.flag('is_cluster_definer', 'isClusterDefiner'),
    context: fields.text('context'),
    pack: fields.text('pack') ?? pack,
  };
  const unread = fields.unread(OF_THE_PACK);
  if (fields.faults.length > 0) return { faults: fields.faults, unread };
  return { input: { ...said, reference: referenceOf(said), operation, handling }, unread };
}

function referenceOf(said: object): string {
  return `tag-${createHash('sha256').update(canonicalize(said) ?? '').digest('base64url').slice(0, 22)}`;
}
