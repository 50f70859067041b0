import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../../../shared/reference/code-lists.js';
import { firstCustodyStates } from './first-custody-states.js';

/** The rows of the custody table that begin with "found", kind by kind. */
const LAWFUL: Readonly<Record<string, readonly string[]>> = {
  FIAT_MONEY: ['INTERCEPTED', 'SEIZED'],
  BANK_ACCOUNT: ['FROZEN', 'SEIZED'],
  VIRTUAL_ASSET: ['FROZEN', 'INTERCEPTED', 'SEIZED'],
  WALLET: ['FROZEN', 'SEIZED'],
  REAL_ESTATE: ['FROZEN', 'SEIZED'],
  LAND: ['FROZEN', 'SEIZED'],
  VEHICLE: ['SEIZED'],
  JEWELLERY: ['SEIZED'],
  LUXURY_GOODS: ['SEIZED'],
  COUNTERFEIT_NOTES: ['SEIZED'],
  COMPUTER: ['SEIZED'],
  PHONE: ['SEIZED'],
  SIM_CARD: ['SEIZED'],
  SERVER: ['SEIZED'],
  DOMAIN: ['SEIZED'],
  MINING_EQUIPMENT: ['SEIZED'],
  PASSPORT: ['SEIZED'],
  DRUGS: ['SEIZED'],
};

describe('the first custody state of an asset', () => {
  it.each(codesOf('assetKind'))('of kind %s is one of those that the custody table names', (kind) => {
    expect(firstCustodyStates(kind)).toEqual(LAWFUL[kind]);
  });

  it('is never one that only a move leads to', () => {
    const reached = ['RECOVERED', 'FORFEITED', 'RETURNED', 'RELEASED', 'SOLD', 'DESTROYED'];
    for (const kind of codesOf('assetKind')) expect(firstCustodyStates(kind).filter((state) => reached.includes(state))).toEqual([]);
  });
});
