import { createHash } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import { BoundedCache } from '../caching/bounded-cache.js';
import { isDuplicateKey } from '../journal/chain-store.js';
import { driverCollection } from '../journal/projection.js';
import type { StoredLabelSet } from './disclosure.js';

const REMEMBERED = 4096;

/**
 * The sets of labels that disclosures name by their hash. A tally counts under thousands of labels, and the next one
 * under the same: each set is written once.
 */
export class LabelSets {
  readonly #connection: Connection;
  readonly #stored = new BoundedCache<true>(REMEMBERED);

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Resolves when every set stands in the store, durably. */
  async keep(sets: readonly StoredLabelSet[]): Promise<void> {
    const missing = [...new Map(sets.filter(({ _id }) => this.#stored.get(_id) === undefined).map((set) => [set._id, set])).values()];
    if (missing.length === 0) return;
    try {
      await labelSetsOf(this.#connection).insertMany(missing, { ordered: false, writeConcern: { w: 'majority', journal: true } });
    } catch (fault) {
      // Another process has written one of them, and those that are not there yet were all tried.
      if (!isDuplicateKey(fault)) throw fault;
    }
    for (const { _id } of missing) this.#stored.set(_id, true);
  }
}

export function labelSetOf(labels: readonly string[]): StoredLabelSet {
  return { _id: labelsHashOf(labels), labels };
}

export function labelsHashOf(labels: readonly string[]): string {
  return createHash('sha256').update(labels.join('\n')).digest('base64url');
}

export function labelSetsOf(connection: Connection): mongo.Collection<StoredLabelSet> {
  return driverCollection<StoredLabelSet>(connection, 'disclosedLabels');
}
