import { describe, expect, it } from '@jest/globals';
import { objection, serves } from './forbidden.js';
import { importCycles } from './import-cycles.js';
import { importsOf } from './imports-of.js';
import { projectFiles, textOf } from './project-files.js';

const modules = projectFiles()
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => ({ file, imports: importsOf(file, textOf(file)) }));

const objectionsTo = (file: string, text: string): (string | null)[] => importsOf(file, text).map((imported) => objection(file, imported));

describe('the modules of the project', () => {
  it('import nothing that is closed to them', () => {
    const objections = modules.flatMap(({ file, imports }) =>
      imports.flatMap((imported) => {
        const why = objection(file, imported);
        return why === null ? [] : [`${file} imports ${imported.specifier}: ${why}`];
      }),
    );
    expect(objections).toEqual([]);
  });

  it('need each other in no circle', () => {
    const needs = new Map(modules.map(({ file, imports }) => [file, imports.flatMap(({ path, typeOnly }) => (path === null || typeOnly ? [] : [path]))]));
    expect(importCycles(needs).map((cycle) => cycle.join(' → '))).toEqual([]);
  });

  it('are enough to mean something', () => {
    expect(modules.filter(({ file }) => serves(file)).length).toBeGreaterThan(200);
  });
});

describe('what is closed', () => {
  it.each([
    ['another subgraph', 'subgraphs/arrests/a.ts', "import { x } from '../agencies/agency/agency.view.js'", 'subgraphs meet only as @key references'],
    ['a type of another subgraph', 'subgraphs/arrests/a.ts', "import type { X } from '../agencies/x.js'", 'subgraphs meet only as @key references'],
    ['another subgraph, out of a test', 'subgraphs/arrests/a.test.ts', "import { x } from '../agencies/x.js'", 'subgraphs meet only as @key references'],
    ['another subgraph, at run time', 'subgraphs/arrests/a.ts', "const x = await import('../agencies/x.js')", 'subgraphs meet only as @key references'],
    ['a model outside a store', 'subgraphs/arrests/arrest/arrest.loader.ts', "import { arrestModel } from './arrest.model.js'", 'only a store opens a model'],
    ['the making of a Viewer', 'shared/record/a.ts', "import { createViewer } from '../viewer/viewer.js'", 'a Viewer is made in few places'],
    ['the making of a Viewer under another name', 'shared/record/a.ts', "import { createViewer as make } from '../viewer/viewer.js'", 'a Viewer is made in few places'],
    ['the making of a Viewer, passed on', 'shared/record/a.ts', "export { createViewer } from '../viewer/viewer.js'", 'a Viewer is made in few places'],
    ['the code, to the statement of the rule', 'test/rule-of-access/truth-table.ts', "import { x } from '../../shared/handling/label.js'", 'the statement of the rule stands on nothing of the code'],
    ['a package, to the statement of the rule', 'test/rule-of-access/plain-world.ts', "import { x } from 'node:fs'", 'the statement of the rule stands on nothing of the code'],
    ['what counts, to the proof of tallies', 'test/tally-proof/tally-proof.ts', "import { x } from '../../shared/tally/kind-cells.js'", 'the proof of tallies stands on nothing that counts'],
    ['an earlier statement of the rule, to the proof of tallies', 'test/tally-proof/plain-rule.ts', "import { x } from '../rule-of-access/second-statement.js'", 'the proof of tallies stands on nothing that counts'],
    ['even the driver, to its plain words', 'test/tally-proof/plain-tally.ts', "import { x } from '../../shared/testing/ask.js'", 'the proof of tallies stands on nothing that counts'],
    ['subgraphs to the gateway', 'gateway/a.ts', "import { x } from '../subgraphs/arrests/schema.js'", 'gateway/ does not know subgraphs/'],
    ['the gateway to shared/', 'shared/a.ts', "import { x } from '../gateway/x.js'", 'shared/ does not know gateway/'],
    ['tests to what serves', 'gateway/a.ts', "import { x } from '../shared/testing/start-store.js'", 'what serves does not lean on tests'],
  ])('is %s', (_, file, text, why) => {
    expect(objectionsTo(file, text)).toEqual([why]);
  });

  it.each([
    ["a model's type", 'subgraphs/arrests/arrest/arrest.loader.ts', "import type { ArrestRecord } from './arrest.model.js'"],
    ['a model to its store', 'subgraphs/arrests/arrest/arrest.store.ts', "import { arrestModel, type ArrestRecord } from './arrest.model.js'"],
    ['the making of a Viewer to who verified a token', 'gateway/authenticate.ts', "import { createViewer } from '../shared/viewer/viewer.js'"],
    ['a Viewer to everybody', 'shared/record/a.ts', "import { assertViewer, type Viewer } from '../viewer/viewer.js'"],
    ['fast-check to random worlds', 'test/rule-of-access/random-world.ts', "import fc from 'fast-check'"],
  ])('is not %s', (_, file, text) => {
    expect(objectionsTo(file, text)).toEqual([null]);
  });

  it('is a circle, told once', () => {
    const needs = new Map([['a', ['b']], ['b', ['c', 'd']], ['c', ['a']], ['d', []]]);
    expect(importCycles(needs)).toEqual([['a', 'b', 'c', 'a']]);
  });
});
