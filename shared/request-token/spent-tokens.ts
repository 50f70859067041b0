import { RequestTokenError } from './request-token-error.js';

export interface SpentTokensOptions {
  /** When this process began, in milliseconds since 1970. */
  readonly since: number;
  /** How many unexpired tokens are remembered. */
  readonly capacity?: number;
}

export interface TokenUse {
  readonly nonce: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Tens of thousands of requests a second, for as long as a token lives. */
const CAPACITY = 250_000;

/**
 * Which tokens were used, until they expire: each is good for one request. What was issued before this process began
 * may have been spent with the one before it, so it is refused too.
 */
export class SpentTokens {
  readonly #since: number;
  readonly #capacity: number;
  /** In the order of use, which is that of expiry but for the lifetime of one token. */
  readonly #expiries = new Map<string, number>();

  constructor({ since, capacity = CAPACITY }: SpentTokensOptions) {
    this.#since = since;
    this.#capacity = capacity;
  }

  /** Throws where it was spent before, or where so many are remembered that this could not be: fail closed. */
  spend({ nonce, issuedAt, expiresAt }: TokenUse, now: number): void {
    if (issuedAt < this.#since) throw new RequestTokenError('EXPIRED');
    this.#forgetExpired(now);
    if (this.#expiries.has(nonce)) throw new RequestTokenError('SPENT');
    if (this.#expiries.size >= this.#capacity) throw new RequestTokenError('TOO_MANY');
    this.#expiries.set(nonce, expiresAt);
  }

  #forgetExpired(now: number): void {
    for (const [nonce, expiresAt] of this.#expiries) {
      if (now < expiresAt) return;
      this.#expiries.delete(nonce);
    }
  }
}
