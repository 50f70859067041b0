import { posix } from 'node:path';
import type { Import } from './imports-of.js';

const VIEWER_MAKERS = new Set(['gateway/authenticate.ts', 'shared/viewer/verify-forwarded-viewer.ts', 'shared/viewer/service-viewers.ts']);
const RULE_IN_PLAIN_WORDS = /^test\/rule-of-access\/(plain-world|literal-world|truth-table|second-statement|random-world)\.ts$/;

const TALLY_PROOF = 'test/tally-proof/';
const TALLY_IN_PLAIN_WORDS = /^test\/tally-proof\/(plain-actions|plain-world|plain-rule|plain-tally|random-history)\.ts$/;
/** By what the proof of tallies drives an exchange, and takes nothing of how it counts. */
const DRIVER = /^(shared\/testing\/|test\/two-worlds\/quick-store\.ts$)/;

/** A folder of the project → the others that it may know. What is missing here (cli, seed, test, bench) puts the parts together. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  embedded: [],
  gateway: ['shared'],
  subgraphs: ['shared'],
  schema: ['shared', 'subgraphs'],
  dashboard: [],
};

/** Why this module may not import that; null when it may. */
export function objection(file: string, imported: Import): string | null {
  return beyondTheRule(file, imported) ?? (imported.path === null ? null : (amongFolders(file, imported.path) ?? ofOneDoor(file, imported, imported.path)));
}

function beyondTheRule(file: string, { specifier, path }: Import): string | null {
  const own = specifier === 'fast-check' || /^\.\/[^/]+$/.test(specifier);
  if (RULE_IN_PLAIN_WORDS.test(file) && !own) return 'the statement of the rule stands on nothing of the code';
  const drives = !TALLY_IN_PLAIN_WORDS.test(file) && (specifier === '@jest/globals' || (path !== null && DRIVER.test(path)));
  return file.startsWith(TALLY_PROOF) && !own && !drives ? 'the proof of tallies stands on nothing that counts' : null;
}

function amongFolders(file: string, path: string): string | null {
  if (serves(file) && !serves(path)) return 'what serves does not lean on tests';
  const [from, to] = [topOf(file), topOf(path)];
  const known = MAY_KNOW[from];
  if (serves(file) && known !== undefined && from !== to && !known.includes(to)) return `${from}/ does not know ${to}/`;
  if (from === 'subgraphs' && to === 'subgraphs' && subgraphOf(file) !== subgraphOf(path)) return 'subgraphs meet only as @key references';
  return null;
}

function ofOneDoor(file: string, { typeOnly, names }: Import, path: string): string | null {
  if (!serves(file)) return null;
  if (path.endsWith('.model.ts') && !typeOnly && !file.endsWith('.store.ts')) return 'only a store opens a model';
  if (path === 'shared/viewer/viewer.ts' && names.includes('createViewer') && !VIEWER_MAKERS.has(file)) return 'a Viewer is made in few places';
  return null;
}

/** Neither a test nor what only tests use. */
export function serves(file: string): boolean {
  return !file.endsWith('.test.ts') && topOf(file) !== 'test' && !posix.dirname(file).split('/').some((folder) => folder === 'testing' || folder === 'differential');
}

const topOf = (path: string): string => path.split('/')[0] ?? '';
const subgraphOf = (path: string): string | undefined => path.split('/')[1];
