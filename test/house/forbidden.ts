import { posix } from 'node:path';
import type { Import } from './imports-of.js';

const VIEWER_MAKERS = new Set(['gateway/authenticate.ts', 'shared/viewer/verify-forwarded-viewer.ts', 'shared/viewer/service-viewers.ts']);
const RULE_IN_PLAIN_WORDS = /^test\/rule-of-access\/(plain-world|literal-world|truth-table|second-statement|random-world)\.ts$/;

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

function beyondTheRule(file: string, { specifier }: Import): string | null {
  const own = specifier === 'fast-check' || /^\.\/[^/]+$/.test(specifier);
  return RULE_IN_PLAIN_WORDS.test(file) && !own ? 'the statement of the rule stands on nothing of the code' : null;
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
