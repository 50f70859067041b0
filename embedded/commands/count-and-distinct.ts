import { Int32 } from 'bson';
import { parseFilter } from '../query/parse-filter.js';
import { MISSING, valuesAtPath } from '../query/path-values.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isNumber } from '../values/bson-value.js';
import { integerValue } from '../values/integer.js';
import { encodeOrdered } from '../values/ordered-key.js';
import type { Command } from './command.js';
import { foundDocuments } from './find.js';
import { countField, documentField, stringField } from './read-options.js';
import { ServerError } from './server-error.js';

export const count: Command = {
  options: ['query', 'skip', 'limit', 'hint', 'fields'],
  run(request) {
    const { limit } = request.command;
    // A negative limit means the same as a positive one here.
    const most = isNumber(limit) ? Math.abs(integerValue(limit) ?? 0) : 0;
    const found = foundDocuments(request, { filter: parseFilter(documentField(request, 'query')), sort: [], skip: countField(request, 'skip') ?? 0, limit: most });
    let total = 0;
    while (found.next().done !== true) total++;
    return { n: new Int32(total) };
  },
};

export const distinct: Command = {
  options: ['key', 'query', 'hint'],
  run(request): BsonDocument {
    const key = stringField(request, 'key');
    if (key === '') throw new ServerError(40352, 'FieldPath cannot be constructed with empty string');
    const found = new Map<string, { order: Buffer; value: BsonValue }>();
    for (const { document } of foundDocuments(request, { filter: parseFilter(documentField(request, 'query')), sort: [], skip: 0, limit: 0 })) {
      for (const value of valuesAtPath(document, key)) {
        if (value === MISSING) continue;
        for (const member of Array.isArray(value) ? value : [value]) {
          const order = encodeOrdered(member);
          const text = order.toString('latin1');
          if (!found.has(text)) found.set(text, { order, value: member });
        }
      }
    }
    const sorted = [...found.values()].sort((left, right) => Buffer.compare(left.order, right.order));
    return { values: sorted.map(({ value }) => value) };
  },
};
