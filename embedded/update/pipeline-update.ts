import { addFields, projectStage, replaceRoot, unsetStage } from '../aggregation/document-stages.js';
import { isStageElsewhere } from '../aggregation/pipeline.js';
import { notImplemented, ServerError } from '../commands/server-error.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument } from '../values/bson-value.js';
import type { Update } from './parse-update.js';

type Stage = (document: BsonDocument) => BsonDocument;

/** An update whose new values are expressions of the old document. */
export function parsePipelineUpdate(source: readonly BsonValue[]): Update {
  const stages = source.map(parseStage);
  return { kind: 'pipeline', apply: (document) => stages.reduce((current, stage) => stage(current), document) };
}

const STAGES = ['$set', '$addFields', '$unset', '$project', '$replaceWith', '$replaceRoot', '$match', '$sort', '$limit', '$skip', '$group', '$count'];

/** A stage with no meaning at all fails the whole command, not only its statement. */
export function requireStageNames(source: BsonValue | undefined): void {
  if (!Array.isArray(source)) return;
  for (const stage of source) {
    const [name = ''] = isDocument(stage) ? Object.keys(stage) : [];
    if (name.startsWith('$') && !STAGES.includes(name) && !isStageElsewhere(name)) throw new ServerError(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

function parseStage(source: BsonValue): Stage {
  if (!isDocument(source)) throw new ServerError(14, "Each element of the 'pipeline' array must be an object");
  const [name, ...others] = Object.keys(source);
  if (name === undefined || others.length > 0) throw new ServerError(40323, 'A pipeline stage specification object must contain exactly one field.');
  const operand = source[name] ?? null;
  switch (name) {
    case '$set':
    case '$addFields':
      return addFields(name, operand);
    case '$unset':
      return unsetStage(operand);
    case '$project':
      return projectStage(operand);
    case '$replaceWith':
      return replaceRoot("'replacement document'", operand);
    case '$replaceRoot':
      return replaceRoot("'newRoot' expression", isDocument(operand) ? (operand['newRoot'] ?? null) : operand);
    case '$match':
    case '$sort':
    case '$limit':
    case '$skip':
    case '$group':
    case '$count':
      throw new ServerError(72, `${name} is not allowed to be used within an update`);
    default:
      throw notImplemented(`the update stage ${name}`);
  }
}
