import { basename, extname } from 'node:path/posix';
import { describe, expect, it } from '@jest/globals';
import { filesUnder, projectFiles, textOf } from './project-files.js';

const TEXT = ['.ts', '.tsx', '.js', '.mjs', '.sh', '.md', '.json', '.graphql', '.css', '.html', '.patch', '.yml', ''];
const texts = projectFiles().filter((file) => TEXT.includes(extname(file)) && !file.endsWith('.topo.json'));
const modules = projectFiles().filter((file) => /\.(ts|tsx|mjs)$/.test(file));

/** Spelled with a bracket, so that this list does not find itself. */
const OF_SOMEBODYS_MACHINE = [
  /(?<![\w.])\/wor[k]\//, // where somebody had it checked out
  /\/tmp\/contrac[t]\b/,
  /\.\.\/share[d]\/(?:data|prototypes|(?:design|domain|style|page)\.md)/, // notes that are no part of the project
  /\b(?:Claud[e]|Anthropi[c]|ChatGP[T]|OpenA[I]|Copilo[t])\b/,
  /\b(?:the|this|next|previous|that) issu[e]\b(?! of)/i,
  /\bissu[e] #?\d/i,
  /\/(?:hom[e]|User[s])\/\w+\//,
];

describe('the project speaks of itself alone', () => {
  it.each(OF_SOMEBODYS_MACHINE.map((pattern) => [pattern.source, pattern] as const))('and nowhere of %s', (_, pattern) => {
    expect(texts.filter((file) => pattern.test(textOf(file)))).toEqual([]);
  });
});

describe('the files of the project', () => {
  it('are named in kebab-case, with a role behind a dot', () => {
    expect(modules.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(basename(file)))).toEqual([]);
  });

  it('have a purpose in their name: nothing is a barrel, a helper or a util', () => {
    const vague = /(^|[-/.])(utils?|helpers?|common|misc|manager)([-.]|\/|$)|\/index$/;
    expect(modules.filter((file) => vague.test(file.replace(/\.(ts|tsx|mjs)$/, '')))).toEqual([]);
  });

  it('can be held in one head', () => {
    const lengths = modules.filter((file) => !file.endsWith('.d.ts')).map((file) => ({ file, lines: textOf(file).split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 360)).toEqual([]);
  });

  it('are found where this test looks', () => {
    expect(filesUnder('test/house')).toContain('test/house/names-and-words.test.ts');
    expect(texts.length).toBeGreaterThan(300);
  });
});
