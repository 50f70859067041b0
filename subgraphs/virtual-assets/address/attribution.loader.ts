import DataLoader from 'dataloader';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { ReadableTag, TagStore } from '../tag/tag.store.js';

/** So many tags of one address are looked at together; beyond, an answer says that it is partial. */
export const MOST_TAGS = 1_000;

/** What the tags of an address, on whatever network, say to one viewer. */
export interface Attribution {
  readonly tags: readonly ReadableTag[];
  readonly isPartial: boolean;
}

/** One for a request, with its viewer inside; keys are addresses in their one spelling. */
export type AttributionLoader = DataLoader<string, Attribution>;

export function attributionLoader(viewer: Viewer, store: TagStore): AttributionLoader {
  return new DataLoader((addresses) =>
    Promise.all(
      addresses.map(async (address) => {
        const found = await store.ofAddress(viewer, address, MOST_TAGS + 1);
        return { tags: found.slice(0, MOST_TAGS), isPartial: found.length > MOST_TAGS };
      }),
    ),
  );
}
