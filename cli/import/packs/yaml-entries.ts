import { parseDocument, visit, type Scalar } from 'yaml';
import type { PackEntry } from '../../../subgraphs/virtual-assets/tag-pack/pack-fields.js';
import type { PackFile, PackRow } from './pack-file.js';
import { PackFileError, textLines } from './text-lines.js';

const SECTIONS = ['tags', 'actors'] as const;
const TOP_LEVEL_KEY = /^(["']?)([\w-]+)\1\s*:(?:\s+(.*))?$/;
const BEGINS_ITEM = /^( *)-(?: |$)/;
/** The header says what all entries share: a few lines. A list that is not one item a line is read as a whole. */
const LONGEST_HEADER = 1_000_000;
const LONGEST_ITEM = 100_000;

interface Header {
  readonly holds: PackFile['holds'];
  readonly values: PackEntry;
  /** The entries, where the list is written in brackets; else they are read item by item. */
  readonly inline: readonly unknown[] | null;
}

/**
 * The entries of a YAML pack, header values merged into each as GraphSense does. The file is read twice and never held:
 * first the header, then the list, of which each item is parsed by itself, so that a damaged one costs only itself.
 */
export async function yamlEntries(file: string): Promise<PackFile> {
  const header = await readHeader(file);
  return { holds: header.holds, rows: header.inline === null ? itemsOf(file, header) : inlineItems(header.inline, header) };
}

async function readHeader(file: string): Promise<Header> {
  let text = '';
  let holds: PackFile['holds'] | null = null;
  let isInline = false;
  let inSection = false;
  let hasBegun = false;
  for await (const { line, text: one } of textLines(file)) {
    const key = topLevelKeyOf(one, line);
    if (key !== null) {
      hasBegun = true;
      const section = SECTIONS.find((name) => name === key.name);
      inSection = section !== undefined;
      if (section !== undefined) {
        if (holds !== null) throw new PackFileError(file, `names "${holds}" and then "${section}" at line ${line}: a pack holds one list.`);
        holds = section;
        isInline = key.value.replace(/#.*$/, '').trim() !== '';
      }
    }
    if (one === '---' && hasBegun) throw new PackFileError(file, `holds a second document, at line ${line}: a pack is one.`);
    if (inSection && !isInline) continue;
    text += `${one}\n`;
    if (text.length > LONGEST_HEADER) throw new PackFileError(file, `says more than ${LONGEST_HEADER} characters beside its list, until line ${line}: write one entry a line, or in blocks.`);
  }
  if (holds === null) throw new PackFileError(file, 'has no list "tags" and no list "actors": it is no pack.');
  const read = parse(text);
  if ('fault' in read) throw new PackFileError(file, `cannot be read: ${read.fault}`);
  const values = isMap(read.value) ? read.value : {};
  const { tags, actors, ...shared } = values;
  const list = tags ?? actors;
  if (isInline && !Array.isArray(list)) throw new PackFileError(file, `says something else than a list under "${holds}".`);
  return { holds, values: shared, inline: isInline ? (list as unknown[]) : null };
}

async function* itemsOf(file: string, { values, holds }: Header): AsyncGenerator<PackRow> {
  let inSection = false;
  let indentation: string | null = null;
  let item: { line: number; text: string } | null = null;
  let bytes = 0;
  for await (const { line, text, bytes: read } of textLines(file)) {
    const key = topLevelKeyOf(text, line);
    if (key !== null) inSection = key.name === holds;
    else if (inSection) {
      const [, indent] = BEGINS_ITEM.exec(text) ?? [];
      if (indent !== undefined && (indentation === null || indent === indentation)) {
        indentation ??= indent;
        if (item !== null) yield rowOf(item, bytes, values);
        item = { line, text };
      } else if (item !== null && item.text.length <= LONGEST_ITEM) item.text += `\n${text}`;
      else if (item === null && text.trim() !== '' && !text.trimStart().startsWith('#')) throw new PackFileError(file, `has no list under "${holds}": line ${line}.`);
    }
    bytes = read;
  }
  if (item !== null) yield rowOf(item, bytes, values);
}

function rowOf({ line, text }: { readonly line: number; readonly text: string }, bytes: number, shared: PackEntry): PackRow {
  const place = { line, bytes, text: text.slice(0, LONGEST_ITEM) };
  if (text.length > LONGEST_ITEM) return { ...place, fault: `This entry has more than ${LONGEST_ITEM} characters.` };
  const read = parse(text);
  if ('fault' in read) return { ...place, fault: read.fault };
  const [entry] = Array.isArray(read.value) ? (read.value as unknown[]) : [];
  return isMap(entry) ? merged(place, entry, shared) : { ...place, fault: 'This entry has no fields.' };
}

 
async function* inlineItems(entries: readonly unknown[], { values }: Header): AsyncGenerator<PackRow> {
  for (const [index, entry] of entries.entries()) {
    const place = { line: index + 1, bytes: 0, text: JSON.stringify(entry) };
    yield isMap(entry) ? merged(place, entry, values) : { ...place, fault: 'This entry has no fields.' };
  }
}

function merged(place: { readonly line: number; readonly bytes: number; readonly text: string }, entry: PackEntry, shared: PackEntry): PackRow {
  return { ...place, entry: { ...shared, ...entry } };
}

/**
 * Without types: an address such as 0x12… or a label such as 007 is text, and nothing of it is lost. References within
 * the document are refused, so that a few lines cannot unfold into millions.
 */
function parse(text: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
    const [error] = document.errors;
    if (error !== undefined) return { fault: `This is no well-formed YAML: ${error.message}` };
    visit(document, { Scalar: (_, scalar) => { if (saysNothing(scalar)) scalar.value = null; } });
    return { value: document.toJS({ maxAliasCount: 0 }) };
  } catch (fault) {
    if (fault instanceof ReferenceError) return { fault: 'This refers to another part of the document (&, *), which is not followed: write the value itself.' };
    if (fault instanceof RangeError) return { fault: 'This is nested too deeply.' };
    throw fault;
  }
}

/** What stands in quotes is text, even `~`. */
function saysNothing({ type, source }: Scalar): boolean {
  return type === 'PLAIN' && /^(?:~|null)?$/i.test(source ?? '');
}

function topLevelKeyOf(text: string, line: number): { readonly name: string; readonly value: string } | null {
  const [, , name, value = ''] = TOP_LEVEL_KEY.exec(line === 1 ? text.replace(/^\uFEFF/, '') : text) ?? [];
  return name === undefined ? null : { name, value };
}

function isMap(value: unknown): value is PackEntry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
