import { isLosslessNumber, stringify } from 'lossless-json';
import type { z } from 'zod';
import { publishedOperation, type PublishedOperation } from './published-file.js';
import type { Remark } from './remark.js';

export type ReadEntry =
  | {
      readonly operation: PublishedOperation;
      /** Fields that the format does not know, by path, as canonical JSON with every number as it was written; null = none. */
      readonly unrecognised: string | null;
      readonly notices: readonly Remark[];
    }
  | { readonly refusals: readonly Remark[] };

/**
 * Reads one entry of a file. A field that the format does not know is no fault: it is set aside as it came, so that a
 * later version of the format finds it, and the importer is told. `entry` is taken over; nobody else may hold it.
 */
export function readPublishedEntry(entry: unknown): ReadEntry {
  if (isLosslessNumber(entry)) return { refusals: [{ path: '', message: 'must be an object.' }] };
  const setAside = takeUnrecognised(entry);
  const checked = publishedOperation.safeParse(entry, { error: wording });
  if (!checked.success) return { refusals: checked.error.issues.map(({ path, message }) => ({ path: pathOf(path), message: `${message}.` })) };
  const fields = Object.keys(setAside).sort();
  return {
    operation: checked.data,
    unrecognised: fields.length === 0 ? null : (stringify(inKeyOrder(setAside)) ?? null),
    notices: fields.map((path) => ({ path, message: 'is no field of a published operation; kept aside as it came, not shown.' })),
  };
}

/** Removes from the entry what the format does not know, and gives it by path. */
function takeUnrecognised(entry: unknown): Record<string, unknown> {
  const taken: Record<string, unknown> = {};
  for (const issue of publishedOperation.safeParse(entry).error?.issues ?? []) {
    if (issue.code !== 'unrecognized_keys') continue;
    const holder = at(entry, issue.path);
    if (!isObject(holder) || isLosslessNumber(holder)) continue;
    for (const key of issue.keys) {
      taken[pathOf([...issue.path, key])] = holder[key];
      Reflect.deleteProperty(holder, key);
    }
  }
  return taken;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((within, key) => (isObject(within) ? within[key] : undefined), value);
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`)).join('');
}

/** Equal values get equal text, so that the same file twice changes nothing. */
function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (!isObject(value) || isLosslessNumber(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, inKeyOrder(value[key])]));
}

const EXPECTED: Readonly<Record<string, string>> = { string: 'text', object: 'an object', array: 'a list' };

function wording(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  return issue.input === undefined ? 'is missing' : `must be ${EXPECTED[issue.expected] ?? issue.expected}`;
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
