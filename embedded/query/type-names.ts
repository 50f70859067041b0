import { ServerError } from '../commands/server-error.js';
import type { BsonValue } from '../values/bson-value.js';
import { isNumber } from '../values/bson-value.js';
import { integerValue } from '../values/integer.js';

const NUMBERED: Readonly<Record<number, string>> = {
  [-1]: 'minKey', 1: 'double', 2: 'string', 3: 'object', 4: 'array', 5: 'binData', 6: 'undefined', 7: 'objectId', 8: 'bool',
  9: 'date', 10: 'null', 11: 'regex', 12: 'dbPointer', 13: 'javascript', 14: 'symbol', 15: 'javascriptWithScope', 16: 'int',
  17: 'timestamp', 18: 'long', 19: 'decimal', 127: 'maxKey',
};
const NAMED = new Set(Object.values(NUMBERED));

/** The operand of `$type`: one name or number, or several. */
export function typeNames(operand: BsonValue): ReadonlySet<string> {
  const members = Array.isArray(operand) ? operand : [operand];
  if (members.length === 0) throw new ServerError(9, ' must match at least one type');
  return new Set(members.flatMap(typeNamesOf));
}

function typeNamesOf(member: BsonValue): string[] {
  if (member === 'number') return ['int', 'long', 'double', 'decimal'];
  if (typeof member === 'string') {
    if (!NAMED.has(member)) throw new ServerError(2, `Unknown type name alias: ${member}`);
    return [member];
  }
  if (!isNumber(member)) throw new ServerError(14, 'type must be represented as a number or a string');
  const code = integerValue(member);
  const name = code === undefined ? undefined : NUMBERED[code];
  if (name === undefined) throw new ServerError(2, `Invalid numerical type code: ${member.toString()}`);
  return [name];
}
