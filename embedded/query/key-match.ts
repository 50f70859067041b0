import type { IndexDefinition } from '../storage/index-definition.js';
import { decodeText } from '../values/key-fields.js';
import { encodeOrdered, NUMBER_CLASS, TYPE_BYTE } from '../values/ordered-key.js';
import type { BsonValue } from '../values/bson-value.js';
import { bsonType } from '../values/bson-value.js';
import type { Comparison, Filter, Leaf } from './filter.js';
import { fits } from './match.js';

/** Decides a filter on the fields of an index key, before any document is fetched. */
export type KeyFilter = (fields: readonly Buffer[]) => boolean;

/**
 * The key filter of a part, or undefined where the keys do not say enough: the part speaks of
 * another field, or of what a key does not hold (missing or null, lengths, types).
 * Only for indexes without array elements, where a key speaks of its whole document.
 */
export function keyFilter(filter: Filter, index: IndexDefinition): KeyFilter | undefined {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const parts = filter.parts.map((part) => keyFilter(part, index));
      if (!parts.every((part) => part !== undefined)) return undefined;
      return filter.kind === 'and' ? (fields) => parts.every((part) => part(fields)) : (fields) => parts.some((part) => part(fields));
    }
    case 'not': {
      const part = keyFilter(filter.part, index);
      return part && ((fields) => !part(fields));
    }
    case 'compare':
    case 'in':
    case 'pattern':
      return leafFilter(filter, index);
    default:
      return undefined;
  }
}

function leafFilter(leaf: Leaf & { kind: 'compare' | 'in' | 'pattern' }, index: IndexDefinition): KeyFilter | undefined {
  const at = index.fields.findIndex((field) => field.path === leaf.path);
  if (at < 0) return undefined;
  const decide = valueFilter(leaf);
  return decide && ((fields) => decide(fields[at] ?? Buffer.alloc(0)));
}

type ValueFilter = (key: Buffer) => boolean;

function valueFilter(leaf: Leaf & { kind: 'compare' | 'in' | 'pattern' }): ValueFilter | undefined {
  switch (leaf.kind) {
    case 'pattern':
      return (key) => isText(key) && leaf.pattern.test(decodeText(key));
    case 'compare':
      return isOrdinary(leaf.value) ? comparisonFilter(leaf.comparison, encodeOrdered(leaf.value)) : undefined;
    case 'in': {
      if (!leaf.values.every(isOrdinary)) return undefined;
      const wanted = new Set(leaf.values.map((value) => encodeOrdered(value).toString('latin1')));
      return (key) => wanted.has(key.toString('latin1')) || (isText(key) && leaf.patterns.some((pattern) => pattern.test(decodeText(key))));
    }
  }
}

function comparisonFilter(comparison: Comparison, operand: Buffer): ValueFilter {
  return (key) => {
    if (key[0] !== operand[0]) return false;
    if (isNaNKey(key) || isNaNKey(operand)) return isNaNKey(key) && isNaNKey(operand) && comparison !== 'gt' && comparison !== 'lt';
    return fits(comparison, Buffer.compare(key, operand));
  };
}

function isText(key: Buffer): boolean {
  return key[0] === TYPE_BYTE.string;
}

function isNaNKey(key: Buffer): boolean {
  return key[0] === TYPE_BYTE.number && key[1] === NUMBER_CLASS.nan;
}

/** MinKey and MaxKey are compared across types and tell missing from null: left to the document. */
export function isOrdinary(value: BsonValue): boolean {
  const type = bsonType(value);
  return type !== 'MinKey' && type !== 'MaxKey';
}
