import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../reference/code-lists.js';
import { currencyUnit, networkUnit } from './money-units.js';
import { knownNetworks } from './networks.js';

describe('currencyUnit', () => {
  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('counts %s with %i decimals', (currency, decimals) => {
    expect(currencyUnit(currency)).toEqual({ unit: { currency, network: null, decimals } });
  });

  it.each([
    ['XAU', /no minor units/],
    ['DEM', /withdrawn/],
    ['usd', /no ISO 4217 code/],
  ])('refuses %s and says why', (code, why) => {
    expect(currencyUnit(code)).toEqual({ fault: expect.stringMatching(why) });
  });
});

describe('networkUnit', () => {
  it('counts bitcoin in satoshi and ether in wei', () => {
    expect(networkUnit('BITCOIN')).toEqual({ unit: { currency: null, network: 'BITCOIN', decimals: 8 } });
    expect(networkUnit('ETHEREUM')).toEqual({ unit: { currency: null, network: 'ETHEREUM', decimals: 18 } });
  });

  it('refuses a network whose coin it does not know', () => {
    expect(networkUnit('toString')).toEqual({ fault: expect.stringMatching(/BITCOIN, ETHEREUM/) });
  });

  it('knows every network of the code list', () => {
    expect(knownNetworks()).toEqual(codesOf('network'));
  });
});
