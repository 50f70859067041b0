import { createHmac } from 'node:crypto';
import { canonicalJson } from '../canonical-json/canonical-json.js';

/**
 * Ids and version tokens under the deployment's id key: random to outsiders, the same on every repeat.
 * Nobody can tell from an id whether, when or how many other records were made.
 */
export class RecordIds {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    if (key.length < 32) throw new RangeError('The id key needs at least 32 bytes.');
    this.#key = key;
  }

  /** 128 bits, from the originator's own reference: uniqueness is checked only inside one originator. */
  of(originator: string, kind: string, reference: string): string {
    return this.#token(['id', originator, kind, reference], 16);
  }

  /** Stands for the versions of the parts that a reader sees; a change of a hidden part leaves it as it is. */
  version(id: string, versions: readonly (number | null)[]): string {
    return this.#token(['version', id, ...versions], 12);
  }

  #token(parts: readonly (string | number | null)[], bytes: number): string {
    return createHmac('sha256', this.#key)
      .update(canonicalJson(parts))
      .digest()
      .subarray(0, bytes)
      .toString('base64url');
  }
}
