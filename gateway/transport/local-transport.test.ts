import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { testViewer } from '../testing/test-viewer.js';
import { localTransport } from './local-transport.js';

const REQUEST = { query: '{ who }', operationName: null, variables: undefined };

const schema = new GraphQLSchema({
  query: new GraphQLObjectType<unknown, { viewer: Viewer }>({
    name: 'Query',
    fields: { who: { type: GraphQLString, resolve: (_, __, { viewer }) => viewer.organisation } },
  }),
});

describe('the local transport', () => {
  it('makes a fresh context of the Viewer for every fetch', async () => {
    const contexts: unknown[] = [];
    const transport = localTransport({
      name: 'agencies',
      schema,
      createContext(viewer) {
        const context = { viewer };
        contexts.push(context);
        return context;
      },
    });
    const viewer = testViewer();
    expect(await transport.execute(REQUEST, { viewer })).toEqual({ data: { who: 'jp-ncb' } });
    expect(await transport.execute(REQUEST, { viewer: testViewer('na-ncb') })).toEqual({ data: { who: 'na-ncb' } });
    await transport.execute(REQUEST, { viewer });
    expect(new Set(contexts).size).toBe(3);
    expect(contexts[0]).toEqual({ viewer });
  });

  it('reports what the compiler refuses as graphql-js does', async () => {
    const transport = localTransport({ name: 'agencies', schema: buildSchema('type Query { a: Int }'), createContext: () => ({}) });
    const result = await transport.execute({ ...REQUEST, query: 'query A { a } query B { a }' }, { viewer: testViewer() });
    expect(result.errors?.[0]?.message).toContain('operation name');
  });
});
