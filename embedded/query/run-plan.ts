import type { Storage } from '../storage/storage.js';
import { endOfPrefix, FIELDS_START, ownerPrefix, recordOf } from '../storage/key-space.js';
import type { KeyRange } from '../storage/range.js';
import { keysInRange } from '../storage/range.js';
import { splitKey } from '../values/key-fields.js';
import type { IndexPlan, Plan } from './plan.js';

/** The record ids that a plan leads to, each once, before any document is fetched. */
export function* plannedRecords(storage: Storage, collection: number, plan: Plan): Generator<number, void, undefined> {
  if (plan.kind === 'collection') {
    const prefix = ownerPrefix(collection);
    for (const key of keysInRange(storage.documents, { start: prefix, end: endOfPrefix(prefix) }, plan.reverse)) yield recordOf(key);
    return;
  }
  const seen = plan.index.multikey ? new Set<number>() : undefined;
  const directions = plan.index.fields.map(({ direction }) => direction);
  for (const key of plan.merge ? mergedKeys(storage, plan) : keysInTurn(storage, plan)) {
    if (plan.keyFilters.length > 0) {
      const fields = splitKey(key, FIELDS_START, directions);
      if (!plan.keyFilters.every((accepts) => accepts(fields))) continue;
    }
    const record = recordOf(key);
    if (seen?.has(record) === true) continue;
    seen?.add(record);
    yield record;
  }
}

function* keysInTurn(storage: Storage, plan: IndexPlan): Generator<Buffer, void, undefined> {
  const ranges = plan.reverse ? plan.bounds.ranges.toReversed() : plan.bounds.ranges;
  for (const range of ranges) yield* keysInRange(storage.indexes, range, plan.reverse);
}

interface Stream {
  readonly keys: Generator<Buffer, void, undefined>;
  /** Where the fields begin that the streams are ordered by. */
  readonly from: number;
  head: Buffer;
}

/** Reads the ranges side by side, always the one whose next key comes first behind the fixed fields. */
function* mergedKeys(storage: Storage, plan: IndexPlan): Generator<Buffer, void, undefined> {
  const heap = plan.bounds.ranges.flatMap((range) => openStream(storage, plan, range));
  const isBefore = (left: Stream, right: Stream): boolean => {
    const order = left.head.compare(right.head, right.from, right.head.length, left.from, left.head.length);
    return plan.reverse ? order > 0 : order < 0;
  };
  for (let at = heap.length >> 1; at >= 0; at--) sink(heap, at, isBefore);
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    yield top.head;
    const next = top.keys.next();
    if (next.done === true) {
      const last = heap.pop();
      if (last !== undefined && last !== top) heap[0] = last;
    } else top.head = next.value;
    sink(heap, 0, isBefore);
  }
}

function openStream(storage: Storage, plan: IndexPlan, range: KeyRange): Stream[] {
  const keys = keysInRange(storage.indexes, range, plan.reverse);
  const first = keys.next();
  if (first.done === true) return [];
  const fixed = plan.index.fields.slice(0, plan.bounds.fixedFields).map(({ direction }) => direction);
  const from = FIELDS_START + splitKey(first.value, FIELDS_START, fixed).reduce((length, field) => length + field.length, 0);
  return [{ keys, from, head: first.value }];
}

/** Restores the heap below one place. */
function sink(heap: Stream[], start: number, isBefore: (left: Stream, right: Stream) => boolean): void {
  for (let at = start; ; ) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      const candidate = heap[child];
      const current = heap[least];
      if (candidate !== undefined && current !== undefined && isBefore(candidate, current)) least = child;
    }
    const [parent, child] = [heap[at], heap[least]];
    if (least === at || parent === undefined || child === undefined) return;
    heap[at] = child;
    heap[least] = parent;
    at = least;
  }
}
