import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InputIssues } from '../../../shared/record/input-issues.js';
import type { MoneyInput } from './money.input.js';
import { moneyFromInput } from './money.input-reader.js';

function read(input: MoneyInput): { money: unknown; paths: string[] } {
  const issues = new InputIssues();
  const money = moneyFromInput(input, 'value', issues);
  return { money, paths: issues.list.map(({ path }) => path) };
}

describe('the value of an asset', () => {
  it('keeps an amount exactly, in minor units', () => {
    expect(read({ amount: '1234.5', currency: 'USD' })).toEqual({
      money: { currency: 'USD', network: null, decimals: 2, minorUnits: '123450' },
      paths: [],
    });
  });

  it('keeps wei beyond 2^63', () => {
    expect(read({ amount: '12.000000000000000001', network: 'ETHEREUM' }).money).toMatchObject({ minorUnits: '12000000000000000001' });
  });

  it.each<[string, MoneyInput, string]>([
    ['names neither currency nor network', { amount: '1' }, 'value'],
    ['names both', { amount: '1', currency: 'USD', network: 'BITCOIN' }, 'value'],
    ['is in gold, which has no minor units', { amount: '1', currency: 'XAU' }, 'value.currency'],
    ['is in a withdrawn currency', { amount: '1', currency: 'DEM' }, 'value.currency'],
    ['is in a network that is not known', { amount: '1', network: 'DOGECOIN' }, 'value.network'],
    ['has sen, which the yen has not', { amount: '1.5', currency: 'JPY' }, 'value.amount'],
    ['is below zero', { amount: '-1', currency: 'JPY' }, 'value.amount'],
  ])('is refused at its field when it %s', (_, input, path) => {
    expect(read(input)).toEqual({ money: null, paths: [path] });
  });
});
