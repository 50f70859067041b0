import type { VisibleSet } from '../../../shared/handling/visible-labels.js';
import type { AppliedEntry } from '../../../shared/journal/applied-entry.js';

/** Addresses that the tags of one reader say belong to a service, each with the ids of these tags in order. */
export type ServiceAddresses = ReadonlyMap<string, readonly string[]>;

const CAPACITY = 64;

/**
 * Remembers what readers of one visible set found on a network, until a tag under one of their labels changes. A tag that
 * they may not see makes them forget nothing: not even the time that an answer takes tells that somebody wrote one.
 */
export class ServiceMemory {
  readonly #collection: string;
  /** Least recently made first. */
  readonly #found = new Map<VisibleSet, Map<string, Promise<ServiceAddresses>>>();

  constructor(collection: string) {
    this.#collection = collection;
  }

  of(set: VisibleSet, network: string, read: () => Promise<ServiceAddresses>): Promise<ServiceAddresses> {
    const networks = this.#found.get(set) ?? this.#begin(set);
    const known = networks.get(network);
    if (known !== undefined) return known;
    const reading = read();
    networks.set(network, reading);
    reading.catch(() => { networks.delete(network); });
    return reading;
  }

  forget(set: VisibleSet): void {
    this.#found.delete(set);
  }

  /** Told of every entry, after the records show it. */
  note({ changes }: AppliedEntry): void {
    const labels = changes.filter(({ collection }) => collection === this.#collection).flatMap(({ before, after }) => [before?.['handling'], after?.['handling']]);
    for (const set of this.#found.keys()) if (labels.some((label) => typeof label === 'string' && set.has(label))) this.#found.delete(set);
  }

  #begin(set: VisibleSet): Map<string, Promise<ServiceAddresses>> {
    const networks = new Map<string, Promise<ServiceAddresses>>();
    this.#found.set(set, networks);
    for (const oldest of this.#found.keys()) {
      if (this.#found.size <= CAPACITY) break;
      this.#found.delete(oldest);
    }
    return networks;
  }
}
