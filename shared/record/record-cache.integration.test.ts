import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Schema, type Model } from 'mongoose';
import { startStore, type TestStore } from '../testing/start-store.js';
import { RecordCache } from './record-cache.js';

interface Thing {
  readonly _id: string;
  readonly appliedSeq: number;
  readonly handling: string;
  readonly reference: string;
  readonly inputToken: string;
}

let store: TestStore;
let model: Model<Thing>;
let cache: RecordCache<Thing>;
let databases = 0;
/** The filters of the queries that the store was asked, and what happens before the next of them. */
let asked: object[] = [];
let before: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  const connection = await store.connect(`cache${(databases += 1)}`);
  const schema = new Schema<Thing>({ _id: String, appliedSeq: Number, handling: String, reference: String, inputToken: String }, { versionKey: false });
  schema.pre('find', async function () {
    asked.push(this.getFilter());
    await before.shift()?.();
  });
  model = connection.model<Thing>('Thing', schema, 'things');
  cache = new RecordCache(model);
  await model.insertMany(['a', 'b', 'c'].map((_id) => ({ _id, appliedSeq: 1, handling: 'clear', reference: `first ${_id}`, inputToken: 'secret' })));
  [asked, before] = [[], []];
});

const change = (id: string, values: Partial<Thing>) => async (): Promise<unknown> => model.collection.updateOne({ _id: id } as never, { $set: values });
const found = async (limit = 10): Promise<string[]> => (await cache.find({ handling: 'clear' }, { _id: 1 }, limit)).map(({ _id, reference }) => `${_id}: ${reference}`);

describe('RecordCache', () => {
  it('asks for a version that it has decoded once only, in the order and number of the query', async () => {
    expect(await found()).toEqual(['a: first a', 'b: first b', 'c: first c']);
    expect(asked).toHaveLength(2);
    expect(await found(2)).toEqual(['a: first a', 'b: first b']);
    expect(asked).toHaveLength(3);
  });

  it('shows what a record has become, and asks for no other again', async () => {
    await found();
    await change('b', { reference: 'second b', appliedSeq: 2 })();
    asked = [];
    expect(await found()).toEqual(['a: first a', 'b: second b', 'c: first c']);
    expect(asked[1]).toEqual({ _id: { $in: ['b'] } });
  });

  it('shows no record that the query does not find any more', async () => {
    await found();
    await change('a', { handling: 'red', appliedSeq: 2 })();
    expect(await found()).toEqual(['b: first b', 'c: first c']);
  });

  it('shows none that was closed to the query between finding and reading it', async () => {
    before = [async () => undefined, change('a', { handling: 'red', reference: 'second a', appliedSeq: 2 })];
    expect(await found()).toEqual(['b: first b', 'c: first c']);
  });

  it('keeps no token by which a repeated input is known', async () => {
    await found();
    expect((await cache.find({ _id: 'a' }, { _id: 1 }, 1)).map(({ inputToken }) => inputToken)).toEqual(['']);
  });
});
