import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection, Document } from 'mongodb';
import { MongoClient } from 'mongodb';
import type { EmbeddedStore } from '../start-embedded-store.js';
import { startEmbeddedStore } from '../start-embedded-store.js';

interface Row {
  _id: number;
  label: number;
  day: Date | null;
  note?: string;
}

describe('what a read examines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  let store: EmbeddedStore;
  let client: MongoClient;
  let rows: Collection<Row>;

  beforeAll(async () => {
    store = await startEmbeddedStore({ folder, durable: false });
    client = await new MongoClient(store.uri).connect();
    rows = client.db('t').collection('rows');
    await rows.createIndexes([{ key: { _id: 1, label: 1 } }]);
    await rows.createIndexes([{ key: { label: 1, day: -1, _id: 1 } }]);
    await rows.insertMany(Array.from({ length: 600 }, (_, at) => ({ _id: at, label: at % 6, day: at % 50 === 0 ? null : new Date(at * 7919 % 1000), note: 'n' })));
  });
  afterAll(async () => {
    await client.close();
    await store.stop();
    rmSync(folder, { recursive: true });
  });

  async function examinedBy(read: () => Promise<Document[]>): Promise<{ examined: number; found: Document[] }> {
    const before = await store.examinedDocuments();
    const found = await read();
    return { examined: (await store.examinedDocuments()) - before, found };
  }

  it('does not fetch a named document whose label is not asked for', async () => {
    const ids = Array.from({ length: 60 }, (_, at) => at);
    const { examined, found } = await examinedBy(() => rows.find({ _id: { $in: ids }, label: { $in: [1, 2] } }).toArray());
    expect(found).toHaveLength(20);
    expect(examined).toBe(20);
  });

  it('fetches one page and no more, in order across labels', async () => {
    const visible = { label: { $in: [1, 3, 4] } };
    const { examined, found } = await examinedBy(() => rows.find(visible).sort({ day: -1, _id: 1 }).limit(50).toArray());
    expect(examined).toBe(50);
    const everything = await rows.find(visible).toArray();
    const expected = everything.sort((left, right) => Number(right.day ?? -1) - Number(left.day ?? -1) || left._id - right._id).slice(0, 50);
    expect(found).toEqual(expected);
  });

  it('decides the place of a page on the keys', async () => {
    const after = new Date(500);
    const page = { label: { $in: [1, 3] }, $or: [{ day: { $lt: after } }, { day: after, _id: { $gt: 100 } }] };
    const { examined, found } = await examinedBy(() => rows.find(page).sort({ day: -1, _id: 1 }).limit(10).toArray());
    expect(found).toHaveLength(10);
    expect(examined).toBe(10);
  });

  it('counts by keys alone where documents must be fetched only to be counted', async () => {
    const { examined } = await examinedBy(async () => [{ n: await rows.countDocuments({ label: 5, day: { $gte: new Date(900) } }) }]);
    const matching = await rows.find({ label: 5, day: { $gte: new Date(900) } }).toArray();
    expect(examined).toBe(matching.length);
  });

  it('reads the same through an index as without one', async () => {
    const bare = client.db('t').collection<Row>('bare');
    await bare.insertMany(await rows.find().toArray());
    for (const filter of [{ label: { $gt: 3 } }, { label: 2, day: null }, { label: { $ne: 1 }, day: { $lte: new Date(3) } }, { label: { $in: [1, 9] }, day: { $gt: new Date(2), $lt: new Date(700) } }]) {
      const read = (from: Collection<Row>): Promise<Document[]> => from.find(filter).sort({ label: 1, day: -1, _id: 1 }).toArray();
      expect(await read(rows)).toEqual(await read(bare));
    }
  });

  it('answers a sort that needs more memory than declared with an error, not with a part', async () => {
    const large = client.db('t').collection('large');
    for (let batch = 0; batch < 11; batch++) await large.insertMany(Array.from({ length: 10 }, (_, at) => ({ at, filler: 'x'.repeat(1024 * 1024) })));
    await expect(large.find().sort({ at: 1 }).toArray()).rejects.toMatchObject({ code: 292 });
    expect(await large.find().sort({ at: 1 }).limit(3).project({ at: 1, _id: 0 }).toArray()).toEqual([{ at: 0 }, { at: 0 }, { at: 0 }]);
  });
});
