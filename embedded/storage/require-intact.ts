import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

const MAGIC = 0xbeefc0de;
const NO_PAGE = 0xffffffffffffffffn;
/** Where LMDB's two meta pages keep what is checked here. */
const AT = { magic: 24, pageSize: 48, freeRoot: 88, mainRoot: 136 } as const;

/**
 * LMDB maps its file into memory and follows page numbers unchecked: opening a file that was
 * overwritten or cut short ends the whole process without a word. So the head of the file is
 * read first, in the ordinary way. Damage deeper inside is not found here.
 */
export function requireIntact(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size === 0) return;
    const first = readMeta(file, 0);
    const pageSize = first.readUInt32LE(AT.pageSize);
    for (const meta of [first, readMeta(file, pageSize)]) {
      for (const at of [AT.freeRoot, AT.mainRoot]) {
        const page = meta.readBigUInt64LE(at);
        if (page !== NO_PAGE && (page + 1n) * BigInt(pageSize) > BigInt(size)) throw new Error('the file has been cut short');
      }
    }
  } finally {
    closeSync(file);
  }
}

function readMeta(file: number, position: number): Buffer {
  const meta = Buffer.alloc(176);
  const read = readSync(file, meta, 0, meta.length, position);
  if (read < meta.length || meta.readUInt32LE(AT.magic) !== MAGIC) throw new Error('the file is no data file of this store, or it is damaged');
  return meta;
}
