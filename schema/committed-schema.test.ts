import { describe, expect, it, beforeAll } from '@jest/globals';
import { buildSchema, isObjectType, isUnionType, Kind, parse, visit } from 'graphql';
import { compose, type PrintedSubgraph } from './compose.js';
import { composeIndependently, inOneOrder } from './cross-check.js';
import { findProblems } from './find-problems.js';
import { printSubgraphs } from './print-subgraph.js';
import { readSchemaFile, schemaFilesOf } from './schema-files.js';
import { undescribed } from './undescribed.js';

let subgraphs: PrintedSubgraph[];
let api: string;

beforeAll(async () => {
  subgraphs = await printSubgraphs();
  api = compose(subgraphs).api;
});

describe('the committed schema', () => {
  it('is what the code prints (npm run schema)', async () => {
    for (const [name, text] of schemaFilesOf(subgraphs)) expect({ name, text: await readSchemaFile(name) }).toEqual({ name, text });
  });

  it('composes without a hint, alike in two composers, and breaks no released consumer', async () => {
    expect(await findProblems('2026-01-01')).toEqual([]);
  });

  it('offers consumers the same schema through a second composer', () => {
    expect(inOneOrder(composeIndependently(subgraphs))).toBe(inOneOrder(api));
  });
});

describe('the consumer schema', () => {
  it('explains every type, field, argument, input field and enum value', () => {
    expect(undescribed(api)).toEqual([]);
  });

  it('notices what is not explained', () => {
    const sdl = '"A." type A { "b" b("c" c: Int, d: Int): E  f: Int }  enum E { "G." G H }  type Query { "a" a: A }  "I." input I { j: Int }';
    expect(undescribed(sdl)).toEqual(['A.f', 'A.b:d', 'E', 'E.H', 'I.j']);
  });

  it('has no key between subgraphs in it', () => {
    expect(coordinatesOf(api).filter((coordinate) => coordinate.endsWith('.ref'))).toEqual([]);
  });

  it('answers an expected outcome of a mutation in a union, not by an error', () => {
    const mutations = Object.values(buildSchema(api).getMutationType()?.getFields() ?? {});
    expect(mutations.filter(({ type }) => !isUnionType('ofType' in type ? type.ofType : type)).map(({ name }) => name)).toEqual([]);
  });
});

describe('references between subgraphs', () => {
  it('are by @inaccessible keys, in every subgraph that speaks of the entity', () => {
    expect(subgraphs.flatMap(({ name, sdl }) => openKeys(sdl).map((coordinate) => `${name}: ${coordinate}`))).toEqual([]);
  });

  it('notices a key that consumers could see', () => {
    expect(openKeys('type A { ref: ID! @inaccessible }  type B { ref: ID! }')).toEqual(['B.ref']);
  });

  it('may be null wherever they stand, so that unreadable and absent look the same', () => {
    expect(subgraphs.flatMap(({ name, sdl }) => surelyAnswered(sdl).map((coordinate) => `${name}: ${coordinate}`))).toEqual([]);
  });
});

function coordinatesOf(sdl: string): string[] {
  return Object.values(buildSchema(sdl).getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
}

/** Fields named `ref` that are not closed to consumers. */
function openKeys(sdl: string): string[] {
  const open: string[] = [];
  visit(parse(sdl), {
    ObjectTypeDefinition(type) {
      for (const { name, directives = [] } of type.fields ?? []) {
        if (name.value === 'ref' && !directives.some((directive) => directive.name.value === 'inaccessible')) open.push(`${type.name.value}.ref`);
      }
    },
  });
  return open;
}

/** Fields of a subgraph that promise another subgraph's entity, known here by its `ref` alone. */
function surelyAnswered(sdl: string): string[] {
  const document = parse(sdl);
  const stubs = new Set<string>();
  visit(document, {
    ObjectTypeDefinition({ name, directives = [], fields = [] }) {
      const isStub = directives.some((directive) => directive.arguments?.some((argument) => argument.name.value === 'resolvable'));
      if (isStub && fields.some((field) => field.name.value === 'ref')) stubs.add(name.value);
    },
  });
  const sure: string[] = [];
  visit(document, {
    ObjectTypeDefinition(type) {
      for (const { name, type: answer } of type.fields ?? []) {
        if (answer.kind === Kind.NON_NULL_TYPE && answer.type.kind === Kind.NAMED_TYPE && stubs.has(answer.type.name.value)) sure.push(`${type.name.value}.${name.value}`);
      }
    },
  });
  return sure;
}
