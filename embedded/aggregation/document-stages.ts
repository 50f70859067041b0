import { causedBy, ServerError } from '../commands/server-error.js';
import { MISSING } from '../query/path-values.js';
import { parseProjection } from '../query/projection.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, typeName } from '../values/bson-value.js';
import { describeCompactly, describeValue } from '../values/describe-value.js';
import { checkExpression } from './check-expression.js';
import { evaluate } from './expression.js';

type Stage = (document: BsonDocument) => BsonDocument;

/** All new values are computed from the document as it came in. */
export function addFields(name: string, operand: BsonValue): Stage {
  if (!isDocument(operand)) throw new ServerError(40272, `${name} specification stage must be an object, got ${typeName(operand)}`);
  causedBy(`Invalid ${name}`, () => {
    checkExpression(operand);
  });
  return (document) => setMembers(document, operand, document);
}

function setMembers(value: BsonValue | undefined, members: BsonDocument, root: BsonDocument): BsonDocument {
  const result: BsonDocument = isDocument(value) ? { ...value } : {};
  for (const [path, expression] of Object.entries(members)) setMember(result, path.split('.'), expression, root);
  return result;
}

function setMember(target: BsonDocument, path: readonly string[], expression: BsonValue, root: BsonDocument): void {
  const [name = '', ...rest] = path;
  const current = Object.hasOwn(target, name) ? target[name] : undefined;
  const isNested = rest.length > 0 || (isDocument(expression) && isPlainMembers(expression));
  if (!isNested) {
    const found = evaluate(expression, root);
    if (found === MISSING) Reflect.deleteProperty(target, name);
    else target[name] = found;
    return;
  }
  const members: BsonDocument = rest.length > 0 ? { [rest.join('.')]: expression } : isDocument(expression) ? expression : {};
  target[name] = setInside(current, members, root);
}

/** Inside an array the members are set in every element. */
function setInside(current: BsonValue | undefined, members: BsonDocument, root: BsonDocument): BsonValue {
  return Array.isArray(current) ? current.map((member) => setInside(member, members, root)) : setMembers(current, members, root);
}

function isPlainMembers(expression: BsonDocument): boolean {
  const [first] = Object.keys(expression);
  return first !== undefined && !first.startsWith('$');
}

export function unsetStage(operand: BsonValue): Stage {
  const paths = Array.isArray(operand) ? operand : [operand];
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string')) throw new ServerError(31002, '$unset specification must be a string or an array with at least one field');
  const project = parseProjection(Object.fromEntries(paths.map((path) => [path, false])), { identifierByDefault: true });
  return project;
}

export function projectStage(operand: BsonValue): Stage {
  if (!isDocument(operand)) throw new ServerError(15969, '$project specification must be an object');
  if (Object.keys(operand).length === 0) throw new ServerError(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  return parseProjection(operand, { identifierByDefault: true });
}

/** `subject` is how MongoDB names the operand when it is no document. */
export function replaceRoot(subject: string, operand: BsonValue): Stage {
  checkExpression(operand);
  return (document) => {
    const found = evaluate(operand, document);
    if (found !== MISSING && isDocument(found)) return found;
    const [shown, type] = found === MISSING ? ['MISSING', 'missing'] : [describeValue(found), typeName(found)];
    throw new ServerError(40228, `${subject}  must evaluate to an object, but resulting value was: ${shown}. Type of resulting value: '${type}'. Input document: ${describeCompactly(document)}`);
  };
}
