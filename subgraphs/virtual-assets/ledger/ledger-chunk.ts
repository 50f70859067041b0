/** Some thousand rows of the ledger as one piece of bytes, in the order in which it came. */
export interface LedgerChunk {
  readonly source: string;
  readonly payload: Uint8Array;
}
