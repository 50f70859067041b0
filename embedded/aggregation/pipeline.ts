import { Int32 } from 'bson';
import { notImplemented, ServerError } from '../commands/server-error.js';
import { inMemoryOrder } from '../query/memory-sort.js';
import { matches } from '../query/match.js';
import { parseFilter } from '../query/parse-filter.js';
import { parseSort } from '../query/sort-order.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, isNumber } from '../values/bson-value.js';
import { integerValue } from '../values/integer.js';
import { addFields, projectStage, replaceRoot, unsetStage } from './document-stages.js';
import { groupStage } from './group.js';

export type Documents = Iterable<BsonDocument>;
export type PipelineStage = (input: Documents) => Documents;

/** Stages MongoDB has and this store does not. */
const ELSEWHERE = new Set([
  '$lookup', '$graphLookup', '$facet', '$bucket', '$bucketAuto', '$sortByCount', '$unwind', '$out', '$merge', '$unionWith', '$sample', '$redact', '$geoNear',
  '$collStats', '$indexStats', '$changeStream', '$densify', '$fill', '$setWindowFields', '$search', '$documents', '$planCacheStats', '$currentOp', '$listSessions',
]);

export function isStageElsewhere(name: string): boolean {
  return ELSEWHERE.has(name);
}

/** Reads a stage once; what is wrong with it is said before any document is read. */
export function parseStage(source: BsonDocument): PipelineStage {
  const [name, ...others] = Object.keys(source);
  if (name === undefined || others.length > 0) throw new ServerError(40323, 'A pipeline stage specification object must contain exactly one field.');
  const operand = source[name] ?? null;
  switch (name) {
    case '$match':
      return matchStage(operand);
    case '$sort':
      return sortStage(operand);
    case '$limit':
      return limitStage(operand);
    case '$skip':
      return skipStage(operand);
    case '$group':
      return groupStage(operand);
    case '$count':
      return countStage(operand);
    case '$project':
      return eachDocument(projectStage(operand));
    case '$set':
    case '$addFields':
      return eachDocument(addFields(name, operand));
    case '$unset':
      return eachDocument(unsetStage(operand));
    case '$replaceWith':
      return eachDocument(replaceRoot("'replacement document'", operand));
    case '$replaceRoot':
      return eachDocument(replaceRoot("'newRoot' expression", isDocument(operand) ? (operand['newRoot'] ?? null) : operand));
    default:
      if (ELSEWHERE.has(name)) throw notImplemented(`the pipeline stage ${name}`);
      throw new ServerError(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

export function matchOperand(operand: BsonValue): BsonDocument {
  if (!isDocument(operand)) throw new ServerError(15959, 'the match filter must be an expression in an object');
  return operand;
}

export function sortOperand(operand: BsonValue): BsonDocument {
  if (!isDocument(operand)) throw new ServerError(15973, 'the $sort key specification must be an object');
  if (Object.keys(operand).length === 0) throw new ServerError(15976, '$sort stage must have at least one sort key');
  return operand;
}

function matchStage(operand: BsonValue): PipelineStage {
  const filter = parseFilter(matchOperand(operand));
  return function* match(input) {
    for (const document of input) if (matches(filter, document)) yield document;
  };
}

function sortStage(operand: BsonValue): PipelineStage {
  const fields = parseSort(sortOperand(operand));
  return (input) => inMemoryOrder(input, (document) => ({ document, bytes: undefined }), fields, 0, 'aggregate');
}

function limitStage(operand: BsonValue): PipelineStage {
  const most = isNumber(operand) ? integerValue(operand) : undefined;
  if (most === undefined) throw new ServerError(5107201, 'invalid argument to $limit stage: Expected a number in: $limit');
  if (most < 0) throw new ServerError(5107201, `invalid argument to $limit stage: Expected a non-negative number in: $limit: ${String(most)}`);
  if (most === 0) throw new ServerError(15958, 'the limit must be positive');
  return function* limit(input) {
    let taken = 0;
    for (const document of input) {
      yield document;
      if (++taken >= most) return;
    }
  };
}

function skipStage(operand: BsonValue): PipelineStage {
  const count = isNumber(operand) ? integerValue(operand) : undefined;
  if (count === undefined) throw new ServerError(5107200, 'invalid argument to $skip stage: Expected a number in: $skip');
  if (count < 0) throw new ServerError(5107200, `invalid argument to $skip stage: Expected a non-negative number in: $skip: ${String(count)}`);
  return function* skip(input) {
    let passed = 0;
    for (const document of input) if (passed++ >= count) yield document;
  };
}

function countStage(operand: BsonValue): PipelineStage {
  if (typeof operand !== 'string') throw new ServerError(40156, 'the count field must be a non-empty string');
  if (operand === '') throw new ServerError(40157, 'the count field must be a non-empty string');
  if (operand.startsWith('$')) throw new ServerError(40158, 'the count field cannot be a $-prefixed path');
  return function* count(input) {
    let total = 0;
    for (const document of input) total += Number(isDocument(document));
    if (total > 0) yield { [operand]: new Int32(total) };
  };
}

function eachDocument(change: (document: BsonDocument) => BsonDocument): PipelineStage {
  return function* each(input) {
    for (const document of input) yield change(document);
  };
}
