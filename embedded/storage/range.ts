import type { Database } from 'lmdb';

export interface KeyRange {
  /** The first key that may be in the range. */
  readonly start: Buffer;
  /** Every key of the range is less than this. */
  readonly end: Buffer;
}

const FIRST_CHUNK = 8;
const LARGEST_CHUNK = 512;

/**
 * The keys of a range, read in growing chunks. No LMDB cursor is open between two keys, so a
 * client's cursor may rest for minutes without holding old pages, and writes may go on beside it.
 */
export function* keysInRange(tree: Database<Buffer, Buffer>, range: KeyRange, reverse: boolean): Generator<Buffer, void, undefined> {
  let { start, end } = range;
  for (let chunk = FIRST_CHUNK; ; chunk = Math.min(chunk * 4, LARGEST_CHUNK)) {
    if (Buffer.compare(start, end) >= 0) return;
    // lmdb's reverse range runs from its inclusive start down to its exclusive end.
    const bounds = reverse ? { start: end, end: justBefore(start), reverse: true } : { start, end };
    const keys = [...tree.getKeys({ ...bounds, limit: chunk })];
    yield* keys;
    const last = keys.at(-1);
    if (last === undefined || keys.length < chunk) return;
    if (reverse) end = justBefore(last);
    else start = Buffer.concat([last, Buffer.of(0)]);
  }
}

/**
 * A key below `key` and above every stored key below it. Stored keys are never followed by 0xff
 * bytes to this length, because they end in a record id.
 */
function justBefore(key: Buffer): Buffer {
  const before = Buffer.from(key);
  for (let at = before.length - 1; at >= 0; at--) {
    const byte = before[at] ?? 0;
    if (byte > 0) {
      before[at] = byte - 1;
      return Buffer.concat([before.subarray(0, at + 1), Buffer.alloc(12, 0xff)]);
    }
  }
  return Buffer.alloc(0);
}
