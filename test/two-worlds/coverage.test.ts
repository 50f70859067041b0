import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HIDDEN_RECORDS } from './additions/hidden-records.js';
import { Coverage } from './battery/coverage.js';
import { entityTypes } from './battery/entity-asks.js';
import { valuesFor } from './battery/argument-values.js';
import { CONSUMER_SCHEMA } from './battery/consumer-schema.js';
import { joinWords } from './battery/words.js';
import { startQuickStore, type QuickStore } from './quick-store.js';
import { tellWorld } from './tell-world.js';
import { openTestExchange } from '../../shared/testing/open-test-exchange.js';

const PLAN = { records: [], figures: [] };

let store: QuickStore;
beforeAll(async () => {
  store = await startQuickStore();
});
afterAll(async () => {
  await store.stop();
});

describe('the battery', () => {
  it('asks every field, argument, input and choice of the consumer schema', async () => {
    const coverage = new Coverage();
    await tellWorld({ store, plan: PLAN, viewer: 'a liaison of a participant', additions: HIDDEN_RECORDS.slice(0, 1), side: 'B', light: 'HIDDEN', extent: 'ACT', coverage });
    expect(coverage.missing()).toEqual([]);
  }, 240_000);

  it('asks every entity type of every subgraph directly', async () => {
    const coverage = new Coverage();
    const world = { store, plan: PLAN, viewer: 'an outsider', additions: HIDDEN_RECORDS.slice(0, 1), side: 'B', light: 'HIDDEN', extent: 'GLANCE', coverage } as const;
    await tellWorld(world);
    const { exchange, close } = await openTestExchange({ store: { uri: store.uri, databasePrefix: `${store.databasePrefix}_entities` } });
    try {
      const expected = exchange.subgraphs.flatMap(({ local }) => entityTypes(local.schema).map(({ name }) => `${local.name} _entities ${name}`));
      expect(expected.filter((name) => !coverage.has(name))).toEqual([]);
      expect(expected).toContain('arrests _entities Operation');
    } finally {
      await close();
    }
  }, 240_000);

  it('fails where a new argument has no values to ask with', () => {
    const name = CONSUMER_SCHEMA.getQueryType()?.getFields()['agency']?.args[0]?.type;
    if (name === undefined) throw new Error('The consumer schema has no query "agency".');
    expect(() => valuesFor(joinWords(), { name: 'shoeSize', coordinate: 'Query.agency.shoeSize', type: name, noun: 'Agency' })).toThrow(/no values for Query\.agency\.shoeSize/);
  });

  it('notices what was not asked', () => {
    const coverage = new Coverage();
    coverage.note('query ($code: String) { agency(code: $code) { name } }', { code: 'jp-ncb' });
    expect(coverage.missing()).not.toContain('Query.agency(code:)');
    expect(coverage.missing()).toEqual(expect.arrayContaining(['Query.agency(id:)', 'Agency.code', 'Query.arrests', 'ArrestOrder.SUSPECT_NAME_ASC']));
  });
});
