import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InputIssues } from '../../../shared/record/input-issues.js';
import { checkWalletAddress, identifiersFromInput } from './identifiers.input-reader.js';

function faults(input: object, network: string | null = null): string[] {
  const issues = new InputIssues();
  const read = identifiersFromInput({ serials: [], ...input }, 'identifiers', issues);
  checkWalletAddress(read, { network }, 'identifiers', issues);
  return issues.list.map(({ path }) => path);
}

describe('the identifiers of an asset', () => {
  it('are kept as they are stated', () => {
    const issues = new InputIssues();
    const registrations = [{ type: 'NUMBER_PLATE', country: 'NA', number: 'N 1-2 W' }, { type: 'IMEI', number: '490154203237518' }];
    expect(identifiersFromInput({ holder: 'Invented Holder', serials: ['S 1'], registrations }, 'identifiers', issues)).toEqual({
      holder: 'Invented Holder', account: null, walletAddress: null, walletNetwork: null, serials: ['S 1'],
      registrations: [{ type: 'NUMBER_PLATE', country: 'NA', number: 'N 1-2 W' }, { type: 'IMEI', country: null, number: '490154203237518' }],
    });
    expect(issues.list).toEqual([]);
  });

  it.each([
    ['nothing at all', {}, ['identifiers']],
    ['an IBAN that is none', { account: 'GB33BUKB20201555555556' }, ['identifiers.account']],
    ['a network that nobody knows', { walletAddress: 'x', walletNetwork: 'TULIP' }, ['identifiers.walletNetwork']],
    ['a network without an address', { holder: 'Invented', walletNetwork: 'BITCOIN' }, ['identifiers.walletNetwork']],
    ['an address of another network', { walletAddress: '0xde709f2102306220921060314715629080e2fb77', walletNetwork: 'BITCOIN' }, ['identifiers.walletAddress']],
    ['a registration of no kind, country and number', { registrations: [{ type: 'TATTOO', country: 'XX', number: ' ' }] }, ['type', 'country', 'number'].map((field) => `identifiers.registrations[0].${field}`)],
    ['too many registrations', { registrations: Array.from({ length: 101 }, () => ({ type: 'IMEI', number: '1' })) }, ['identifiers.registrations']],
  ])('are refused with %s', (_, input, paths) => {
    expect(faults(input)).toEqual(paths);
  });

  it('hold a wallet address against its own network, or else that of the value', () => {
    expect(faults({ walletAddress: 'x' })).toEqual([]);
    expect(faults({ walletAddress: 'x' }, 'ETHEREUM')).toEqual(['identifiers.walletAddress']);
    expect(faults({ walletAddress: '0xde709f2102306220921060314715629080e2fb77', walletNetwork: 'ETHEREUM' }, 'BITCOIN')).toEqual([]);
  });
});
