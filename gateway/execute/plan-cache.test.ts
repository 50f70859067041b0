import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { BoundedCache } from '../../shared/caching/bounded-cache.js';
import { composeSupergraph } from '../testing/compose-supergraph.js';
import { testViewer } from '../testing/test-viewer.js';
import { localTransport } from '../transport/local-transport.js';
import { answerText } from './answer-text.js';
import { Executor } from './executor.js';
import { planWithPlanner, type Planner, type PlannerOptions } from './plan-with-planner.js';
import { readSupergraph } from './supergraph.js';

const OLD = {
  name: 'old',
  typeDefs: 'type Query { place: Place } type Place @key(fields: "id") { id: ID! zone: String }',
  resolvers: { Query: { place: () => ({ id: '1', zone: 'old' }) } },
};
const overriding = (label: string) => ({
  name: 'new',
  typeDefs: `type Place @key(fields: "id") { id: ID! zone: String @override(from: "old", label: "${label}") }`,
  resolvers: { Place: { __resolveReference: () => ({ zone: 'new' }) } },
});

/** An executor that counts its plannings, over a field that moves from one subgraph to another. */
function executorWith(label: string, options: Partial<PlannerOptions> = {}) {
  const { sdl, subgraphs } = composeSupergraph([OLD, overriding(label)]);
  const planner = planWithPlanner(sdl, { timeoutMilliseconds: 5_000, activeLabels: new Set(), draw: () => 0.99, ...options });
  let plannings = 0;
  let failures = 0;
  const counting: Planner = {
    ...planner,
    plan(request) {
      plannings++;
      return failures-- > 0 ? Promise.reject(new Error('cancelled')) : planner.plan(request);
    },
  };
  const executor = new Executor({
    supergraph: readSupergraph(sdl, planner.consumerSdl),
    planner: counting,
    transports: subgraphs.map(localTransport),
    checkVariables: () => undefined,
  });
  return {
    plannings: () => plannings,
    failNext: (times: number) => { failures = times; },
    async ask(source: string, operationName: string | null = null) {
      const valid = { source, document: parse(source), operationName, variables: undefined };
      const { data } = await executor.execute(valid, { viewer: testViewer() });
      return answerText({ data: data ?? null });
    },
  };
}

describe('the plan cache', () => {
  it('plans an operation once, also when it is asked for twice at the same time', async () => {
    const executor = executorWith('percent(50)');
    await Promise.all([executor.ask('{ place { zone } }'), executor.ask('{ place { zone } }')]);
    await executor.ask('{ place { zone } }');
    expect(executor.plannings()).toBe(1);
  });

  it('keeps the operations of one document apart', async () => {
    const executor = executorWith('percent(50)');
    const source = 'query A { place { id } } query B { place { zone } }';
    expect(await executor.ask(source, 'A')).toBe('{"data":{"place":{"id":"1"}}}');
    expect(await executor.ask(source, 'B')).toBe('{"data":{"place":{"zone":"old"}}}');
  });

  it('draws for every request whether a percentage of requests uses the new subgraph', async () => {
    const draws = [0.99, 0.01, 0.6, 0.4];
    const executor = executorWith('percent(50)', { draw: () => draws.shift() ?? 0 });
    const answers = [];
    for (let request = 0; request < 4; request++) answers.push(await executor.ask('{ place { zone } }'));
    expect(answers).toEqual(['old', 'new', 'old', 'new'].map((zone) => `{"data":{"place":{"zone":"${zone}"}}}`));
    expect(executor.plannings()).toBe(2);
  });

  it('plans by the labels that are in force', async () => {
    expect(await executorWith('moved').ask('{ place { zone } }')).toContain('old');
    expect(await executorWith('moved', { activeLabels: new Set(['moved']) }).ask('{ place { zone } }')).toContain('new');
  });

  it('does not keep a planning that failed', async () => {
    const executor = executorWith('percent(50)');
    executor.failNext(1);
    await expect(executor.ask('{ place { id } }')).rejects.toThrow('cancelled');
    expect(await executor.ask('{ place { id } }')).toBe('{"data":{"place":{"id":"1"}}}');
  });
});

describe('a bounded cache', () => {
  it('forgets what was used longest ago', () => {
    const cache = new BoundedCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([1, undefined, 3]);
    expect(cache.size).toBe(2);
  });
});
