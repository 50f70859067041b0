/** Below, an output is not worth its fee; above, no round of Wasabi 2 has had one. */
const [LEAST, MOST] = [5_000, 137_438_953_472];

/**
 * The standard amounts of WabiSabi rounds, in satoshi: powers of two, powers of three and their doubles, powers of ten,
 * their doubles and fivefolds (WalletWasabi, `StandardDenomination`; Ficsór, Kogman, Ontivero, Seres, "WabiSabi", 2021).
 */
export const WASABI_2_DENOMINATIONS: ReadonlySet<number> = new Set([
  ...multiples(2, [1]),
  ...multiples(3, [1, 2]),
  ...multiples(10, [1, 2, 5]),
]);

function multiples(base: number, factors: readonly number[]): number[] {
  const found: number[] = [];
  for (let power = 1; power <= MOST; power *= base) found.push(...factors.map((factor) => factor * power).filter((value) => value >= LEAST && value <= MOST));
  return found;
}
