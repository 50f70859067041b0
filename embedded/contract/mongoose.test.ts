import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import type { EmbeddedStore } from '../start-embedded-store.js';
import { startEmbeddedStore } from '../start-embedded-store.js';

describe('mongoose on the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  let store: EmbeddedStore;
  let connection: Connection;

  beforeAll(async () => {
    store = await startEmbeddedStore({ folder, durable: false });
    connection = await mongoose.createConnection(store.uri, { dbName: 'arrests' }).asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await store.stop();
    rmSync(folder, { recursive: true });
  });

  it('inserts, finds, updates and finds-and-modifies through a model', async () => {
    const schema = new mongoose.Schema({ _id: String, label: Number, day: Date, tags: [String] }, { strict: 'throw', versionKey: false });
    schema.index({ label: 1, day: -1, _id: 1 });
    const model = connection.model('Arrest', schema);
    await model.init();
    await model.insertMany([
      { _id: 'a', label: 1, day: new Date(3), tags: ['x'] },
      { _id: 'b', label: 2, day: new Date(2), tags: [] },
      { _id: 'c', label: 1, day: new Date(1), tags: ['y', 'z'] },
    ]);
    const found = await model.find({ label: { $in: [1, 2] } }).sort({ day: -1, _id: 1 }).limit(2).lean();
    expect(found.map(({ _id }) => _id)).toEqual(['a', 'b']);
    await model.updateOne({ _id: 'b' }, { $set: { label: 9 } });
    const changed = await model.findOneAndUpdate({ label: 9 }, { $push: { tags: 'n' } }, { returnDocument: 'after' }).lean();
    expect(changed?.tags).toEqual(['n']);
    await model.updateOne({ _id: 'b' }, [{ $set: { label: { $cond: [{ $lt: ['$label', 10] }, 11, '$label'] } } }], { updatePipeline: true });
    expect((await model.findById('b').lean())?.label).toBe(11);
    await expect(model.create({ _id: 'a', label: 1 })).rejects.toMatchObject({ code: 11000, keyValue: { _id: 'a' } });
  });
});
