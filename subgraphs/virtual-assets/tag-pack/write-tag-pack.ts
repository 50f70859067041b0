import { Document, isMap, isSeq } from 'yaml';
import type { TagRecord } from '../tag/tag.model.js';
import { tickerOf } from './network-tickers.js';

type Exported = Pick<
  TagRecord,
  'network' | 'statedAddress' | 'transaction' | 'currency' | 'label' | 'source' | 'confidence' | 'lastModified' | 'category' | 'abuse' | 'concepts' | 'actor' | 'isClusterDefiner' | 'context'
>;

export interface ExportedTag {
  readonly tag: Exported;
  /** How it is handled, in words; it travels above the tag. */
  readonly handling: string;
}

/**
 * Tags as a TagPack of GraphSense (YAML). Texts that a reader could take for something else are quoted, by the rules
 * of YAML 1.1, which are the wider ones.
 */
export function writeTagPack(tags: readonly ExportedTag[], { title, creator }: { readonly title: string; readonly creator: string }): string {
  const pack = new Document({ title, creator, tags: tags.map(({ tag }) => entryOf(tag)) }, { version: '1.1' });
  const list = pack.get('tags');
  if (isSeq(list)) for (const [index, { handling }] of tags.entries()) {
    const entry = list.items[index];
    if (isMap(entry)) entry.commentBefore = ` ${handling.replaceAll(/\s+/g, ' ')}`;
  }
  return pack.toString({ lineWidth: 0 });
}

function entryOf({ network, statedAddress, transaction, currency, label, source, confidence, lastModified, category, abuse, concepts, actor, isClusterDefiner, context }: Exported): object {
  const all = {
    address: statedAddress,
    tx_hash: transaction,
    currency,
    network: tickerOf(network),
    label,
    source,
    confidence,
    lastmod: lastModified,
    category,
    abuse,
    concepts: concepts.length === 0 ? null : [...concepts],
    actor,
    is_cluster_definer: isClusterDefiner,
    context,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}
