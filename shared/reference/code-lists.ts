import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CodedTerm } from '../graphql/coded-term.type.js';

/** Code lists are versioned data, never enums in code: an unknown code is kept as it came and marked so. */
const codeListFile = z.object({
  version: z.string(),
  lists: z.record(z.string(), z.object({ description: z.string(), terms: z.array(z.object({ code: z.string(), label: z.string(), level: z.int().optional() })) })),
});

const file = codeListFile.parse(JSON.parse(readFileSync(new URL('./data/code-lists.json', import.meta.url), 'utf8')));
const labels = new Map(Object.entries(file.lists).map(([name, list]) => [name, new Map(list.terms.map(({ code, label }) => [code, label]))]));

const levels = new Map(Object.entries(file.lists).map(([name, list]) => [name, new Map(list.terms.map(({ code, level }) => [code, level]))]));

export const CODE_LIST_VERSION = file.version;

export interface CodeListRecord {
  readonly name: string;
  readonly description: string;
  readonly codes: readonly string[];
}

export function codeLists(): CodeListRecord[] {
  return Object.entries(file.lists).map(([name, { description, terms }]) => ({ name, description, codes: terms.map(({ code }) => code) }));
}

export function isKnownCode(list: string, code: string): boolean {
  return labels.get(list)?.has(code) ?? false;
}

/** The rank that a list gives to a code; null where it gives none, or does not know the code. */
export function levelOf(list: string, code: string): number | null {
  return levels.get(list)?.get(code) ?? null;
}

/** The codes of a list, for messages that name the fix. */
export function codesOf(list: string): string[] {
  const terms = labels.get(list);
  if (terms === undefined) throw new Error(`There is no code list "${list}".`);
  return [...terms.keys()];
}

export function codedTerm(list: string, code: string): CodedTerm {
  const terms = labels.get(list);
  if (terms === undefined) throw new Error(`There is no code list "${list}".`);
  const label = terms.get(code);
  return Object.assign(new CodedTerm(), { list, code, label: label ?? code, known: label !== undefined });
}

export function codedTermOrNull(list: string, code: string | null): CodedTerm | null {
  return code === null ? null : codedTerm(list, code);
}
