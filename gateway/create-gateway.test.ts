import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Gateway } from './create-gateway.js';
import { ask, testGateway } from './testing/test-gateway.js';

const OPERATIONS = {
  name: 'operations',
  typeDefs: `
    type Query { operations: [Operation!]! operation(id: ID!): Operation }
    type Operation @key(fields: "id") { id: ID! name: String! }
  `,
  resolvers: {
    Query: {
      operations: () => [{ id: '1', name: 'First Light' }, { id: '2', name: 'HAECHI' }],
      operation: (_: unknown, { id }: { id: string }) => (id === '1' ? { id, name: 'First Light' } : null),
    },
    Operation: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Operation ${id}` }) },
  },
};

const ARRESTS = {
  name: 'arrests',
  typeDefs: `
    type Operation @key(fields: "id") { id: ID! arrests: [Arrest!]! }
    type Arrest @key(fields: "id") { id: ID! day: String! operation: Operation }
    type Query { arrest(id: ID!): Arrest }
  `,
  resolvers: {
    Query: { arrest: (_: unknown, { id }: { id: string }) => ({ id, day: '2024-05-31', operation: { id: '1' } }) },
    Operation: {
      arrests: ({ id }: { id: string }) => [{ id: `a${id}`, day: '2024-06-01', operation: { id } }],
      __resolveReference: (reference: object) => reference,
    },
  },
};

describe('a gateway over two subgraphs in the same process', () => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await testGateway([OPERATIONS, ARRESTS]);
  });

  afterAll(async () => {
    await gateway.stop();
  });

  it('joins what two subgraphs know of an operation', async () => {
    const { json } = await ask(gateway, '{ operations { name arrests { day operation { name } } } }');
    expect(json).toEqual({
      data: {
        operations: [
          { name: 'First Light', arrests: [{ day: '2024-06-01', operation: { name: 'Operation 1' } }] },
          { name: 'HAECHI', arrests: [{ day: '2024-06-01', operation: { name: 'Operation 2' } }] },
        ],
      },
    });
  });

  it('passes variables on', async () => {
    const { json } = await ask(gateway, 'query One($id: ID!) { operation(id: $id) { name } }', { variables: { id: '1' } });
    expect(json).toEqual({ data: { operation: { name: 'First Light' } } });
  });

  it('answers nobody without a Viewer', async () => {
    const { status, json } = await ask(gateway, '{ __typename }', { headers: { authorization: 'Bearer bad' } });
    expect(status).toBe(401);
    expect(json).toEqual({ errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});
