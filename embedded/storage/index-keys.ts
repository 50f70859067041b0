import { ServerError } from '../commands/server-error.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument } from '../values/bson-value.js';
import { inverted } from '../values/key-fields.js';
import { EMPTY_ARRAY_KEY, encodeOrdered } from '../values/ordered-key.js';
import type { IndexDefinition, IndexField } from './index-definition.js';

export interface IndexKeys {
  readonly keys: readonly Buffer[];
  readonly multikey: boolean;
}

/** LMDB holds keys of up to 1978 bytes; the ids around the fields take 12 of them. */
const LONGEST_FIELDS = 1960;

type Extracted = { readonly kind: 'value'; readonly key: Buffer } | { readonly kind: 'array'; readonly values: BsonValue[]; readonly at: string; readonly rest: readonly string[] };

/** Two arrays of one document in one key would need a key for each pair of elements. */
export class ParallelArrays extends ServerError {
  constructor(message: string) {
    super(171, message);
  }
}

/** The keys of one document in one index: one, or one for each element where a field holds an array. */
export function indexKeys(index: IndexDefinition, document: BsonDocument): IndexKeys {
  if (index.sparse && !index.fields.some((field) => isPresent(document, field.path.split('.')))) return { keys: [], multikey: false };
  const { keys, multikey } = keysOfFields(index.fields, document);
  for (const key of keys) {
    if (key.length > LONGEST_FIELDS) {
      throw new ServerError(17280, `The embedded store keeps index keys of at most ${String(LONGEST_FIELDS)} bytes; a key of index ${index.name} has ${String(key.length)}`);
    }
  }
  return { keys, multikey };
}

/** The joined values of several fields, in the order of the fields. */
export function keysOfFields(fields: readonly IndexField[], document: BsonDocument): IndexKeys {
  const extracted = fields.map((field) => extract(document, field.path.split('.'), 0));
  const keys = new Map<string, Buffer>();
  for (const row of expand(extracted)) {
    const key = Buffer.concat(row.map((part, at) => (fields[at]?.direction === -1 ? inverted(part) : part)));
    keys.set(key.toString('latin1'), key);
  }
  return { keys: [...keys.values()], multikey: extracted.some((part) => part.kind === 'array') };
}

function isPresent(value: BsonValue, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  if (Array.isArray(value)) return value.some((member) => isDocument(member) && isPresent(member, path));
  if (!isDocument(value)) return false;
  const member = value[name];
  return member !== undefined && isPresent(member, rest);
}

/** Follows a path to its value, or to the first array on the way. Missing counts as null. */
function extract(value: BsonValue, path: readonly string[], depth: number): Extracted {
  if (Array.isArray(value)) return { kind: 'array', values: value, at: path.slice(0, depth).join('.'), rest: path.slice(depth) };
  const name = path[depth];
  if (name === undefined) return { kind: 'value', key: encodeOrdered(value) };
  const member = isDocument(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return member === undefined ? { kind: 'value', key: encodeOrdered(null) } : extract(member, path, depth + 1);
}

function expand(extracted: readonly Extracted[]): Buffer[][] {
  const arrays = extracted.filter((part) => part.kind === 'array');
  const [first] = arrays;
  if (first === undefined) return [extracted.map((part) => (part.kind === 'value' ? part.key : EMPTY_ARRAY_KEY))];
  const other = arrays.find((part) => part.at !== first.at);
  if (other !== undefined) throw new ParallelArrays( `cannot index parallel arrays [${lastName(other.at)}] [${lastName(first.at)}]`);
  if (first.values.length === 0) {
    return [extracted.map((part) => (part.kind === 'value' ? part.key : part.rest.length === 0 ? EMPTY_ARRAY_KEY : encodeOrdered(null)))];
  }
  return first.values.flatMap((member) => expand(extracted.map((part) => (part.kind === 'value' ? part : extractElement(member, part.rest)))));
}

/** An array directly inside an array is a value of the index, not taken apart again. */
function extractElement(member: BsonValue, rest: readonly string[]): Extracted {
  if (rest.length === 0) return { kind: 'value', key: encodeOrdered(member) };
  if (Array.isArray(member)) return { kind: 'value', key: encodeOrdered(null) };
  return extract(member, rest, 0);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
