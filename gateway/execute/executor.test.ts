import { afterEach, describe, expect, it } from '@jest/globals';
import type { Gateway } from '../create-gateway.js';
import type { SubgraphFixture } from '../testing/compose-supergraph.js';
import { ask, testGateway, type Ask } from '../testing/test-gateway.js';

let gateway: Gateway | undefined;

afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

/** What a caller receives who sends this query to a gateway over these subgraphs. */
async function answer(fixtures: readonly SubgraphFixture[], query: string, options: Ask = {}) {
  gateway = await testGateway(fixtures);
  return (await ask(gateway, query, options)).json;
}

const reference = (value: object) => value;

describe('requires', () => {
  const assets = {
    name: 'assets',
    typeDefs: `
      type Query { assets: [Asset!]! }
      type Asset @key(fields: "id") { id: ID! amount: Int place: Place }
      type Place @shareable { country: String zone: String }
    `,
    resolvers: {
      Query: {
        assets: () => [
          { id: '1', amount: 2, place: { country: 'JP', zone: 'A' } },
          { id: '2', amount: null, place: null },
        ],
      },
    },
  };
  const rates = {
    name: 'rates',
    typeDefs: `
      type Asset @key(fields: "id") {
        id: ID!
        amount: Int @external
        place: Place @external
        converted: Int @requires(fields: "amount")
        code: String @requires(fields: "place { country zone }")
      }
      type Place @shareable { country: String zone: String }
    `,
    resolvers: {
      Asset: {
        __resolveReference: reference,
        converted: ({ amount }: { amount?: number }) => (amount === undefined ? null : amount * 100),
        code: ({ place }: { place?: { country: string; zone: string } }) => (place ? `${place.country}-${place.zone}` : 'nowhere'),
      },
    },
  };

  it('hands the fields that a computation needs from one subgraph to another', async () => {
    expect(await answer([assets, rates], '{ assets { converted code } }')).toEqual({
      data: { assets: [{ converted: 200, code: 'JP-A' }, { converted: null, code: 'nowhere' }] },
    });
  });

  it('does not show what was fetched only for the computation', async () => {
    const { data } = await answer([assets, rates], '{ assets { converted } }');
    expect(JSON.stringify(data)).toBe('{"assets":[{"converted":200},{"converted":null}]}');
  });
});

describe('null propagation', () => {
  const operations = (name: string | null) => ({
    name: 'operations',
    typeDefs: `
      type Query { operation: Operation operations: [Operation!]! }
      type Operation @key(fields: "id") { id: ID! lead: Agency title: String }
      type Agency @key(fields: "id") { id: ID! }
    `,
    resolvers: {
      Query: {
        operation: () => ({ id: '1', title: name, lead: { id: '9' } }),
        operations: () => [{ id: '1', lead: { id: '9' } }],
      },
    },
  });
  const agencies = {
    name: 'agencies',
    typeDefs: 'type Agency @key(fields: "id") { id: ID! name: String! rank: Int }',
    resolvers: { Agency: { __resolveReference: () => null } },
  };

  it('makes the nearest nullable parent null when a required field of an entity stays unknown', async () => {
    const { data } = await answer([operations('x'), agencies], '{ operation { title lead { name } } }');
    expect(data).toEqual({ operation: { title: 'x', lead: null } });
  });

  it('keeps the parent when the unknown field may be null', async () => {
    const { data } = await answer([operations('x'), agencies], '{ operations { lead { rank } } }');
    expect(data).toEqual({ operations: [{ lead: { rank: null } }] });
  });
});

describe('interfaces and unions', () => {
  const found = {
    name: 'found',
    typeDefs: `
      type Query { found: [Found!]! things: [Thing!]! }
      union Found = Account | Vehicle
      interface Thing { id: ID! }
      type Account implements Thing @key(fields: "id") { id: ID! mark: String! @shareable }
      type Vehicle implements Thing @key(fields: "id") { id: ID! mark: String }
      type Person @shareable { mark: String }
    `,
    resolvers: {
      Query: {
        found: () => [
          { __typename: 'Account', id: 'a', mark: 'IBAN' },
          { __typename: 'Vehicle', id: 'v', mark: 'plate' },
        ],
        things: () => [
          { __typename: 'Vehicle', id: 'v', mark: 'plate' },
          { __typename: 'Account', id: 'a', mark: 'IBAN' },
        ],
      },
    },
  };
  const holders = {
    name: 'holders',
    typeDefs: `
      type Account @key(fields: "id") { id: ID! mark: String @shareable holder: Holder }
      type Vehicle @key(fields: "id") { id: ID! keeper: String }
      union Holder = Person | Company
      type Person @shareable { mark: String! }
      type Company { mark: String }
    `,
    resolvers: {
      Account: { __resolveReference: reference, holder: () => ({ __typename: 'Company', mark: 'KK' }) },
      Vehicle: { __resolveReference: reference, keeper: () => 'Suzuki' },
    },
  };

  // In one subgraph a field is required and in another it is not: callers may ask for both types' fields under one
  // name, the subgraph may not be asked so.
  it('takes back the aliases that the planner gives to fields of one name and two types', async () => {
    const { data } = await answer([found, holders], '{ found { ... on Account { mark } ... on Vehicle { mark } } }');
    expect(data).toEqual({ found: [{ mark: 'IBAN' }, { mark: 'plate' }] });
  });

  it('takes them back inside an entity too', async () => {
    const query = '{ found { ... on Account { holder { ... on Person { mark } ... on Company { mark } } } } }';
    const { data } = await answer([found, holders], query);
    expect(data).toEqual({ found: [{ holder: { mark: 'KK' } }, {}] });
  });

  it('fetches for each member of an interface what belongs to it', async () => {
    const query = '{ things { __typename id ... on Account { holder { __typename } } ... on Vehicle { keeper } } }';
    const { data } = await answer([found, holders], query);
    expect(data).toEqual({
      things: [
        { __typename: 'Vehicle', id: 'v', keeper: 'Suzuki' },
        { __typename: 'Account', id: 'a', holder: { __typename: 'Company' } },
      ],
    });
  });

  it('answers an interface that another subgraph knows only as an object', async () => {
    const media = {
      name: 'media',
      typeDefs: `
        type Query { things: [Thing!]! }
        interface Thing @key(fields: "id") { id: ID! }
        type Phone implements Thing @key(fields: "id") { id: ID! imei: String }
      `,
      resolvers: {
        Query: { things: () => [{ __typename: 'Phone', id: 'p', imei: '35' }] },
        Thing: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Phone', id }) },
        Phone: { __resolveReference: reference },
      },
    };
    const notes = {
      name: 'notes',
      typeDefs: `
        type Query { noted: [Thing!]! }
        type Thing @interfaceObject @key(fields: "id") { id: ID! note: String }
      `,
      resolvers: {
        Query: { noted: () => [{ id: 'p', note: 'seized' }] },
        Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, note: `note of ${id}` }) },
      },
    };
    const { data } = await answer([media, notes], '{ things { note ... on Phone { imei } } noted { note } typed: noted { __typename } }');
    expect(data).toEqual({
      things: [{ note: 'note of p', imei: '35' }],
      noted: [{ note: 'seized' }],
      typed: [{ __typename: 'Phone' }],
    });
  });
});

describe('what is inaccessible', () => {
  const arrests = {
    name: 'arrests',
    typeDefs: `
      type Query { states: [State] required: [State!] operation: Operation }
      enum State { OPEN SECRET @inaccessible }
      type Operation @key(fields: "ref") { ref: ID! @inaccessible count: Int }
    `,
    resolvers: {
      Query: {
        states: () => ['OPEN', 'SECRET'],
        required: () => ['OPEN', 'SECRET'],
        operation: () => ({ ref: 'r1', count: 3 }),
      },
    },
  };
  const operations = {
    name: 'operations',
    typeDefs: 'type Operation @key(fields: "ref") { ref: ID! @inaccessible name: String }',
    resolvers: { Operation: { __resolveReference: reference, name: ({ ref }: { ref: string }) => `name of ${ref}` } },
  };

  it('writes a hidden value of an enum as null, or makes its required place null', async () => {
    expect((await answer([arrests, operations], '{ states required }')).data).toEqual({
      states: ['OPEN', null],
      required: null,
    });
  });

  it('joins subgraphs by a key that callers cannot ask for', async () => {
    expect((await answer([arrests, operations], '{ operation { count name } }')).data).toEqual({
      operation: { count: 3, name: 'name of r1' },
    });
  });

  it('refuses the key itself without naming what exists beside it', async () => {
    const { data, errors } = await answer([arrests, operations], '{ operation { ref coun } }');
    expect(data).toBeUndefined();
    expect(errors?.map(({ message }) => message)).toEqual([
      'Cannot query field "ref" on type "Operation".',
      'Cannot query field "coun" on type "Operation".',
    ]);
  });
});

describe('shape of the answer', () => {
  const operations = {
    name: 'operations',
    typeDefs: `
      type Query { operation(code: String): Operation }
      type Mutation { register(code: String!): Operation }
      type Operation @key(fields: "id") { id: ID! name: String }
    `,
    resolvers: {
      Query: { operation: (_: unknown, { code }: { code?: string }) => ({ id: '1', name: `Operation ${code ?? 'none'}` }) },
      Mutation: { register: (_: unknown, { code }: { code: string }) => ({ id: '2', name: code }) },
    },
  };
  const arrests = {
    name: 'arrests',
    typeDefs: `
      type Operation @key(fields: "id") { id: ID! arrests: [Arrest!] }
      type Arrest { day: String place: Place }
      type Place { name: String }
      type Mutation { record(day: String!): Arrest }
    `,
    resolvers: {
      Operation: { __resolveReference: reference, arrests: () => [{ day: '2024-05-31', place: { name: 'Osaka' } }] },
      Mutation: { record: (_: unknown, { day }: { day: string }) => ({ day }) },
    },
  };

  it.each([
    ['skip', true, { operation: { name: 'Operation none' } }],
    ['skip', false, { operation: { name: 'Operation none', arrests: [{ day: '2024-05-31' }] } }],
    ['include', true, { operation: { name: 'Operation none', arrests: [{ day: '2024-05-31' }] } }],
    ['include', false, { operation: { name: 'Operation none' } }],
  ])('obeys @%s(if: %s)', async (directive, value, data) => {
    const query = `query($v: Boolean!) { operation { name arrests @${directive}(if: $v) { day } } }`;
    expect((await answer([operations, arrests], query, { variables: { v: value } })).data).toEqual(data);
  });

  it('answers the same operation with both values of its condition', async () => {
    gateway = await testGateway([operations, arrests]);
    const query = 'query($v: Boolean!) { operation { name @skip(if: $v) arrests @include(if: $v) { day } } }';
    const data = [];
    for (const v of [true, false, true]) data.push((await ask(gateway, query, { variables: { v } })).json.data);
    expect(data).toEqual([
      { operation: { arrests: [{ day: '2024-05-31' }] } },
      { operation: { name: 'Operation none' } },
      { operation: { arrests: [{ day: '2024-05-31' }] } },
    ]);
  });

  it('writes __typename wherever it is asked for', async () => {
    const query = '{ __typename operation { kind: __typename arrests { __typename place { __typename name } } } }';
    expect((await answer([operations, arrests], query)).data).toEqual({
      __typename: 'Query',
      operation: { kind: 'Operation', arrests: [{ __typename: 'Arrest', place: { __typename: 'Place', name: 'Osaka' } }] },
    });
  });

  it('keeps aliases apart, at the root and in entities', async () => {
    const query = '{ a: operation(code: "a") { n: name x: arrests { d: day } y: arrests { day } } b: operation(code: "b") { name } }';
    expect((await answer([operations, arrests], query)).data).toEqual({
      a: { n: 'Operation a', x: [{ d: '2024-05-31' }], y: [{ day: '2024-05-31' }] },
      b: { name: 'Operation b' },
    });
  });

  it('writes keys in the order in which they were asked for', async () => {
    const { data } = await answer([operations, arrests], '{ operation { arrests { place { name } day } name } }');
    expect(JSON.stringify(data)).toBe('{"operation":{"arrests":[{"place":{"name":"Osaka"},"day":"2024-05-31"}],"name":"Operation none"}}');
  });

  it('merges fields that several fragments ask for', async () => {
    const query = `
      { operation { ...A ...B } }
      fragment A on Operation { arrests { day } }
      fragment B on Operation { arrests { place { name } } ...A }
    `;
    expect((await answer([operations, arrests], query)).data).toEqual({
      operation: { arrests: [{ day: '2024-05-31', place: { name: 'Osaka' } }] },
    });
  });

  it('runs the mutations of two subgraphs', async () => {
    const query = 'mutation { register(code: "x") { name } record(day: "2024-06-01") { day } }';
    expect((await answer([operations, arrests], query)).data).toEqual({ register: { name: 'x' }, record: { day: '2024-06-01' } });
  });

  it('escapes what JSON cannot carry as it is', async () => {
    const code = 'quote " line\n pair \u{1F600} lone \ud800';
    const { data } = await answer([operations, arrests], 'query($c: String) { operation(code: $c) { name } }', { variables: { c: code } });
    expect(data).toEqual({ operation: { name: `Operation ${code}` } });
  });
});
