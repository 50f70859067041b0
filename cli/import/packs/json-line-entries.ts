import type { PackFile, PackRow } from './pack-file.js';
import { PackFileError, textLines } from './text-lines.js';

/** An entry on each line, tags or actors as the first of them says. */
export async function jsonLineEntries(file: string): Promise<PackFile> {
  const rows = rowsOf(file);
  const first = await rows.next();
  if (first.done === true) throw new PackFileError(file, 'is empty: it holds an entry on each line.');
  const holds = 'entry' in first.value && !('address' in first.value.entry) && 'id' in first.value.entry ? 'actors' : 'tags';
  return { holds, rows: beginningWith(first.value, rows) };
}

async function* rowsOf(file: string): AsyncGenerator<PackRow> {
  for await (const { line, text, bytes } of textLines(file)) {
    const trimmed = (line === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
    if (trimmed !== '') yield { line, bytes, text: trimmed, ...read(trimmed) };
  }
}

function read(text: string): { readonly entry: Record<string, unknown> } | { readonly fault: string } {
  try {
    const entry: unknown = JSON.parse(text);
    if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) return { entry: entry as Record<string, unknown> };
    return { fault: 'This line is JSON, but no object.' };
  } catch {
    return { fault: 'This line is no JSON.' };
  }
}

async function* beginningWith(first: PackRow, rest: AsyncIterable<PackRow>): AsyncGenerator<PackRow> {
  yield first;
  yield* rest;
}
