import { afterEach, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { CodedError } from '../../shared/errors/coded-error.js';
import type { Gateway } from '../create-gateway.js';
import { composeSupergraph, type SubgraphFixture } from '../testing/compose-supergraph.js';
import { frozenTransport } from '../testing/frozen-transport.js';
import { ask, recordingLogger, testGateway, type LogEntry } from '../testing/test-gateway.js';
import { localTransport } from '../transport/local-transport.js';
import type { SubgraphTransport } from '../transport/subgraph-transport.js';

let gateway: Gateway | undefined;
let log: LogEntry[] = [];

afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
  log = [];
});

const operations: SubgraphFixture = {
  name: 'operations',
  typeDefs: `
    type Query { operations: [Operation!]! operation: Operation }
    type Operation @key(fields: "ref") { ref: ID! @inaccessible name: String }
  `,
  resolvers: {
    Query: {
      operations: () => [{ ref: '1', name: 'First Light' }, { ref: '2', name: 'HAECHI' }, { ref: '1', name: 'First Light' }],
      operation: () => ({ ref: '1', name: 'First Light' }),
    },
  },
};

const arrestsWith = (arrests: (reference: { ref: string }) => unknown): SubgraphFixture => ({
  name: 'arrests',
  typeDefs: `
    type Query { latest: Arrest newest: Arrest }
    type Operation @key(fields: "ref") { ref: ID! @inaccessible arrests: [Arrest!] tally: Int }
    type Arrest { day: String }
    type Mutation { record(day: String!): Arrest }
  `,
  resolvers: {
    Query: { latest: () => ({ day: '2024-05-31' }), newest: () => ({ day: '2024-05-31' }) },
    Mutation: { record: (_: unknown, { day }: { day: string }) => ({ day }) },
    Operation: { __resolveReference: (reference: object) => reference, arrests, tally: () => 3 },
    Arrest: { day: ({ day }: { day: string | Error }) => { if (day instanceof Error) throw day; return day; } },
  },
});

/** Answers with errors and the log under a gateway whose subgraph "arrests" is changed by `spoil`. */
async function answer(query: string, arrests: SubgraphFixture, spoil?: (transport: SubgraphTransport) => SubgraphTransport) {
  const fixtures = [operations, arrests];
  const transports = composeSupergraph(fixtures)
    .subgraphs.map((subgraph) => frozenTransport(localTransport(subgraph)))
    .map((transport) => (spoil && transport.name === 'arrests' ? spoil(transport) : transport));
  gateway = await testGateway(fixtures, { transports, logger: recordingLogger(log), createReference: () => 'ref-1' });
  return (await ask(gateway, query)).json;
}

const UNAVAILABLE = 'This part cannot be answered at the moment.';
const down = (transport: SubgraphTransport): SubgraphTransport => ({
  ...transport,
  execute: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:4003')),
});

describe('a subgraph that cannot be reached', () => {
  it('costs its own fields of every entity and nothing else', async () => {
    const json = await answer('{ operations { name count: tally } }', arrestsWith(() => []), down);
    const error = (index: number) => ({
      message: UNAVAILABLE,
      path: ['operations', index, 'count'],
      extensions: { code: 'UNAVAILABLE' },
    });
    expect(json).toEqual({
      data: {
        operations: [
          { name: 'First Light', count: null },
          { name: 'HAECHI', count: null },
          { name: 'First Light', count: null },
        ],
      },
      errors: [error(0), error(1), error(2)],
    });
  });

  it('costs its own fields at the root', async () => {
    const { data, errors } = await answer('{ latest { day } again: newest { day } operation { name } }', arrestsWith(() => []), down);
    expect(data).toEqual({ latest: null, again: null, operation: { name: 'First Light' } });
    expect(errors?.map(({ path }) => path)).toEqual([['latest'], ['again']]);
  });

  it('tells the log why, and nobody else', async () => {
    const json = await answer('{ latest { day } }', arrestsWith(() => []), down);
    expect(JSON.stringify(json)).not.toMatch(/ECONNREFUSED|arrests|10\.0\.0\.7/);
    expect(log).toHaveLength(1);
    expect(log[0]?.details).toMatchObject({ cause: { message: 'Subgraph "arrests" did not answer.' } });
  });

  it('may be one that throws before it answers', async () => {
    const throwing = (transport: SubgraphTransport): SubgraphTransport => ({
      ...transport,
      execute: () => { throw new Error('no directory'); },
    });
    const { data } = await answer('{ operation { name tally } }', arrestsWith(() => []), throwing);
    expect(data).toEqual({ operation: { name: 'First Light', tally: null } });
  });

  it('leaves open whether a mutation was made', async () => {
    const { data, errors } = await answer('mutation { record(day: "2024-05-31") { day } }', arrestsWith(() => []), down);
    expect(data).toEqual({ record: null });
    expect(errors?.[0]?.message).toContain('may or may not have been made');
  });

  it('does not hold the others up longer than a request may take', async () => {
    const deaf = (transport: SubgraphTransport): SubgraphTransport => ({ ...transport, execute: () => new Promise(() => undefined) });
    const fixtures = [operations, arrestsWith(() => [])];
    const transports = composeSupergraph(fixtures).subgraphs.map((subgraph) =>
      subgraph.name === 'arrests' ? deaf(localTransport(subgraph)) : localTransport(subgraph),
    );
    gateway = await testGateway(fixtures, { transports, limits: { requestMilliseconds: 20 } });
    const { json } = await ask(gateway, '{ operation { name tally } }');
    expect(json.data).toEqual({ operation: { name: 'First Light', tally: null } });
    expect(json.errors).toEqual([{ message: UNAVAILABLE, path: ['operation', 'tally'], extensions: { code: 'UNAVAILABLE' } }]);
  });
});

describe('an error inside an entity', () => {
  it('is told at every place where that entity stands', async () => {
    const arrests = arrestsWith(({ ref }) => {
      if (ref === '1') throw new CodedError('FORBIDDEN', 'Not for this purpose.');
      return [];
    });
    const { data, errors } = await answer('{ operations { a: arrests { day } } }', arrests);
    expect(data).toEqual({ operations: [{ a: null }, { a: [] }, { a: null }] });
    expect(errors).toEqual([
      { message: 'Not for this purpose.', path: ['operations', 0, 'a'], extensions: { code: 'FORBIDDEN' } },
      { message: 'Not for this purpose.', path: ['operations', 2, 'a'], extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('is told at its full depth', async () => {
    const arrests = arrestsWith(() => [{ day: '2024-05-31' }, { day: new CodedError('UNAVAILABLE', 'The log cannot be written.') }]);
    const { errors } = await answer('{ operation { arrests { date: day } } }', arrests);
    expect(errors?.[0]?.path).toEqual(['operation', 'arrests', 1, 'date']);
  });

  it('is masked when it was not written for callers', async () => {
    const arrests = arrestsWith(() => { throw new TypeError('suspect TANAKA has no label'); });
    const json = await answer('{ operation { arrests { day } } }', arrests);
    expect(json).toEqual({
      data: { operation: { arrests: null } },
      errors: [
        {
          message: 'Something failed on our side.',
          path: ['operation', 'arrests'],
          extensions: { code: 'INTERNAL', reference: 'ref-1' },
        },
      ],
    });
    expect(log).toEqual([
      {
        level: 'error',
        message: 'A request failed.',
        details: { reference: 'ref-1', cause: expect.objectContaining({ message: 'Subgraph "arrests": suspect TANAKA has no label' }) },
      },
    ]);
  });
});

describe('an error that a subgraph has with the query itself', () => {
  const complaining = (extensions: Record<string, unknown>) => (transport: SubgraphTransport): SubgraphTransport => ({
    ...transport,
    execute: () => ({ errors: [new GraphQLError('Unknown argument "secretFilter" on field "Operation.tally".', { extensions })] }),
  });

  it('says nothing of schemas that callers do not see', async () => {
    const json = await answer('{ operation { tally } }', arrestsWith(() => []), complaining({ code: 'GRAPHQL_VALIDATION_FAILED' }));
    expect(JSON.stringify(json)).not.toContain('secretFilter');
    expect(json.errors).toEqual([
      { message: 'Something failed on our side.', path: ['operation', 'tally'], extensions: { code: 'INTERNAL', reference: 'ref-1' } },
    ]);
  });

  it('passes on no extension but its code', async () => {
    const json = await answer(
      '{ operation { tally } }',
      arrestsWith(() => []),
      complaining({ code: 'CONFLICT', serviceName: 'arrests', stacktrace: ['at store'] }),
    );
    expect(json.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT' });
  });
});
