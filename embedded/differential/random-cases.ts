import { Decimal128, Double, Int32, Long } from 'bson';
import type { Document } from 'bson';
import fc from 'fast-check';
import type { Scenario } from './scenario.js';

/** Few distinct values, so that filters and duplicates meet often; numbers on both sides of 2^53, of every type. */
const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, false, 'a', 'b', '', 'é', new Date(0), new Date(5)),
  fc.integer({ min: -2, max: 3 }).map((value) => new Int32(value)),
  fc.constantFrom(0.5, 2, 9007199254740992, -0.5, Number.NaN).map((value) => new Double(value)),
  fc.constantFrom('2', '9007199254740991', '9007199254740993', '-9007199254740993').map((text) => Long.fromString(text)),
  fc.constantFrom('2', '0.5', '9007199254740992.5', '9007199254740993').map((text) => Decimal128.fromString(text)),
);
const field = fc.constantFrom('a', 'b', 'c');
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(field, scalar, { maxKeys: 2 }) },
  { weight: 1, arbitrary: fc.array(fc.dictionary(field, scalar, { minKeys: 1, maxKeys: 2 }), { maxLength: 2 }) },
);
const stored: fc.Arbitrary<Document> = fc.dictionary(field, value, { maxKeys: 3 });
const path = fc.constantFrom('a', 'b', 'c', 'a.a', 'a.b', 'b.c', 'a.0');

const condition: fc.Arbitrary<unknown> = fc.oneof(
  value,
  fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), value).map(([operator, operand]) => ({ [operator]: operand })),
  fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { maxLength: 3 })).map(([operator, operands]) => ({ [operator]: operands })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  scalar.map((operand) => ({ $not: { $gt: operand } })),
  scalar.map((operand) => ({ $elemMatch: { $gte: operand } })),
);
const simple: fc.Arbitrary<Document> = fc.dictionary(path, condition, { minKeys: 1, maxKeys: 2 });
const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 3, arbitrary: simple },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('$or', '$nor', '$and'), fc.array(simple, { minLength: 1, maxLength: 3 })).map(([operator, parts]) => ({ [operator]: parts })) },
);
const direction = fc.constantFrom(1, -1);
// `_id` last makes every order total, so that equal keys cannot come in two orders.
const sort = fc.uniqueArray(fc.tuple(path.filter((name) => name !== 'a.0'), direction), { selector: ([name]) => name, maxLength: 2 }).map((fields) => ({ ...Object.fromEntries(fields), _id: 1 }));
const indexKey = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'a.a', 'b.c'), direction), { selector: ([name]) => name, minLength: 1, maxLength: 3 }).map((fields) => Object.fromEntries(fields));

/** Changes that may fail on a document: made to one alone, because the order in which several are met is not promised. */
const fallible: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom('$set', '$push', '$addToSet', '$pull', '$min'), fc.constantFrom('a', 'b', 'a.b', 'd'), scalar)
  .map(([operator, name, operand]) => ({ [operator]: { [name]: operand } }));
const change: fc.Arbitrary<unknown> = fc.oneof(
  fc.tuple(fc.constantFrom('$set', '$min', '$max', '$setOnInsert'), fc.constantFrom('a', 'b', 'd'), scalar).map(([operator, name, operand]) => ({ [operator]: { [name]: operand } })),
  fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: -3, max: 3 })).map(([name, by]) => ({ $unset: { [name]: 1 }, $set: { counted: by } })),
  fc.tuple(field, scalar, scalar).map(([name, bound, operand]) => [{ $set: { [name]: { $cond: [{ $lt: [{ $ifNull: [`$${name}`, bound] }, operand] }, { $literal: operand }, `$${name}`] } } }]),
);

/** Documents, an index made before or after them, then random reads and changes of them. */
export const randomScenario: fc.Arbitrary<Scenario> = fc
  .record({
    documents: fc.array(stored, { minLength: 1, maxLength: 12 }),
    indexes: fc.array(indexKey, { maxLength: 2 }),
    reads: fc.array(fc.record({ filter, sort, skip: fc.constantFrom(0, 0, 1), limit: fc.constantFrom(0, 0, 3) }), { minLength: 1, maxLength: 6 }),
    changes: fc.array(
      fc.oneof(
        fc.record({ q: filter, u: change, multi: fc.constant(true) }),
        fc.record({ q: fc.integer({ min: 0, max: 12 }).map((_id) => ({ _id })), u: fallible, upsert: fc.boolean() }),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ documents, indexes, reads, changes }) => ({
    name: 'random',
    steps: [
      { insert: 'r', documents: documents.map((document, at) => ({ _id: at, ...document })) },
      ...indexes.map((key) => ({ createIndexes: 'r', indexes: [{ key, name: JSON.stringify(key) }] })),
      ...reads.map((read) => ({ find: 'r', ...read })),
      ...changes.flatMap((statement) => [{ update: 'r', updates: [statement] }, { find: 'r', sort: { _id: 1 } }]),
      ...reads.map((read) => ({ count: 'r', query: read.filter })),
    ],
  }));
