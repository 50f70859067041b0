/** By what an asset and its holder are recognised, as it is stored. Personal data. */
export interface IdentifiersRecord {
  readonly holder: string | null;
  readonly account: string | null;
  readonly walletAddress: string | null;
  readonly serials: readonly string[];
}
