/**
 * How an asset may come into custody. The whole chain has more states; a record begins with one of these, and only
 * a move leads on from there.
 */
const FROZEN_WHEN_FOUND: readonly string[] = ['BANK_ACCOUNT', 'VIRTUAL_ASSET', 'WALLET', 'REAL_ESTATE', 'LAND'];
const STOPPED_ON_ITS_WAY: readonly string[] = ['FIAT_MONEY', 'VIRTUAL_ASSET'];

/** The lawful first states of a kind. Whatever was never frozen may be seized, so that is open to every kind. */
export function firstCustodyStates(kind: string): string[] {
  return [
    ...(FROZEN_WHEN_FOUND.includes(kind) ? ['FROZEN'] : []),
    ...(STOPPED_ON_ITS_WAY.includes(kind) ? ['INTERCEPTED'] : []),
    'SEIZED',
  ];
}
