import type { IndexDefinition, IndexField } from '../storage/index-definition.js';
import { endOfPrefix, ownerPrefix } from '../storage/key-space.js';
import type { KeyRange } from '../storage/range.js';
import { inverted } from '../values/key-fields.js';
import { encodeOrdered } from '../values/ordered-key.js';
import type { Filter, Leaf } from './filter.js';
import { isOrdinary } from './key-match.js';

/** More ranges than this cost more than reading past keys that do not fit. */
const MOST_RANGES = 20_000;

export interface KeyBounds {
  readonly ranges: readonly KeyRange[];
  /** How many leading fields each range fixes to one value. */
  readonly fixedFields: number;
  /** Of those, the ones that have the same value in every range. */
  readonly constantFields: ReadonlySet<number>;
  /** Leading fields that narrow the ranges at all. */
  readonly narrowedFields: number;
}

/** Turns the conditions on an index's leading fields into ranges of its keys. Ranges may be too wide, never too narrow. */
export function keyBounds(index: IndexDefinition, conditions: readonly Filter[]): KeyBounds {
  let prefixes: Buffer[] = [ownerPrefix(index.id)];
  const constantFields = new Set<number>();
  let fixedFields = 0;
  for (const [at, field] of index.fields.entries()) {
    const points = pointsOf(field, conditions);
    if (points === undefined || prefixes.length * points.length > MOST_RANGES) {
      const range = rangeOf(field, conditions, index.multikey);
      const ranges = prefixes.map((prefix) => (range === undefined ? within(prefix) : narrowed(prefix, range)));
      return { ranges, fixedFields, constantFields, narrowedFields: fixedFields + (range === undefined ? 0 : 1) };
    }
    prefixes = prefixes.flatMap((prefix) => points.map((point) => Buffer.concat([prefix, point])));
    if (points.length === 1) constantFields.add(at);
    fixedFields++;
  }
  return { ranges: prefixes.map(within), fixedFields, constantFields, narrowedFields: fixedFields };
}

function within(prefix: Buffer): KeyRange {
  return { start: prefix, end: endOfPrefix(prefix) };
}

/** The values that a field must be one of, as they lie in the key and in its order. */
function pointsOf(field: IndexField, conditions: readonly Filter[]): Buffer[] | undefined {
  let fewest: Buffer[] | undefined;
  for (const condition of conditions) {
    const points = pointsOfCondition(condition, field.path);
    if (points !== undefined && (fewest === undefined || points.length < fewest.length)) fewest = points;
  }
  if (fewest === undefined) return undefined;
  const distinct = new Map(fewest.map((point) => [point.toString('latin1'), point]));
  const directed = field.direction === 1 ? [...distinct.values()] : [...distinct.values()].map(inverted);
  return directed.sort((left, right) => Buffer.compare(left, right));
}

function pointsOfCondition(condition: Filter, path: string): Buffer[] | undefined {
  if (condition.kind === 'compare' && condition.path === path && condition.comparison === 'eq') {
    return isPoint(condition.value) ? [encodeOrdered(condition.value)] : undefined;
  }
  if (condition.kind === 'in' && condition.path === path && condition.patterns.length === 0) {
    return condition.values.every(isPoint) ? condition.values.map(encodeOrdered) : undefined;
  }
  return undefined;
}

/** An index holds the elements of an array, never the array as a whole: equality with an array is left to the documents. */
function isPoint(value: Parameters<typeof isOrdinary>[0]): boolean {
  return isOrdinary(value) && !Array.isArray(value);
}

interface FieldRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

function rangeOf(field: IndexField, conditions: readonly Filter[], multikey: boolean): FieldRange | undefined {
  const bounds = conditions.flatMap((condition) => boundOf(condition, field));
  const [first] = bounds;
  if (first === undefined) return undefined;
  // Two elements of an array may each meet one bound, so there only one bound can be used.
  const used = multikey ? [first] : bounds;
  return {
    start: used.map(({ start }) => start).reduce((left, right) => (Buffer.compare(left, right) >= 0 ? left : right)),
    end: used.map(({ end }) => end).reduce((left, right) => (Buffer.compare(left, right) <= 0 ? left : right)),
  };
}

function boundOf(condition: Filter, field: IndexField): FieldRange[] {
  if (condition.kind !== 'compare' || condition.path !== field.path || !isPoint(condition.value)) return [];
  return [directedBound(condition, field.direction)];
}

function directedBound(leaf: Leaf & { kind: 'compare' }, direction: 1 | -1): FieldRange {
  const plain = encodeOrdered(leaf.value);
  const operand = direction === 1 ? plain : inverted(plain);
  const type = Buffer.from(operand.subarray(0, 1));
  const wholeType = { start: type, end: endOfPrefix(type) };
  const fromOperand = { start: operand, end: wholeType.end };
  const toOperand = { start: wholeType.start, end: endOfPrefix(operand) };
  switch (leaf.comparison) {
    case 'eq':
      return { start: operand, end: endOfPrefix(operand) };
    case 'gt':
    case 'gte':
      return direction === 1 ? fromOperand : toOperand;
    case 'lt':
    case 'lte':
      return direction === 1 ? toOperand : fromOperand;
  }
}

function narrowed(prefix: Buffer, range: FieldRange): KeyRange {
  return { start: Buffer.concat([prefix, range.start]), end: Buffer.concat([prefix, range.end]) };
}
