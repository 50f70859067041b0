import { ServerError } from '../commands/server-error.js';
import type { BsonDocument } from '../values/bson-value.js';
import { writeDocument } from '../values/bson-value.js';
import type { SortField } from './sort-order.js';
import { sortKey } from './sort-order.js';

/** As MongoDB's own limit. A sort that needs more is an error, never a part of the answer. */
export const SORT_MEMORY_LIMIT = 100 * 1024 * 1024;

interface Sized {
  readonly document: BsonDocument;
  /** The document as it lies in the store, if it does. */
  readonly bytes: Uint8Array | undefined;
}

interface Held<T> {
  readonly key: Buffer;
  readonly item: T;
  readonly size: number;
}

/** The items in order; equal keys keep the order in which they came. With a limit only the first ones are held. */
export function* inMemoryOrder<T>(
  items: Iterable<T>,
  sizedOf: (item: T) => Sized,
  fields: readonly SortField[],
  limit: number,
  command: string,
): Generator<T, void, undefined> {
  const needed = limit > 0 ? limit : Number.POSITIVE_INFINITY;
  let held: Held<T>[] = [];
  let size = 0;
  for (const item of items) {
    const { document, bytes } = sizedOf(item);
    const one = { key: sortKey(document, fields), item, size: (bytes ?? writeDocument(document)).length };
    held.push(one);
    size += one.size;
    if (held.length > needed * 2 + 1000 || (size > SORT_MEMORY_LIMIT && held.length > needed)) {
      held = inOrder(held).slice(0, needed);
      size = held.reduce((sum, kept) => sum + kept.size, 0);
    }
    if (size > SORT_MEMORY_LIMIT) throw memoryExceeded(command);
  }
  for (const { item } of inOrder(held)) yield item;
}

function inOrder<T>(held: Held<T>[]): Held<T>[] {
  return held.sort((left, right) => Buffer.compare(left.key, right.key));
}

function memoryExceeded(command: string): ServerError {
  return new ServerError(
    292,
    `Executor error during ${command} command :: caused by :: Sort exceeded memory limit of ${String(SORT_MEMORY_LIMIT)} bytes, but did not opt in to external sorting.`,
  );
}
