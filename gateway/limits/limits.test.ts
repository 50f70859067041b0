import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { Gateway } from '../create-gateway.js';
import { ask, post, testGateway, type Ask } from '../testing/test-gateway.js';

let fetches = 0;
const OPERATIONS = {
  name: 'operations',
  typeDefs: `
    type Query { operations(first: Int): [Operation!]! }
    type Operation { id: ID! name: String lead: Operation members(first: Int): [Operation!]! }
  `,
  resolvers: { Query: { operations: () => { fetches++; return []; } } },
};

let gateway: Gateway;

beforeAll(async () => {
  gateway = await testGateway([OPERATIONS], {
    limits: { characters: 2_000, tokens: 400, depth: 5, aliases: 5, directives: 3, cost: 10_000, bodyBytes: 4_096 },
  });
});

afterAll(async () => {
  await gateway.stop();
});

/** Status, code and message of a refusal; nothing may have been fetched for it. */
async function refusalOf(query: string, options: Ask = {}) {
  const before = fetches;
  const { status, json } = await ask(gateway, query, options);
  expect(fetches).toBe(before);
  expect(json.data).toBeUndefined();
  const [error] = json.errors ?? [];
  return { status, code: error?.extensions?.['code'], message: error?.message };
}

describe('limits on what one request may ask for', () => {
  it('let an ordinary query pass', async () => {
    const { json } = await ask(gateway, '{ operations(first: 100) { id name lead { name } } }');
    expect(json).toEqual({ data: { operations: [] } });
  });

  it('hold depth, through fragments as well', async () => {
    const spread = '{ operations { ...A } } fragment A on Operation { lead { ...B } } fragment B on Operation { lead { lead { lead { id } } } }';
    expect(await refusalOf(spread)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', message: expect.stringContaining('depth') });
  });

  it('hold aliases', async () => {
    const aliases = ['a', 'b', 'c', 'd', 'e', 'f'].map((alias) => `${alias}: operations { id }`).join(' ');
    expect(await refusalOf(`{ ${aliases} }`)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', message: expect.stringContaining('Aliases') });
  });

  it('hold directives', async () => {
    const repeated = '@include(if: true) @skip(if: false)';
    const query = `{ operations ${repeated} { id ${repeated} } }`;
    expect(await refusalOf(query)).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('Directives') });
  });

  it('hold tokens', async () => {
    expect(await refusalOf(`{ operations { ${'id '.repeat(400)} } }`)).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
  });

  it('hold characters', async () => {
    expect(await refusalOf(`{ operations { id } } # ${'x'.repeat(2_000)}`)).toMatchObject({ status: 400, message: expect.stringContaining('characters') });
  });

  it('hold the body', async () => {
    expect(await refusalOf('{ operations { id } }', { variables: { filler: 'x'.repeat(4_096) } })).toMatchObject({ status: 413 });
  });

  it.each([101, -1])('hold the page size: %d, written or in a variable', async (first) => {
    const refused = { status: 400, code: 'BAD_USER_INPUT', message: '"first" must lie between 0 and 100.' };
    expect(await refusalOf(`{ operations(first: ${String(first)}) { id } }`)).toEqual(refused);
    expect(await refusalOf('query($n: Int) { operations(first: $n) { id } }', { variables: { n: first } })).toEqual(refused);
    expect(await refusalOf(`query($n: Int = ${String(first)}) { operations(first: $n) { id } }`)).toEqual(refused);
  });

  it('hold the cost, which grows with pages inside pages', async () => {
    const nested = (first: number) => `{ operations(first: ${String(first)}) { members(first: ${String(first)}) { id name } } }`;
    expect((await ask(gateway, nested(50))).status).toBe(200);
    expect(await refusalOf(nested(100))).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', message: expect.stringContaining('cost') });
  });

  it('refuse a cycle of fragments before it reaches the planner, which would end the process', async () => {
    const cycle = '{ operations { ...A } } fragment A on Operation { lead { ...B } } fragment B on Operation { lead { ...A } }';
    expect(await refusalOf(cycle)).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  it('refuse aliases by which a caller could speak to the executor', async () => {
    expect(await refusalOf('{ operations { __typename: name } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await refusalOf('{ operations { __proto__: lead { id } } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('batches', () => {
  it.each(['[]', '[{"query":"{ __typename }"}]'])('are refused: %s', async (body) => {
    const { status, json } = await post(gateway, body);
    expect(status).toBe(400);
    expect(json.errors).toEqual([
      { message: 'Batches are refused: send one operation at a time.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it.each(['', 'null', '"text"', '{', '{}'])('and so is a body that is no request: %s', async (body) => {
    const { status, json } = await post(gateway, body);
    expect(status).toBe(400);
    expect(json.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('introspection', () => {
  const query = getIntrospectionQuery();

  beforeAll(async () => {
    await gateway.stop();
    gateway = await testGateway([OPERATIONS]);
  });

  it('is denied to nobody in particular', async () => {
    const { status, json } = await ask(gateway, query, { headers: { authorization: '' } });
    expect(status).toBe(401);
    expect(json).toEqual({ errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('is answered to a viewer, without the machinery of federation', async () => {
    const { text } = await ask(gateway, query);
    expect(text).toContain('"Operation"');
    expect(text).not.toMatch(/join__|link__|_Entity|_Any|_Service/);
  });

  it('is not mixed with other questions', async () => {
    expect(await refusalOf('{ __schema { queryType { name } } operations { id } }')).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });
});

describe('refusals of the language', () => {
  it('give no hint of names that the caller did not write', async () => {
    const { message } = await refusalOf('{ operation { id } }');
    expect(message).toBe('Cannot query field "operation" on type "Query".');
  });

  it('name a wrong variable', async () => {
    const refused = await refusalOf('query($n: Int) { operations(first: $n) { id } }', { variables: { n: 'many' } });
    expect(refused).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', message: expect.stringContaining('"$n"') });
  });

  it('name an operation that is not there', async () => {
    const refused = await refusalOf('query A { operations { id } }', { operationName: 'B' });
    expect(refused).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });
});
