import { notImplemented, ServerError } from '../commands/server-error.js';
import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, typeName } from '../values/bson-value.js';
import { describeField } from '../values/describe-value.js';
import { parseUpdatePath } from '../values/field-path.js';
import { ARRAY_OPERATORS } from './array-operators.js';
import { FIELD_OPERATORS } from './field-operators.js';
import type { Update } from './parse-update.js';

/** Changes one path of a document in place. */
export type Change = (document: BsonDocument, inserting: boolean) => void;
/** Checks an operand once and gives the change it asks for. */
export type UpdateOperator = (path: readonly string[], operand: BsonValue) => Change;

const OPERATORS: Readonly<Record<string, UpdateOperator>> = { ...FIELD_OPERATORS, ...ARRAY_OPERATORS };
const ELSEWHERE = new Set(['$bit', '$mul', '$rename', '$currentDate', '$pullAll']);

interface PlannedChange {
  readonly path: readonly string[];
  readonly change: Change;
}

export function parseOperatorUpdate(source: BsonDocument): Update {
  const planned = Object.entries(source).flatMap(([name, operands]) => parseOperator(name, operands));
  requireNoConflict(planned);
  // MongoDB applies in the order of paths, which is the order in which new fields appear.
  const ordered = planned.toSorted((left, right) => comparePaths(left.path, right.path));
  return {
    kind: 'operators',
    apply(document, inserting) {
      for (const { change } of ordered) change(document, inserting);
      return document;
    },
  };
}

function parseOperator(name: string, operands: BsonValue): PlannedChange[] {
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (operator === undefined) {
    if (ELSEWHERE.has(name)) throw notImplemented(`the update operator ${name}`);
    throw new ServerError(9, `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`);
  }
  if (!isDocument(operands)) {
    throw new ServerError(9, `Modifiers operate on fields but we found type ${typeName(operands)} instead. For example: {$mod: {<field>: ...}} not {${describeField(name, operands)}}`);
  }
  return Object.entries(operands).map(([path, operand]) => {
    const names = parseUpdatePath(path);
    return { path: names, change: operator(names, operand) };
  });
}

function requireNoConflict(planned: readonly PlannedChange[]): void {
  const seen: (readonly string[])[] = [];
  for (const { path } of planned) {
    const clash = seen.find((other) => isPrefix(path, other) || isPrefix(other, path));
    if (clash !== undefined) {
      const shorter = clash.length < path.length ? clash : path;
      throw new ServerError(40, `Updating the path '${path.join('.')}' would create a conflict at '${shorter.join('.')}'`);
    }
    seen.push(path);
  }
}

function isPrefix(prefix: readonly string[], path: readonly string[]): boolean {
  return prefix.every((name, at) => path[at] === name);
}

/** Field by field: numbers by their value, names by their bytes. */
function comparePaths(left: readonly string[], right: readonly string[]): number {
  for (const [at, name] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (name === other) continue;
    const bothNumbers = /^\d+$/.test(name) && /^\d+$/.test(other);
    return bothNumbers ? Number(name) - Number(other) : Buffer.compare(Buffer.from(name), Buffer.from(other));
  }
  return left.length - right.length;
}
