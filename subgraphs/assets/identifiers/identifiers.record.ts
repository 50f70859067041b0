/** By what an asset and its holder are recognised, as it is stored. Personal data. */
export interface IdentifiersRecord {
  readonly holder: string | null;
  readonly account: string | null;
  readonly walletAddress: string | null;
  /** As stated; null where none was. */
  readonly walletNetwork: string | null;
  readonly serials: readonly string[];
  readonly registrations: readonly { readonly type: string; readonly country: string | null; readonly number: string }[];
}
