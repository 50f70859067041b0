import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../../../shared/reference/code-lists.js';
import { CUSTODY_STATES, firstCustodyStates, nextCustodyStates } from './custody-table.js';

/** The rows of the custody table that begin with "found", kind by kind. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
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

/** The other rows, written out from state to state; only one of them looks at the kind. */
const MOVES = [
  'FROZEN SEIZED', 'FROZEN RELEASED', 'FROZEN RECOVERED',
  'INTERCEPTED RETURNED', 'INTERCEPTED FROZEN', 'INTERCEPTED RELEASED',
  'SEIZED FORFEITED', 'SEIZED RECOVERED', 'SEIZED RELEASED',
  'RECOVERED RETURNED', 'RECOVERED FORFEITED',
  'FORFEITED RETURNED', 'FORFEITED SOLD', 'FORFEITED DESTROYED',
];
const DESTROYED_WHERE_SEIZED = ['COUNTERFEIT_NOTES', 'DRUGS'];

describe('the first custody state of an asset', () => {
  it.each(codesOf('assetKind'))('of kind %s is one of those that the custody table names', (kind) => {
    expect(firstCustodyStates(kind)).toEqual(FOUND[kind]);
  });

  it('is never one that only a move leads to', () => {
    const reached = ['RECOVERED', 'FORFEITED', 'RETURNED', 'RELEASED', 'SOLD', 'DESTROYED'];
    for (const kind of codesOf('assetKind')) expect(firstCustodyStates(kind).filter((state) => reached.includes(state))).toEqual([]);
  });
});

describe('a move of an asset', () => {
  const states = codesOf('custodyState');

  it.each(codesOf('assetKind'))('of kind %s is lawful from one state to another where the custody table has it, and nowhere else', (kind) => {
    const lawful = states.flatMap((from) => states.filter((to) => nextCustodyStates(from, kind).includes(to)).map((to) => `${from} ${to}`));
    const expected = [...MOVES, ...(DESTROYED_WHERE_SEIZED.includes(kind) ? ['SEIZED DESTROYED'] : [])];
    expect(lawful.toSorted()).toEqual(expected.toSorted());
  });

  it.each(['RETURNED', 'RELEASED', 'SOLD', 'DESTROYED'])('never leads on from %s', (state) => {
    for (const kind of codesOf('assetKind')) expect(nextCustodyStates(state, kind)).toEqual([]);
  });

  it('leads forward in the order of the states, so that no chain comes back to where it was', () => {
    expect(CUSTODY_STATES.toSorted()).toEqual(states.toSorted());
    const rank = (state: string): number => CUSTODY_STATES.findIndex((one) => one === state);
    for (const kind of codesOf('assetKind')) {
      for (const from of states) expect(nextCustodyStates(from, kind).filter((to) => rank(to) <= rank(from))).toEqual([]);
    }
  });
});
