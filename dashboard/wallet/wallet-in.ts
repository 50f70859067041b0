const ETHEREUM = /^0x[0-9a-f]{40}$/i;
const BITCOIN = /^(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,87}|BC1[02-9AC-HJ-NP-Z]{11,87})$/;

/** The public key of an address that was typed or pasted; null for every other text. Check sums are the exchange's to check. */
export function walletIn(text: string): string | null {
  const typed = text.trim();
  if (ETHEREUM.test(typed)) return `ETHEREUM:${typed}`;
  return BITCOIN.test(typed) ? `BITCOIN:${typed}` : null;
}
