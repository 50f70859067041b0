/**
 * An open-addressed table of whole numbers from 0, in one Int32Array: the caller knows what each number stands for and
 * says whether it is the one that is sought. A slot holds the number plus one, so that zero is empty.
 */
export function newSlots(entries: number): Int32Array {
  return new Int32Array(slotCount(entries));
}

/** At most half full, so that a search ends soon. */
export function slotCount(entries: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(entries, 4) * 2));
}

/** The entry, or -1. */
export function findInSlots(slots: Int32Array, hash: number, isSought: (entry: number) => boolean): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const entry = (slots[slot] ?? 0) - 1;
    if (entry === -1 || isSought(entry)) return entry;
  }
}

/** For an entry that is not in it. */
export function putInSlots(slots: Int32Array, hash: number, entry: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = entry + 1;
}

/** Of bytes, by FNV-1a and the last mixing of MurmurHash3, which brings what the high bits know down to the slots. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function equalBytes(a: Uint8Array, aStart: number, b: Uint8Array, bStart: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) if (a[aStart + index] !== b[bStart + index]) return false;
  return true;
}
