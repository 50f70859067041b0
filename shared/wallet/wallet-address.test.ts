import { describe, expect, it } from '@jest/globals';
import { walletAddressFault } from './wallet-address.js';

/** The examples of BIP 173, BIP 350 and EIP-55, and the first address there was. */
describe('the address of a wallet', () => {
  it.each([
    ['BITCOIN', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['BITCOIN', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    ['BITCOIN', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4'],
    ['BITCOIN', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
    ['ETHEREUM', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
    ['ETHEREUM', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
    ['ETHEREUM', '0x52908400098527886E0F7030069857D2E4169EE7'],
    ['ETHEREUM', '0xde709f2102306220921060314715629080e2fb77'],
    ['A_NETWORK_OF_WHICH_NO_FORM_IS_KNOWN', 'anything'],
  ])('may be one of %s: %s', (network, address) => {
    expect(walletAddressFault(address, network)).toBeNull();
  });

  it.each([
    ['BITCOIN', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'no address of the Bitcoin network'],
    ['BITCOIN', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', 'no address of the Bitcoin network'],
    // Of the test network.
    ['BITCOIN', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 'no address of the Bitcoin network'],
    ['BITCOIN', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'no address of the Bitcoin network'],
    ['BITCOIN', '', 'no address of the Bitcoin network'],
    ['ETHEREUM', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', 'EIP-55'],
    ['ETHEREUM', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe', '40 hexadecimal digits'],
    ['ETHEREUM', '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '40 hexadecimal digits'],
    ['ETHEREUM', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '40 hexadecimal digits'],
  ])('cannot be one of %s: %s', (network, address, why) => {
    expect(walletAddressFault(address, network)).toContain(why);
  });
});
