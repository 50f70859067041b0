import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';

const MAGIC = 'TESSERA LEDGER 1\n';
const HASH_BYTES = 32;
const MOST_HEAD_BYTES = 1 << 20;
/** Read and hashed in pieces, which keeps other work of a busy disk going. */
const PIECE = 1 << 24;

/** What stands before the columns. */
export interface GraphHead {
  /** Of the chunks that it was built from: another state means that it is out of date. */
  readonly state: string;
  /** The layout of the columns: another one means that another program built it. */
  readonly layout: string;
  readonly lengths: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** SHA-256 of the columns. */
  readonly dataVersion: string;
  readonly summary: Readonly<Record<string, number>>;
}

export function hashOfColumns(memory: SharedArrayBuffer): string {
  const hash = createHash('sha256');
  for (let start = 0; start < memory.byteLength; start += PIECE) hash.update(new Uint8Array(memory, start, Math.min(PIECE, memory.byteLength - start)));
  return hash.digest('hex');
}

/** Written beside and moved into place, so that nobody ever reads half of one. */
export function writeGraphFile(path: string, head: GraphHead, memory: SharedArrayBuffer): void {
  const aside = `${path}.${process.pid}.new`;
  const text = Buffer.from(JSON.stringify(head));
  const file = openSync(aside, 'w', 0o600);
  try {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    for (const part of [Buffer.from(MAGIC), createHash('sha256').update(text).digest(), length, text]) writeSync(file, part);
    for (let start = 0; start < memory.byteLength; start += PIECE) writeSync(file, Buffer.from(memory, start, Math.min(PIECE, memory.byteLength - start)));
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(aside, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(aside, path);
}

/** Null when there is none, or when it is damaged or out of date: the columns are then built anew. */
export function readGraphFile(path: string, wanted: Pick<GraphHead, 'state' | 'layout'>): { readonly head: GraphHead; readonly memory: SharedArrayBuffer } | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    const head = readHead(file);
    if (head?.state !== wanted.state || head.layout !== wanted.layout) return null;
    const memory = new SharedArrayBuffer(head.bytes);
    if (!fill(file, Buffer.from(memory)) || hashOfColumns(memory) !== head.dataVersion) return null;
    return { head, memory };
  } finally {
    closeSync(file);
  }
}

function readHead(file: number): GraphHead | null {
  const start = Buffer.alloc(MAGIC.length + HASH_BYTES + 4);
  if (!fill(file, start) || start.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  const length = start.readUInt32LE(MAGIC.length + HASH_BYTES);
  if (length > MOST_HEAD_BYTES) return null;
  const text = Buffer.alloc(length);
  if (!fill(file, text) || !createHash('sha256').update(text).digest().equals(start.subarray(MAGIC.length, MAGIC.length + HASH_BYTES))) return null;
  return JSON.parse(text.toString('utf8')) as GraphHead;
}

/** False when the file ends too early. */
function fill(file: number, target: Buffer): boolean {
  for (let filled = 0; filled < target.length;) {
    const read = readSync(file, target, filled, Math.min(PIECE, target.length - filled), null);
    if (read === 0) return false;
    filled += read;
  }
  return true;
}
