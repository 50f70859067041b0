import DataLoader from 'dataloader';
import type { Viewer } from '../viewer/viewer.js';
import type { HandledRecord, Readable } from './handled-record.js';

export type RecordLoader<Rec> = DataLoader<string, Readable<Rec> | null>;

/** A store that finds what one viewer may read. */
export interface ReadableStore<Rec> {
  findReadable(viewer: Viewer, ids: readonly string[]): Promise<Readable<Rec>[]>;
}

/**
 * A loader whose results line up with its keys. Absent and unreadable ids both resolve to `null`, so a caller cannot
 * tell one from the other. One per request, with its viewer inside.
 */
export function recordLoader<Rec extends Pick<HandledRecord<unknown>, '_id'>>(viewer: Viewer, store: ReadableStore<Rec>): RecordLoader<Rec> {
  return new DataLoader(async (ids: readonly string[]) => {
    const found = new Map((await store.findReadable(viewer, ids)).map((readable) => [readable.record._id, readable]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
