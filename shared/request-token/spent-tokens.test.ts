import { describe, expect, it } from '@jest/globals';
import { RequestTokenError } from './request-token-error.js';
import { SpentTokens } from './spent-tokens.js';

const use = (nonce: string, expiresAt = 5_000) => ({ nonce, issuedAt: 0, expiresAt });

function outcomeOf(act: () => void): string {
  try {
    act();
    return 'spent';
  } catch (fault) {
    if (fault instanceof RequestTokenError) return fault.fault;
    throw fault;
  }
}

describe('spent tokens', () => {
  it('are refused until they expire, and forgotten then', () => {
    const spent = new SpentTokens({ since: 0, capacity: 1 });
    expect(outcomeOf(() => { spent.spend(use('a'), 0); })).toBe('spent');
    expect(outcomeOf(() => { spent.spend(use('a'), 4_999); })).toBe('SPENT');
    // Expired tokens are refused before anybody asks here; the room that this one took is free again.
    expect(outcomeOf(() => { spent.spend(use('b', 9_000), 5_000); })).toBe('spent');
  });

  it('are so many at most, and what could not be remembered is refused', () => {
    const spent = new SpentTokens({ since: 0, capacity: 2 });
    spent.spend(use('a'), 0);
    spent.spend(use('b'), 0);
    expect(outcomeOf(() => { spent.spend(use('c'), 1); })).toBe('TOO_MANY');
    expect(outcomeOf(() => { spent.spend(use('a'), 1); })).toBe('SPENT');
  });
});
