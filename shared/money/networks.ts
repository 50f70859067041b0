/** Decimal digits of the coin of each network: one satoshi is 10^-8 bitcoin, one wei is 10^-18 ether. */
const COIN_DECIMALS: Readonly<Record<string, number>> = { BITCOIN: 8, ETHEREUM: 18 };

/** Undefined for a network whose coin is not known: its amounts cannot be counted exactly. */
export function coinDecimals(network: string): number | undefined {
  return Object.hasOwn(COIN_DECIMALS, network) ? COIN_DECIMALS[network] : undefined;
}

export function knownNetworks(): string[] {
  return Object.keys(COIN_DECIMALS);
}
