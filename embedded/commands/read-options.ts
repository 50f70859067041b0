import type { BsonDocument, BsonValue } from '../values/bson-value.js';
import { isDocument, isNumber, typeName } from '../values/bson-value.js';
import { integerValue } from '../values/integer.js';
import type { Request } from './command.js';
import { ServerError } from './server-error.js';

/** Readers of command fields, which say which field is wrong in the words of MongoDB. */
export function stringField(request: Request, name: string): string {
  const value = request.command[name];
  if (typeof value === 'string') return value;
  throw wrongType(request, name, value, 'string');
}

export function documentField(request: Request, name: string): BsonDocument {
  const value = request.command[name];
  if (value === undefined) return {};
  if (isDocument(value)) return value;
  // MongoDB 6.0 leaves out this space too.
  if (request.name === 'find') throw new ServerError(14, `Expected field ${name}to be of type object`);
  throw wrongType(request, name, value, 'object');
}

export function documentListField(request: Request, name: string): BsonDocument[] {
  const value = request.command[name];
  if (value === undefined) throw new ServerError(40414, `BSON field '${request.name}.${name}' is missing but a required field`);
  if (!Array.isArray(value)) throw wrongType(request, name, value, 'array');
  return value.map((member, at) => {
    if (isDocument(member)) return member;
    throw wrongType(request, `${name}.${String(at)}`, member, 'object');
  });
}

export function countField(request: Request, name: string): number | undefined {
  const value = request.command[name];
  if (value === undefined) return undefined;
  const count = isNumber(value) ? integerValue(value) : undefined;
  if (!isNumber(value)) throw new ServerError(14, `BSON field '${request.name}.${name}' is the wrong type '${typeName(value)}', expected types '[long, int, decimal, double']`);
  if (count === undefined) throw new ServerError(9, `${name} must be a whole number`);
  if (count < 0) throw new ServerError(51024, `BSON field '${name}' value must be >= 0, actual value '${String(count)}'`);
  return count;
}

export function booleanOf(value: BsonValue | undefined): boolean {
  return value === true || (isNumber(value) && integerValue(value) !== 0);
}

/** A collection name as MongoDB allows it. */
export function collectionName(request: Request): string {
  const name = request.command[request.name];
  if (typeof name !== 'string') throw new ServerError(request.name === 'find' || request.name === 'create' ? 2 : 73, `collection name has invalid type ${name === undefined ? 'missing' : typeName(name)}`);
  if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('.') || name.startsWith('system.')) {
    throw new ServerError(73, invalidName(request, name));
  }
  return name;
}

function invalidName(request: Request, name: string): string {
  const namespace = `${request.database}.${name}`;
  if (name.startsWith('system.')) return `Invalid system namespace: ${namespace}`;
  if (name !== '' && request.name === 'find') return `Invalid collection name specified '${namespace}`;
  return name !== '' && request.name === 'create' ? `Invalid collection name: ${name}` : `Invalid namespace specified '${namespace}'`;
}

function wrongType(request: Request, name: string, value: BsonValue | undefined, expected: string): ServerError {
  if (value === undefined) return new ServerError(40414, `BSON field '${request.name}.${name}' is missing but a required field`);
  return new ServerError(14, `BSON field '${request.name}.${name}' is the wrong type '${typeName(value)}', expected type '${expected}'`);
}
