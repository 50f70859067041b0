import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { Money } from '../../../shared/money/money.js';
import { tallyAssets } from './asset-tally.js';

const asOf = new Date('2024-06-27T12:00:00Z');
const usd = (minorUnits: string): Money => ({ currency: 'USD', network: null, decimals: 2, minorUnits });
const ether = (minorUnits: string): Money => ({ currency: null, network: 'ETHEREUM', decimals: 18, minorUnits });

describe('a tally of assets', () => {
  it('says that nobody contributed a record, not zero', () => {
    expect(tallyAssets([], asOf)).toMatchObject({ status: 'NO_RECORDS_CONTRIBUTED', count: null, byCountry: [], byKind: [], sums: [] });
  });

  it('has rows by country that add up to the count and to the sums', () => {
    const tally = tallyAssets(
      [
        { country: 'NA', kind: 'COMPUTER', value: null },
        { country: 'JP', kind: 'BANK_ACCOUNT', value: usd('150') },
        { country: 'JP', kind: 'WALLET', value: ether('9223372036854775808') },
        { country: 'NA', kind: 'BANK_ACCOUNT', value: usd('9007199254740993') },
      ],
      asOf,
    );
    expect(tally).toMatchObject({
      status: 'COUNTED',
      count: 4,
      asOf,
      byCountry: [
        { country: { code: 'JP' }, count: 2, sums: [{ minorUnits: '150', amount: '1.5', count: 1 }, { amount: '9.223372036854775808', count: 1 }] },
        { country: { code: 'NA' }, count: 2, sums: [{ minorUnits: '9007199254740993', count: 1 }] },
      ],
      byKind: [
        { term: { code: 'BANK_ACCOUNT' }, count: 2 },
        { term: { code: 'COMPUTER' }, count: 1 },
        { term: { code: 'WALLET' }, count: 1 },
      ],
      sums: [
        { currency: { code: 'USD' }, network: null, minorUnits: '9007199254741143', amount: '90071992547411.43', count: 2 },
        { currency: null, network: { code: 'ETHEREUM' }, minorUnits: '9223372036854775808', count: 1 },
      ],
    });
  });

  it('takes an asset without a stated value for no value, not for zero', () => {
    expect(tallyAssets([{ country: 'NA', kind: 'PHONE', value: null }], asOf)).toMatchObject({ count: 1, sums: [] });
  });
});
