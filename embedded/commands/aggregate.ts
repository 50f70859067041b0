import { parseStage, matchOperand, sortOperand } from '../aggregation/pipeline.js';
import type { Documents } from '../aggregation/pipeline.js';
import { parseFilter } from '../query/parse-filter.js';
import { parseSort } from '../query/sort-order.js';
import type { BsonDocument } from '../values/bson-value.js';
import { isDocument, isNumber, writeDocument } from '../values/bson-value.js';
import { integerValue } from '../values/integer.js';
import type { Command, Request } from './command.js';
import { foundDocuments } from './find.js';
import { collectionName } from './read-options.js';
import { notImplemented, ServerError } from './server-error.js';

export const aggregate: Command = {
  options: ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'bypassDocumentValidation'],
  run(request) {
    if (isNumber(request.command['aggregate'])) throw notImplemented('aggregation without a collection');
    const name = collectionName(request);
    const { pipeline, cursor } = request.command;
    if (!Array.isArray(pipeline) || !pipeline.every(isDocument)) throw new ServerError(14, "'pipeline' option must be specified as an array");
    if (!isDocument(cursor)) throw new ServerError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
    const documents = run(request, pipeline);
    return request.state.cursors.firstBatch(`${request.database}.${name}`, written(documents), { batchSize: batchSize(cursor) });
  },
};

/** A leading `$match` and the `$sort` behind it are a find: they may use an index. */
function run(request: Request, pipeline: readonly BsonDocument[]): Documents {
  const stages = pipeline.map(parseStage);
  const [first, second] = pipeline;
  const match = first?.['$match'];
  const sort = (match === undefined ? first : second)?.['$sort'];
  const taken = Number(match !== undefined) + Number(sort !== undefined);
  const stored = foundDocuments(request, {
    filter: parseFilter(match === undefined ? {} : matchOperand(match)),
    sort: sort === undefined ? [] : parseSort(sortOperand(sort)),
    skip: 0,
    limit: 0,
  });
  const documents: Documents = documentsOf(stored);
  return stages.slice(taken).reduce((input, stage) => stage(input), documents);
}

function batchSize(cursor: BsonDocument): number | undefined {
  const { batchSize: size, ...others } = cursor;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new ServerError(40415, `BSON field 'cursor.${other}' is an unknown field.`);
  return isNumber(size) ? integerValue(size) : undefined;
}

function* written(documents: Documents): Generator<Uint8Array, void, undefined> {
  for (const document of documents) yield writeDocument(document);
}

function* documentsOf(stored: ReturnType<typeof foundDocuments>): Generator<BsonDocument, void, undefined> {
  for (const { document } of stored) yield document;
}
