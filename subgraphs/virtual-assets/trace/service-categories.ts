/**
 * Kinds of services that hold the money of many in common. What one of them pays out is not what somebody paid in: who
 * owns what is written in its books, not in the chain. A trace that went on behind it would follow strangers, and it
 * would taint half of the network within a few steps. So it stops there, and names whom to ask.
 *
 * Codes of the INTERPOL Dark Web and Virtual Assets taxonomy and the further terms of TagPacks (code list `dwvaEntity`).
 * Left out on purpose: shops, vendors and donations (their own money), miners (new coins), wallets under one's own keys.
 */
export const SERVICE_CATEGORIES: readonly string[] = [
  'exchange',
  'peer_to_peer_exchange',
  'virtual_asset_service_provider',
  'coin_swapping',
  'crypto_atm',
  'bank',
  // Custody for customers.
  'hosted-wallet',
  'wallet_service',
  'escrow',
  'payment_processor',
  // Mixing is their purpose.
  'mixing_service',
  'tumbler',
  'gambling',
  // Markets hold what buyers deposit and what sellers have not taken out.
  'market',
  'dark_market',
  // Pools pay their members.
  'mining_service',
  // Contracts that pool the money of their users.
  'defi',
  'dex',
  'defi_dex',
  'defi_lending',
  'defi_derivative',
  'bridge',
  'defi_bridge',
];
