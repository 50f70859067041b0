/** Steps after which the search gives up: dealing out coins is NP-hard, and a hostile transaction may ask for it. */
const MOST_STEPS = 20_000;

/**
 * Whether the coins can be dealt out so that every sum that is due is reached (BlockSci's `getSumCount`). The largest
 * coin goes where most is missing first. When the search gives up, the answer is yes: nothing speaks against it.
 */
export function couldBePaidBy(coins: readonly number[], due: readonly number[]): boolean {
  const largestFirst = [...coins].sort((a, b) => b - a);
  const missing = [...due];
  let steps = 0;
  const deal = (next: number, left: number): boolean => {
    const short = missing.reduce((sum, amount) => sum + Math.max(0, amount), 0);
    if (short === 0) return true;
    const coin = largestFirst[next];
    if (coin === undefined || short > left) return false;
    steps += 1;
    if (steps > MOST_STEPS) return true;
    const places = missing.map((amount, index) => ({ amount, index })).filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
    const tried = new Set<number>();
    for (const { amount, index } of places) {
      // Two that miss the same are one case.
      if (tried.has(amount)) continue;
      tried.add(amount);
      missing[index] = amount - coin;
      if (deal(next + 1, left - coin)) return true;
      missing[index] = amount;
    }
    return false;
  };
  return deal(0, coins.reduce((sum, coin) => sum + coin, 0));
}
