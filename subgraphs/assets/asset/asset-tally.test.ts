import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { Money } from '../../../shared/money/money.js';
import { tallyAssets } from './asset-tally.js';

const asOf = new Date('2024-06-27T12:00:00Z');
const usd = (minorUnits: string): Money => ({ currency: 'USD', network: null, decimals: 2, minorUnits });
const ether = (minorUnits: string): Money => ({ currency: null, network: 'ETHEREUM', decimals: 18, minorUnits });
const asset = (country: string, kind: string, value: Money | null): Parameters<typeof tallyAssets>[0][number] => ({
  country, kind, holdings: [{ custodyState: 'SEIZED', quantity: '1', value }],
});

describe('a tally of assets', () => {
  it('says that nobody contributed a record, not zero', () => {
    expect(tallyAssets([], null, asOf)).toMatchObject({ status: 'NO_RECORDS_CONTRIBUTED', count: null, byCountry: [], byKind: [], sums: [] });
  });

  it('has rows by country that add up to the count and to the sums', () => {
    const tally = tallyAssets(
      [
        asset('NA', 'COMPUTER', null),
        asset('JP', 'BANK_ACCOUNT', usd('150')),
        asset('JP', 'WALLET', ether('9223372036854775808')),
        asset('NA', 'BANK_ACCOUNT', usd('9007199254740993')),
      ],
      null,
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
    expect(tallyAssets([asset('NA', 'PHONE', null)], null, asOf)).toMatchObject({ count: 1, sums: [] });
  });

  it('sums, of an asset whose parts stand in several states, those in the state that is asked for', () => {
    const divided = {
      country: 'NA', kind: 'FIAT_MONEY',
      holdings: [{ custodyState: 'SEIZED', quantity: '1', value: usd('70') }, { custodyState: 'RETURNED', quantity: '0', value: usd('30') }],
    };
    expect(tallyAssets([divided], 'RETURNED', asOf)).toMatchObject({ count: 1, sums: [{ minorUnits: '30', count: 1 }] });
    expect(tallyAssets([divided], null, asOf)).toMatchObject({ count: 1, sums: [{ minorUnits: '100', count: 1 }] });
  });
});
