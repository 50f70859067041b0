import { describe, expect, it } from '@jest/globals';
import { addressFault, addressId, canonicalAddress, parseAddressId } from './address-id.js';

const CHECKED = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';

describe('the id of an address', () => {
  it.each([
    ['ETHEREUM', CHECKED, 'ETHEREUM:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
    ['BITCOIN', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'BITCOIN:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    ['BITCOIN', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'BITCOIN:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['BITCOIN_CASH', 'bitcoincash:qrzeh0y2uv2rdmjmkfqcmd39h9yqjrqwmqzaztef9w', 'BITCOIN_CASH:bitcoincash:qrzeh0y2uv2rdmjmkfqcmd39h9yqjrqwmqzaztef9w'],
  ])('of %s %s is %s, and says the same again', (network, address, id) => {
    expect(addressId({ network, address })).toBe(id);
    expect(parseAddressId(id)).toEqual({ network, address: canonicalAddress(address) });
  });

  it.each([
    ['another spelling', `ETHEREUM:${CHECKED}`],
    ['a wrong check sum', 'BITCOIN:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb'],
    ['no network', ':1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['no colon', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['a space', 'LITECOIN:two words'],
    ['no end', `LITECOIN:${'L'.repeat(151)}`],
    ['nothing', ''],
    ['no text', { $ne: null }],
  ])('is none with %s', (_, id) => {
    expect(parseAddressId(id)).toBeNull();
  });
});

describe('an address', () => {
  it.each([['LITECOIN', 'LVXXmgcVYBZAuiJM3V99uG48o3yG89h2Ph'], ['V-Systems', 'anything']])('of %s is taken as it is stated', (network, address) => {
    expect(addressFault(address, network)).toBeNull();
  });

  it.each([['LITECOIN', 'two words'], ['LITECOIN', ''], ['LITECOIN', 'L\u00e9'], ['ETHEREUM', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD']])('of %s is not %s', (network, address) => {
    expect(addressFault(address, network)).not.toBeNull();
  });
});
