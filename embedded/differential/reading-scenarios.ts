import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId } from 'bson';
import type { Document } from 'bson';
import type { Scenario } from './scenario.js';

const id = new ObjectId('65f000000000000000000001');

/** One document for each type, and for each place where MongoDB's order is not the obvious one. */
export const MIXED: readonly unknown[] = [
  null, new Int32(5), new Double(5.5), Long.fromString('5'), Long.fromString('9007199254740993'), new Double(9007199254740992),
  Decimal128.fromString('9007199254740992.5'), Decimal128.fromString('0.1'), new Double(0.1), Decimal128.fromString('NaN'), new Double(Number.NaN),
  new Double(-0), new Int32(-3), new Double(Infinity), new Double(-Infinity), 'a', 'B', 'é', '😀', 'a\u0000b', '', {}, { a: new Int32(1) },
  { b: new Int32(1) }, { a: 'x' }, { a: new Int32(1), b: new Int32(2) }, [], [new Int32(1), new Int32(9)], [[new Int32(1)]], ['a', new Int32(2)], [null],
  new Binary(Buffer.from('zz')), new Binary(Buffer.from('abc')), new Binary(Buffer.alloc(16, 7), 4), id, true, false, new Date(0),
  new Date(-5), new MinKey(), new MaxKey(), [{ a: new Int32(1) }, { a: new Int32(7) }], '9007199254740993', '123456789012345678901234567890',
];

function mixed(collection = 'mixed'): Document {
  const documents = [...MIXED.map((v, at) => ({ _id: at, v })), { _id: 99 }];
  return { insert: collection, documents };
}

const OPERANDS: readonly unknown[] = [
  null, 5, new Double(5.5), Long.fromString('9007199254740993'), Decimal128.fromString('0.1'), new Double(Number.NaN), 'a', '', {}, { a: 1 }, [], [1, 9],
  new Binary(Buffer.from('abc')), id, true, new Date(0), new MinKey(), new MaxKey(),
];

function over(name: string, ...filters: Document[]): Scenario {
  const reads = filters.map((filter) => ({ find: 'mixed', filter, sort: { _id: 1 } }));
  return { name, steps: [mixed(), ...reads] };
}

const compared = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map((operator) =>
  over(`${operator} of every type with every type`, ...OPERANDS.map((operand) => ({ v: { [operator]: operand } }))),
);

const nested = {
  insert: 'nested',
  documents: [
    { _id: 1, a: { b: 1 } }, { _id: 2, a: [{ b: 1 }, { b: 5 }] }, { _id: 3, a: [] }, { _id: 4, a: 7 }, { _id: 5 }, { _id: 6, a: [{ c: 1 }] },
    { _id: 7, a: { b: [1, 5] } }, { _id: 8, a: [[{ b: 1 }]] }, { _id: 9, a: { b: null } }, { _id: 10, a: [{ b: [3, 4] }, 5] }, { _id: 11, a: [1, 2] },
    { _id: 12, a: { 0: { b: 1 } } },
  ],
};

function inside(name: string, ...filters: Document[]): Scenario {
  return { name, steps: [nested, ...filters.map((filter) => ({ find: 'nested', filter, sort: { _id: 1 } }))] };
}

export const READING: readonly Scenario[] = [
  ...compared,
  over('$in and $nin', { v: { $in: [5, 'a', null] } }, { v: { $nin: [5, 'a', null] } }, { v: { $in: [[], {}] } }, { v: { $in: [] } }, { v: { $nin: [] } }, { v: { $in: [/^a/, 1] } }),
  over('$exists, $type and $size', { v: { $exists: true } }, { v: { $exists: false } }, { v: { $type: 'number' } }, { v: { $type: ['string', 8] } }, { v: { $type: 'array' } }, { v: { $size: 0 } }, { v: { $size: 2 } }, { v: { $size: -1 } }, { v: { $type: 'nope' } }),
  over('logical operators', { $or: [{ v: 5 }, { v: 'a' }] }, { $nor: [{ v: 5 }, { v: 'a' }] }, { $and: [{ v: { $gt: 1 } }, { v: { $lt: 9 } }] }, { v: { $not: { $gt: 1 } } }, { v: { $gt: 1, $lt: 9 } }, { $or: [] }, { $and: 5 }, { $or: [5] }, { v: { $not: {} } }, { v: { $not: 5 } }),
  over('regular expressions', { v: /A/i }, { v: { $regex: '^.$' } }, { v: { $regex: 'a', $options: 'i' } }, { v: { $not: /a/ } }, { v: { $options: 'i' } }, { v: { $regex: 5 } }, { v: { $ne: /a/ } }, { v: { $regex: 'b$' } }),
  over('unknown operators', { $foo: 1 }, { v: { $foo: 1 } }, { v: { $in: 5 } }, { v: { $elemMatch: 5 } }, { v: { $gt: /a/ } }),
  over('$expr', { $expr: { $gt: ['$v', 5] } }, { $expr: { $eq: ['$v', null] } }, { $expr: { $lt: ['$v', { $literal: 'a' }] } }, { $expr: { $ne: ['$v', '$missing'] } }),
  inside('paths through documents and arrays', { 'a.b': 1 }, { 'a.b': null }, { 'a.b': { $ne: 1 } }, { 'a.b': { $exists: false } }, { 'a.b': { $gt: 2, $lt: 4 } }, { 'a.0.b': 1 }, { 'a.0': 7 }, { 'a.0': { $exists: true } }, { 'a.b': { $in: [null] } }, { 'a.b': [1, 5] }, { 'a.b': { $not: { $gt: 2 } } }, { a: { b: 1 } }),
  inside('$elemMatch', { a: { $elemMatch: { b: 1 } } }, { a: { $elemMatch: { b: { $gt: 2 } } } }, { a: { $elemMatch: { $gt: 0, $lt: 2 } } }, { 'a.b': { $elemMatch: { $gt: 2, $lt: 4 } } }, { a: { $elemMatch: { $in: [2] } } }, { a: { $elemMatch: { $or: [{ b: 1 }, { c: 1 }] } } }, { a: { $elemMatch: { $not: { $gt: 1 } } } }, { a: { $elemMatch: {} } }),
  { name: 'sorting every type', steps: [mixed(), { find: 'mixed', sort: { v: 1, _id: 1 } }, { find: 'mixed', sort: { v: -1, _id: 1 } }, { find: 'mixed', sort: { 'v.a': 1, _id: -1 } }] },
  {
    name: 'sorting every type by an index',
    steps: [
      { createIndexes: 'mixed', indexes: [{ key: { v: 1, _id: 1 }, name: 'v' }] },
      { insert: 'mixed', documents: MIXED.filter((v) => !Array.isArray(v)).map((v, at) => ({ _id: at, v })) },
      { find: 'mixed', sort: { v: 1, _id: 1 } }, { find: 'mixed', sort: { v: -1, _id: -1 } }, { find: 'mixed', sort: { v: -1, _id: 1 } },
      ...OPERANDS.flatMap((operand) => ['$eq', '$gt', '$gte', '$lt', '$lte', '$ne'].map((operator) => ({ find: 'mixed', filter: { v: { [operator]: operand } }, sort: { _id: 1 } }))),
    ],
  },
  {
    name: 'sort errors',
    steps: [mixed(), { find: 'mixed', sort: { v: 2 } }, { find: 'mixed', sort: { v: 'up' } }, { find: 'mixed', sort: { '': 1 } }, { find: 'mixed', sort: 5 }, { find: 'mixed', sort: { $v: 1 } }],
  },
  {
    name: 'projections',
    steps: [
      { insert: 'p', documents: [{ _id: 1, a: { b: 1, c: [{ d: 1, e: 2 }, 5] }, f: [1, 2], g: null }] },
      ...[{ a: 1 }, { a: 0 }, { _id: 0 }, { _id: 0, f: 1 }, { 'a.b': 1 }, { 'a.c.d': 1 }, { 'a.c.d': 0 }, { a: { c: { e: true } } }, { a: 1, f: 0 }, { f: 0, a: 1 }, { g: 1, _id: 1 }, { x: '$a.b' }, { x: { $literal: 5 }, a: 1 }, { a: 1, 'a.b': 1 }, { _id: 1 }].map((projection) => ({ find: 'p', projection })),
    ],
  },
  {
    name: 'skip, limit and batches',
    steps: [
      { insert: 'n', documents: Array.from({ length: 12 }, (_, at) => ({ _id: at })) },
      { find: 'n', sort: { _id: 1 }, skip: 2, limit: 3 },
      { find: 'n', sort: { _id: 1 }, batchSize: 5 }, { getMore: 'CURSOR', collection: 'n', batchSize: 5 }, { getMore: 'CURSOR', collection: 'n' }, { getMore: 'CURSOR', collection: 'n' },
      { find: 'n', sort: { _id: 1 }, batchSize: 0 }, { getMore: 'CURSOR', collection: 'other' }, { killCursors: 'n', cursors: ['CURSOR'] }, { getMore: 'CURSOR', collection: 'n' },
      { find: 'n', sort: { _id: 1 }, batchSize: 2, singleBatch: true }, { find: 'n', sort: { _id: 1 }, limit: 4, batchSize: 4 }, { find: 'n', skip: -1 }, { find: 'n', limit: -1 }, { find: 'n', batchSize: -1 },
      { find: 'n', foo: 1 }, { find: 'n', filter: 5 }, { find: 5 }, { find: '' }, { find: 'a$b' }, { find: 'absent' }, { noSuchCommand: 1 },
    ],
  },
  {
    name: 'count and distinct',
    steps: [
      mixed(), { count: 'mixed' }, { count: 'mixed', query: { v: { $gt: 1 } } }, { count: 'mixed', skip: 3, limit: 5 }, { count: 'absent' },
      { distinct: 'mixed', key: 'v', query: { v: { $type: ['number', 'string', 'bool', 'object', 'null'] } } }, { distinct: 'mixed', key: 'v.a' }, { distinct: 'absent', key: 'v' }, { distinct: 'mixed', key: '' },
    ],
  },
  {
    name: 'aggregation',
    steps: [
      {
        insert: 'g',
        documents: [
          { _id: 1, k: 'a', n: 3, l: Long.fromString('9007199254740993') }, { _id: 2, k: 'b', n: 5, l: Long.fromString('2') }, { _id: 3, k: 'a', n: 4, l: Long.fromString('9007199254740993') }, { _id: 4, n: 1.5 }, { _id: 5, k: null, n: null },
        ],
      },
      ...[
        [{ $match: { n: { $gt: 3 } } }, { $sort: { _id: -1 } }],
        [{ $group: { _id: '$k', n: { $sum: 1 }, most: { $max: '$n' }, first: { $first: '$n' } } }, { $sort: { _id: 1 } }],
        [{ $match: { _id: { $lte: 3 } } }, { $group: { _id: null, n: { $sum: '$n' }, least: { $min: '$n' }, last: { $last: '$_id' }, all: { $push: '$n' } } }],
        [{ $group: { _id: '$k', l: { $sum: '$l' } } }, { $sort: { _id: 1 } }],
        [{ $group: { _id: { k: '$k' }, n: { $sum: 1 } } }, { $sort: { _id: 1 } }], [{ $group: { _id: { k: '$k', n: '$n' }, c: { $sum: 1 }, f: { $first: '$l' } } }, { $sort: { _id: 1 } }], [{ $group: { _id: '$l' } }, { $sort: { _id: -1 } }],
        [{ $match: {} }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 0, n: 1, k: 1 } }],
        [{ $match: { k: 'a' } }, { $count: 'found' }], [{ $match: { k: 'zz' } }, { $count: 'found' }], [{ $match: {} }, { $group: { _id: 1, n: { $sum: 1 } } }],
        [{ $set: { m: { $add: ['$n', 1] } } }, { $unset: 'l' }, { $sort: { _id: 1 } }], [{ $replaceWith: { a: '$n' } }, { $sort: { a: 1 } }],
        [{ $foo: 1 }], [{ $limit: 0 }], [{ $skip: -1 }], [{}], [{ $match: 5 }], [{ $group: { n: { $sum: 1 } } }], [{ $count: '' }], [{ $group: { _id: 1, n: { $foo: 1 } } }],
      ].map((pipeline) => ({ aggregate: 'g', pipeline, cursor: {} })),
      { aggregate: 'g', pipeline: [] }, { aggregate: 'absent', pipeline: [], cursor: {} }, { aggregate: 'g', pipeline: [{ $sort: { _id: 1 } }], cursor: { batchSize: 2 } }, { getMore: 'CURSOR', collection: 'g' },
    ],
  },
];
