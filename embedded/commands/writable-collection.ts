import { Collection } from '../storage/collection.js';
import type { Request } from './command.js';
import { ServerError } from './server-error.js';

const LARGEST_BATCH = 100_000;

/** The collection of a write, made when it is not there yet. To be called inside the write's transaction. */
export function writableCollection(request: Request, name: string): Collection {
  const { storage } = request.state;
  const definition = storage.catalog.find(request.database, name) ?? storage.catalog.create(request.database, name);
  return new Collection(storage, definition);
}

export function existingCollection(request: Request, name: string): Collection | undefined {
  const { storage } = request.state;
  const definition = storage.catalog.find(request.database, name);
  return definition && new Collection(storage, definition);
}

export function requireBatch(length: number): void {
  if (length >= 1 && length <= LARGEST_BATCH) return;
  throw new ServerError(16, `Write batch sizes must be between 1 and ${String(LARGEST_BATCH)}. Got ${String(length)} operations.`);
}
