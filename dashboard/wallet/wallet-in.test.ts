import { describe, expect, it } from '@jest/globals';
import { walletIn } from './wallet-in.js';

describe('what is typed into the search', () => {
  it.each([
    [' 0x098B716B8Aaf21512996dC57EB0615e2383E2f96 ', 'ETHEREUM:0x098B716B8Aaf21512996dC57EB0615e2383E2f96'],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'BITCOIN:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['bc1q7eqww9dmm9p48hx5yz5gcvmncu65w43wfytpsf', 'BITCOIN:bc1q7eqww9dmm9p48hx5yz5gcvmncu65w43wfytpsf'],
  ])('leads to an address where it is one: %s', (typed, wallet) => {
    expect(walletIn(typed)).toBe(wallet);
  });

  it.each(['', 'light', '0x098b', 'First Light 2024', '1234567890'])('looks for operations otherwise: %s', (typed) => {
    expect(walletIn(typed)).toBeNull();
  });
});
