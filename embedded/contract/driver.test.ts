import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal128, Long } from 'bson';
import type { Collection } from 'mongodb';
import { MongoClient } from 'mongodb';
import type { EmbeddedStore } from '../start-embedded-store.js';
import { startEmbeddedStore } from '../start-embedded-store.js';

interface Row {
  _id: number;
  n: number;
}

describe('the official driver on the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  let store: EmbeddedStore;
  let client: MongoClient;

  beforeAll(async () => {
    store = await startEmbeddedStore({ folder, durable: false });
    client = await new MongoClient(store.uri).connect();
  });
  afterAll(async () => {
    await client.close();
    await store.stop();
    rmSync(folder, { recursive: true });
  });

  function rows(name: string): Collection<Row> {
    return client.db('driver').collection(name);
  }

  it('streams more documents than one batch holds, while they are being changed', async () => {
    await rows('many').insertMany(Array.from({ length: 1000 }, (_, at) => ({ _id: at, n: 0 })));
    const seen: number[] = [];
    for await (const { _id } of rows('many').find().sort({ _id: 1 }).batchSize(50)) {
      seen.push(_id);
      if (_id === 100) await rows('many').deleteMany({ _id: { $gte: 900 } });
    }
    expect(seen).toEqual(Array.from({ length: 900 }, (_, at) => at));
  });

  it('stops an ordered bulk at the first refusal and goes on with an unordered one', async () => {
    const insertions = [{ _id: 1, n: 1 }, { _id: 1, n: 2 }, { _id: 2, n: 3 }];
    await expect(rows('ordered').insertMany(insertions)).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
    await expect(rows('unordered').insertMany(insertions, { ordered: false })).rejects.toMatchObject({ code: 11000, insertedCount: 2 });
  });

  it('gives one of many racing writers the unique key, and every other an error', async () => {
    await rows('race').createIndexes([{ key: { n: 1 }, unique: true }]);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, _id) => rows('race').insertOne({ _id, n: 7 })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rows('race').countDocuments()).toBe(1);
  });

  it('loses no increment of racing writers', async () => {
    await rows('sum').insertOne({ _id: 1, n: 0 });
    await Promise.all(Array.from({ length: 50 }, () => rows('sum').updateOne({ _id: 1 }, { $inc: { n: 1 } })));
    expect(await rows('sum').findOne({ _id: 1 })).toEqual({ _id: 1, n: 50 });
  });

  it('keeps databases apart', async () => {
    await client.db('one').collection<Row>('x').insertOne({ _id: 1, n: 1 });
    expect(await client.db('two').collection<Row>('x').findOne({ _id: 1 })).toBeNull();
    await client.db('two').dropDatabase();
    expect(await client.db('one').collection('x').countDocuments()).toBe(1);
  });

  it('gives amounts back digit for digit', async () => {
    const amounts = client.db('driver').collection<{ _id: string; amount: unknown }>('amounts');
    const kept = [{ _id: 'long', amount: Long.fromString('9007199254740993') }, { _id: 'decimal', amount: Decimal128.fromString('1.10') }, { _id: 'text', amount: '115792089237316195423570985008687907853' }];
    await amounts.insertMany(kept);
    expect(await amounts.find({}, { promoteLongs: false }).toArray()).toEqual(kept);
  });

  it.each([
    ['a transaction', () => client.withSession((session) => session.withTransaction(() => rows('t').insertOne({ _id: 1, n: 1 }, { session }))), /does not support retryable writes/],
    ['an aggregation stage it lacks', () => rows('t').aggregate([{ $lookup: {} }]).toArray(), /does not implement the pipeline stage \$lookup/],
    ['an expression it lacks, even in a branch that is not taken', () => rows('t').updateOne({ _id: 1 }, [{ $set: { n: { $cond: [true, 1, { $divide: [1, 0] }] } } }], { upsert: true }), /does not implement the expression operator \$divide/],
    ['a collation', () => rows('t').find().collation({ locale: 'en' }).toArray(), /does not implement the option collation/],
    ['decimal arithmetic', () => client.db('driver').collection<{ _id: string }>('amounts').updateOne({ _id: 'decimal' }, { $inc: { amount: 1 } }), /does not implement \$inc on Decimal128/],
    ['a change stream', () => rows('t').watch().next(), /does not implement the pipeline stage \$changeStream/],
    ['a key that no index can hold', () => client.db('driver').collection<{ _id: string }>('t').insertOne({ _id: 'x'.repeat(3000) }), /keeps index keys of at most 1960 bytes/],
  ])('refuses %s by name', async (_, attempt, sentence) => {
    await expect(attempt()).rejects.toThrow(sentence);
  });
});
