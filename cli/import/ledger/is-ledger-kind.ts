/** Kinds of files that hold a public ledger. */
export const LEDGER_KINDS = ['bitcoin', 'ether'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export function isLedgerKind(kind: string): kind is LedgerKind {
  return LEDGER_KINDS.some((known) => known === kind);
}
