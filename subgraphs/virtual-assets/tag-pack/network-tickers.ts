/** By which tickers packs name networks, and what the exchange calls them (code list `ledgerNetwork`); the first is written. */
const TICKERS: Readonly<Record<string, readonly string[]>> = {
  BITCOIN: ['BTC'],
  ETHEREUM: ['ETH'],
  ALGORAND: ['ALGO'],
  ARBITRUM: ['ARB'],
  AVALANCHE: ['AVAX'],
  BITCOIN_CASH: ['BCH'],
  BITCOIN_GOLD: ['BTG'],
  BITCOIN_SV: ['BSV'],
  BNB_BEACON_CHAIN: ['BEP2'],
  BNB_SMART_CHAIN: ['BSC', 'BEP20'],
  CARDANO: ['ADA'],
  COSMOS: ['ATOM'],
  DASH: ['DASH'],
  DOGECOIN: ['DOGE'],
  EOS: ['EOS'],
  ETHEREUM_CLASSIC: ['ETC'],
  FANTOM: ['FTM'],
  LITECOIN: ['LTC'],
  MONERO: ['XMR'],
  NEO: ['NEO'],
  POLKADOT: ['DOT'],
  POLYGON: ['MATIC'],
  ROOTSTOCK: ['RBTC'],
  SOLANA: ['SOL'],
  STELLAR: ['XLM'],
  TEZOS: ['XTZ'],
  TRON: ['TRX'],
  VECHAIN: ['VET'],
  XRP_LEDGER: ['XRP'],
  ZCASH: ['ZEC'],
};

const NETWORKS = new Map(Object.entries(TICKERS).flatMap(([network, tickers]) => [[network, network], ...tickers.map((ticker): [string, string] => [ticker, network])] as [string, string][]));

/** Tokens that stand on several networks: a pack that names no network leaves it to the form of the address. */
const TOKENS = new Set(['USDT', 'USDC']);
const HEXADECIMAL = /^0x[0-9a-fA-F]{40}$/;
const TRON = /^T[1-9A-HJ-NP-Za-km-z]{33}$/;

/**
 * The network of a tag. A pack that states none means that of the currency; of a token, that on which addresses of
 * this form hold it. What is not known is kept as it is stated.
 */
export function networkOf(stated: string | null, currency: string | null, address: string): string | null {
  if (stated !== null) return NETWORKS.get(stated.toUpperCase()) ?? stated;
  if (currency === null) return null;
  if (TOKENS.has(currency.toUpperCase())) {
    if (HEXADECIMAL.test(address)) return 'ETHEREUM';
    if (TRON.test(address)) return 'TRON';
  }
  return NETWORKS.get(currency.toUpperCase()) ?? currency;
}

/** How packs name a network. */
export function tickerOf(network: string): string {
  return TICKERS[network]?.[0] ?? network;
}
