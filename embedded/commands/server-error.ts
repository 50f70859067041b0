import type { BsonDocument } from '../values/bson-value.js';

/** The codes that drivers and mongoose look at, under the names MongoDB gives them. */
const CODE_NAMES = {
  2: 'BadValue',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  20: 'IllegalOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  96: 'OperationFailed',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  238: 'NotImplemented',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  8000: 'StorageFailed',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  17280: 'KeyTooLong',
} as const;

/** An answer the server gives on purpose. Anything else that is thrown is a fault of the store. */
export class ServerError extends Error {
  readonly code: number;
  readonly details: BsonDocument;

  constructor(code: number, message: string, details: BsonDocument = {}) {
    super(message);
    this.name = 'ServerError';
    this.code = code;
    this.details = details;
  }

  get codeName(): string {
    return codeName(this.code);
  }
}

function codeName(code: number): string {
  const named: Readonly<Record<number, string>> = CODE_NAMES;
  return named[code] ?? `Location${String(code)}`;
}

/** Says where an error came from, as MongoDB does, and keeps its code. */
export function causedBy<T>(where: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    throw new ServerError(error.code, `${where} :: caused by :: ${error.message}`, error.details);
  }
}

/** What MongoDB can do and this store does not: said aloud, because a silent difference would be found in production. */
export function notImplemented(what: string): ServerError {
  return new ServerError(238, `The embedded store does not implement ${what}; use a MongoDB server for it`);
}
