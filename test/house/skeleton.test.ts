import { describe, expect, it } from '@jest/globals';
import { filesUnder, foldersIn, textOf } from './project-files.js';

const subgraphs = foldersIn('subgraphs');

/** Stored, and no records: public ledgers carry no label, are public to everybody, and are read by those who follow them. */
const PUBLIC = new Set(['subgraphs/virtual-assets/ledger']);

/** The folders of a subgraph whose records are stored. */
function storedEntities(subgraph: string): string[] {
  return foldersIn(`subgraphs/${subgraph}`).filter((entity) => !PUBLIC.has(`subgraphs/${subgraph}/${entity}`) && filesUnder(`subgraphs/${subgraph}/${entity}`).some((file) => file.endsWith('.model.ts')));
}

const camelCase = (name: string): string => name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

describe('the subgraphs', () => {
  it('are those that are composed', () => {
    expect(filesUnder('schema/subgraphs').toSorted()).toEqual(subgraphs.map((name) => `schema/subgraphs/${name}.graphql`).toSorted());
  });
});

describe.each(subgraphs)('subgraphs/%s', (name) => {
  const folder = `subgraphs/${name}`;
  const files = filesUnder(folder);

  it.each(['README.md', 'schema.ts', 'context.ts', 'references.ts', `create-${name}-subgraph.ts`])('has a %s', (file) => {
    expect(files).toContain(`${folder}/${file}`);
  });

  it('has a README about itself, which says what it owns and what it does not', () => {
    const readme = textOf(`${folder}/README.md`);
    expect(readme.split('\n')[0]?.toLowerCase()).toContain(name);
    expect(readme).toMatch(/\bowns\b/i);
    expect(readme).toMatch(/\bnot own|refuses|does not\b/i);
  });

  it('says its whole surface in one list', () => {
    expect(textOf(`${folder}/schema.ts`)).toContain(`export const ${camelCase(name)}Definition: SubgraphDefinition`);
  });

  it('has a type beside every resolver', () => {
    const resolvers = files.filter((file) => file.endsWith('.resolver.ts'));
    expect(resolvers.filter((file) => !files.includes(file.replace('.resolver.ts', '.type.ts')))).toEqual([]);
  });

  it('stores nothing that has no store, type, view, service and resolver, all under one name', () => {
    const expected = storedEntities(name).flatMap((entity) =>
      ['model', 'store', 'type', 'view', 'service', 'resolver'].map((role) => `${folder}/${entity}/${entity}.${role}.ts`),
    );
    expect(expected.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('opens a store by asking for the Viewer first', () => {
    const stores = files.filter((file) => file.endsWith('.store.ts') && files.includes(file.replace('.store.ts', '.model.ts')) && ![...PUBLIC].some((folder) => file.startsWith(`${folder}/`)));
    expect(stores.filter((file) => !/\bviewer: Viewer\b/.test(textOf(file)))).toEqual([]);
  });
});
