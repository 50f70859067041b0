import { Decimal128, Double, Int32, Long, ObjectId } from 'bson';
import type { Document } from 'bson';
import type { Scenario } from './scenario.js';

const all = (collection: string): Document => ({ find: collection, sort: { _id: 1 } });
const start = { insert: 'u', documents: [{ _id: 1, n: 5, s: 'x', a: [1, 2, 3], d: { e: 1 }, l: Long.fromString('9007199254740993'), z: null }] };

function updates(name: string, ...changes: unknown[]): Scenario {
  const steps = changes.flatMap((u) => [{ update: 'u', updates: [{ q: { _id: 1 }, u }] }, all('u')]);
  return { name, steps: [start, ...steps] };
}

function upserts(name: string, ...statements: Document[]): Scenario {
  return { name, steps: statements.flatMap((statement, at) => [{ update: `u${String(at)}`, updates: [{ upsert: true, ...statement }] }, { find: `u${String(at)}` }]) };
}

const LIMITS = ['9007199254740991', '9007199254740992', '9007199254740993', '-9007199254740993', '9223372036854775807'];

export const WRITING: readonly Scenario[] = [
  {
    name: 'insert, ordered and unordered',
    steps: [
      { insert: 'i', documents: [{ _id: 1 }, { _id: 1 }, { _id: 2 }] }, all('i'),
      { insert: 'i', documents: [{ _id: 3 }, { _id: 1 }, { _id: 4 }, { _id: 2, x: 1 }], ordered: false }, all('i'),
      { insert: 'i', documents: [{ x: 1, _id: 9 }] }, { insert: 'i', documents: [{ _id: [1] }] }, { insert: 'i', documents: [{ _id: { $a: 1 } }] }, { insert: 'i', documents: [] }, { insert: 'i', documents: [5] }, { insert: 'i' },
      { insert: 'i', documents: [{ _id: 10 }], foo: 1 }, { insert: 'i', documents: [{ _id: /a/ }] }, all('i'),
    ],
  },
  updates('set and unset', { $set: { n: 6, q: 1, b: 2 } }, { $set: { n: 6 } }, { $set: { n: Long.fromString('6') } }, { $unset: { q: 1, absent: '' } }, { $set: { 'd.f.g': 1 } }, { $set: { 'a.1': 'two', 'a.5': 'five' } }, { $unset: { 'a.0': 1 } }, { $set: { 's.x': 1 } }, { $set: { 'a.x': 1 } }, { $set: { 'z.x': 1 } }),
  updates('inc', { $inc: { n: 1 } }, { $inc: { n: new Double(0.5) } }, { $inc: { fresh: 3 } }, { $inc: { n: 'x' } }, { $inc: { s: 1 } }, { $inc: { big: 2147483647 } }, { $inc: { big: 1 } }, { $inc: { n: 0 } }),
  updates('inc beyond 2^53', ...LIMITS.map((limit) => ({ $set: { l: Long.fromString(limit) } })), { $inc: { l: Long.fromString('-1') } }, { $inc: { l: 1 } }, { $inc: { l: 1 } }, { $inc: { l: Long.fromString('-9007199254740993') } }),
  updates('min and max', { $max: { n: 9 } }, { $max: { n: 3 } }, { $min: { n: Long.fromString('-9007199254740993') } }, { $max: { s: 5 } }, { $min: { s: 5 } }, { $max: { fresh: 1 } }, { $max: { l: new Double(9007199254740992) } }, { $max: { l: Decimal128.fromString('9007199254740993.5') } }),
  updates('arrays', { $push: { a: 4 } }, { $push: { a: { $each: [5, 6], $position: 0, $slice: 4 } } }, { $push: { a: { $each: [7], $slice: -2 } } }, { $addToSet: { a: 7 } }, { $addToSet: { a: { $each: [7, 8, 8] } } }, { $pull: { a: 7 } }, { $pull: { a: { $gt: 7 } } }, { $push: { a: { x: 1, y: 2 } } }, { $pull: { a: { x: 1 } } }, { $pop: { a: 1 } }, { $pop: { a: 2 } }, { $push: { s: 1 } }, { $addToSet: { s: 1 } }, { $pull: { s: 1 } }, { $push: { fresh: 1 } }, { $pull: { absent: 1 } }, { $pop: { s: 1 } }, { $pull: { 's.x': 1 } }, { $pull: { 'a.x': 1 } }, { $pull: { 's.x.y': 1 } }, { $pop: { 'a.x': 1 } }, { $pop: { 's.x': 1 } }, { $unset: { 'a.x': 1 } }, { $unset: { 's.x': 1 } }, { $pull: { 'a.9.x': 1 } }, { $pull: { 'd.x.y': 1 } }, { $max: { 's.x': 1 } }, { $addToSet: { 'a.x': 1 } }, { $setOnInsert: { 's.x': 1 } }),
  updates('conflicts and unknown operators', { $set: { n: 1 }, $inc: { n: 1 } }, { $set: { d: 1, 'd.e': 2 } }, { $foo: { n: 1 } }, { $set: 5 }, { $set: { _id: 2 } }, { $set: { _id: 1 } }, { $unset: { _id: 1 } }, { $set: { '': 1 } }, { $set: { 'a..b': 1 } }, { n: 1, $set: { a: 1 } }, {}, { $set: {} }, { $inc: { _id: 1 } }),
  updates('replacement', { n: 7 }, { _id: 1, m: 7 }, { _id: 2, m: 7 }, { m: 7, _id: 1 }, { _id: 1, m: 7 }),
  updates(
    'pipelines', [{ $set: { n: { $cond: [{ $lt: [{ $ifNull: ['$seq', 0] }, Long.fromString('9007199254740993')] }, { $literal: { $x: 1 } }, '$n'] }, seq: Long.fromString('9007199254740993') } }],
    [{ $set: { t: { $cond: { if: { $gte: ['$seq', Long.fromString('9007199254740993')] }, then: 'kept', else: 'lost' } } } }],
    [{ $set: { 'd.h': '$s', arr: ['$n', '$absent'], doc: { a: '$s', b: '$absent' }, 'a.q': 1 } }], [{ $unset: ['doc', 'arr'] }], [{ $replaceWith: { $cond: [{ $lt: ['$absent', 5] }, { _id: '$_id', was: '$$ROOT' }, '$$ROOT'] } }],
    [{ $replaceWith: { fresh: 1 } }], [{ $replaceWith: { _id: 5 } }], [{ $replaceWith: 5 }], [{ $replaceRoot: { newRoot: '$absent' } }], [{ $set: { m: { $mergeObjects: [{ a: 1 }, { b: 2 }] }, x: { $max: [1, 5, null] }, y: { $add: [1, 2] } } }], [{ $project: { m: 1 } }],
    [{ $match: {} }], [{ $foo: 1 }], [{ $set: { v: '$$NOPE' } }], [{ $set: { x: { $subtract: [Long.fromString('9007199254740993'), 1] } } }], [{ $set: { x: '$$REMOVE', c: { $concatArrays: [[1], [2]] }, i: { $in: [1, [1, 2]] }, z: { $size: [[1, 2]] }, cmp: { $cmp: ['a', 1] }, not: { $not: [0] } } }], [],
  ),
  upserts(
    'upsert', { q: { _id: 1, a: 2 }, u: { $set: { b: 3 } } }, { q: { a: 2, _id: 'x' }, u: { $setOnInsert: { c: 1 }, $inc: { n: 2 } } }, { q: { _id: 5 }, u: { m: 1 } }, { q: { _id: 5, x: { $gt: 1 }, y: { $in: [3] } }, u: { $set: { b: 1 } } }, { q: { $and: [{ _id: 7 }, { z: { $eq: 1 } }] }, u: { $set: { b: 1 } } },
    { q: { _id: 8 }, u: [{ $set: { n: { $ifNull: ['$n', 41] } } }] }, { q: { _id: 8 }, u: { $set: { _id: 9 } } }, { q: { _id: 8 }, u: { _id: 9 } }, { q: { _id: 1, 'a.b': 2 }, u: { $set: { 'a.c': 3 } } }, { q: { _id: 1 }, u: { $unset: { a: 1 } } }, { q: { _id: 1, a: 2 }, u: { $set: { a: 3 } } },
    { q: { _id: 1, $or: [{ a: 1 }] }, u: { $set: { c: 3 } } }, { q: { _id: 3 }, u: { $push: { a: 1 } } }, { q: { _id: 'r' }, u: [{ $replaceWith: { k: 1 } }] },
  ),
  {
    name: 'multi, several statements, ordered and unordered',
    steps: [
      { insert: 'm', documents: [{ _id: 1, k: 1 }, { _id: 2, k: 1 }, { _id: 3, k: 2 }] }, { createIndexes: 'm', indexes: [{ key: { u: 1 }, name: 'u_1', unique: true, sparse: true }] },
      { update: 'm', updates: [{ q: { k: 1 }, u: { $set: { x: 1 } }, multi: true }] }, { update: 'm', updates: [{ q: {}, u: { x: 2 }, multi: true }] }, { update: 'm', updates: [{ q: { _id: 1 }, u: { $set: { u: 1 } } }, { q: { _id: 2 }, u: { $set: { u: 1 } } }, { q: { _id: 3 }, u: { $set: { u: 3 } } }] },
      { update: 'm', ordered: false, updates: [{ q: { _id: 2 }, u: { $set: { u: 1 } } }, { q: { _id: 3 }, u: { $set: { u: 4 } } }] }, { update: 'm', updates: [{ q: { _id: 2 }, u: { $set: { u: 1 } }, foo: 1 }] }, { update: 'm', updates: [] }, { update: 'absent', updates: [{ q: {}, u: { $set: { a: 1 } } }] }, { listCollections: 1, filter: { name: 'absent' } }, all('m'),
    ],
  },
  {
    name: 'delete',
    steps: [
      { insert: 'd', documents: [{ _id: 1, k: 1 }, { _id: 2, k: 1 }, { _id: 3, k: 2 }, { _id: 4, k: 2 }] }, { delete: 'd', deletes: [{ q: { k: 1 }, limit: 1 }] }, all('d'), { delete: 'd', deletes: [{ q: { k: 2 }, limit: 0 }] }, all('d'), { delete: 'd', deletes: [{ q: {}, limit: 2 }] }, { delete: 'd', deletes: [{ q: {} }] },
      { delete: 'absent', deletes: [{ q: {}, limit: 0 }] }, { delete: 'd', deletes: [] }, { delete: 'd', deletes: [{ q: { $foo: 1 }, limit: 0 }] },
    ],
  },
  {
    name: 'findAndModify',
    steps: [
      { insert: 'f', documents: [{ _id: 1, n: 1 }, { _id: 2, n: 2 }] },
      ...[
        { query: { _id: 1 }, update: { $inc: { n: 5 } } }, { query: { _id: 1 }, update: { $inc: { n: 5 } }, new: true }, { query: {}, sort: { n: -1 }, update: { $set: { top: true } }, new: true, fields: { top: 1 } }, { query: { _id: 9 }, update: { $set: { a: 1 } } },
        { query: { _id: 9 }, update: { $set: { a: 1 } }, upsert: true }, { query: { _id: 10 }, update: { $set: { a: 1 } }, upsert: true, new: true }, { query: { _id: 2 }, remove: true }, { query: { _id: 2 }, remove: true }, { query: { _id: 1 }, update: [{ $set: { n: { $add: ['$n', 1] } } }], new: true }, { query: { _id: 1 }, update: { n: 'replaced' }, new: true },
        { query: { _id: 1 } }, { query: { _id: 1 }, remove: true, update: { a: 1 } }, { query: { _id: 1 }, remove: true, new: true }, { query: { _id: 1 }, update: { $set: { _id: 5 } } }, { query: { _id: 1 }, update: { $foo: { a: 1 } } }, { query: { _id: 1 }, update: { $set: { a: 1 } }, foo: 1 }, { query: { _id: 1 }, update: { _id: 10 } }, { query: { $foo: 1 }, update: { $set: { a: 1 } } },
      ].map((options) => ({ findAndModify: 'f', ...options })),
      all('f'),
    ],
  },
  {
    name: 'indexes',
    steps: [
      ...[
        [{ key: { a: 1 }, name: 'a_1' }], [{ key: { a: 1 }, name: 'a_1' }], [{ key: { a: 1 }, name: 'other' }], [{ key: { b: 1 }, name: 'a_1' }], [{ key: { a: 1 }, name: 'a_1', unique: true }], [{ key: { b: 1, c: -1 }, name: 'b_1_c_-1', unique: true, background: true }], [{ key: {}, name: 'x' }], [{ key: { a: 0 }, name: 'x' }], [{ name: 'x' }], [{ key: { z: 1 } }], [{ key: { z: 1 }, name: 'z', foo: 1 }], [], [{ key: { _id: 1 }, name: '_id_' }], [{ key: { s: 1 }, name: 's', sparse: true }],
      ].map((indexes) => ({ createIndexes: 'x', indexes })),
      { listIndexes: 'x' }, { listIndexes: 'absent' }, { insert: 'x', documents: [{ _id: 1, b: 1, c: 2 }, { _id: 2, b: 1, c: 2 }] }, { insert: 'x', documents: [{ _id: 3 }, { _id: 4 }], ordered: false }, { insert: 'x', documents: [{ _id: 5, b: 'x', c: { d: [1.5, 2.0, Long.fromString('7'), true, null, new Date(5), new ObjectId('65f000000000000000000001')] } }, { _id: 6, b: 'x', c: { d: [1.5, 2.0, Long.fromString('7'), true, null, new Date(5), new ObjectId('65f000000000000000000001')] } }] },
      { createIndexes: 'x', indexes: [{ key: { missing: 1 }, name: 'm', unique: true }] }, { insert: 'x', documents: [{ _id: 7, b: [1, 2], c: [1, 2] }] }, { insert: 'x', documents: [{ _id: 8, b: [1, 7], c: 2 }] }, { dropIndexes: 'x', index: 'a_1' }, { dropIndexes: 'x', index: 'a_1' }, { dropIndexes: 'x', index: '_id_' }, { dropIndexes: 'x', index: { b: 1, c: -1 } }, { dropIndexes: 'x', index: '*' }, { dropIndexes: 'absent', index: '*' }, { listIndexes: 'x' },
    ],
  },
  {
    name: 'collections and databases',
    steps: [
      { create: 'c' }, { create: 'c' }, { listCollections: 1, filter: { name: 'c' } }, { listCollections: 1, nameOnly: true }, { insert: 'c', documents: [{ _id: 1 }] }, { drop: 'c' }, { drop: 'c' }, { find: 'c' }, { create: 'a$b' }, { create: '' }, { create: 'x', foo: 1 }, { create: 5 }, { ping: 1 }, { ping: 1, foo: 1 }, { dropDatabase: 1 }, { dropDatabase: 1 }, { endSessions: [] }, { insert: 'system.foo', documents: [{ _id: 1 }] },
    ],
  },
  {
    name: 'number types are kept',
    steps: [
      { insert: 'k', documents: [{ _id: 1, v: [new Int32(1), new Double(1), Long.fromString('1'), Decimal128.fromString('1.0'), Decimal128.fromString('1.00'), new Double(-0)] }] }, all('k'), { find: 'k', filter: { v: { $elemMatch: { $type: 'long' } } } }, { insert: 'k', documents: [{ _id: new Double(1) }] }, { insert: 'k', documents: [{ _id: Long.fromString('1') }] },
      ...LIMITS.map((limit) => ({ insert: 'k', documents: [{ _id: Long.fromString(limit) }, { _id: limit }] })), { insert: 'k', documents: [{ _id: new Double(9007199254740992) }] }, all('k'), ...LIMITS.map((limit) => ({ find: 'k', filter: { _id: { $gte: Long.fromString(limit) } }, sort: { _id: 1 } })),
    ],
  },
];
