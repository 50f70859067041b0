/** A lawful step of the custody chain. */
export interface CustodyStep {
  /** Null: found. A record begins with such a step; every other one is a move. */
  readonly from: string | null;
  readonly to: string;
  /** Kinds of assets to which alone the step is open; left out, every kind. */
  readonly kinds?: readonly string[];
}

/** The whole custody chain. What is not in here is no lawful step; from the last four states nothing leads on. */
export const CUSTODY_TABLE: readonly CustodyStep[] = [
  { from: null, to: 'FROZEN', kinds: ['BANK_ACCOUNT', 'VIRTUAL_ASSET', 'WALLET', 'REAL_ESTATE', 'LAND'] },
  { from: null, to: 'INTERCEPTED', kinds: ['FIAT_MONEY', 'VIRTUAL_ASSET'] },
  // Whatever was never frozen may be seized, so that is open to every kind.
  { from: null, to: 'SEIZED' },
  { from: 'INTERCEPTED', to: 'RETURNED' },
  { from: 'INTERCEPTED', to: 'FROZEN' },
  { from: 'INTERCEPTED', to: 'RELEASED' },
  { from: 'FROZEN', to: 'SEIZED' },
  { from: 'FROZEN', to: 'RELEASED' },
  { from: 'FROZEN', to: 'RECOVERED' },
  { from: 'SEIZED', to: 'FORFEITED' },
  { from: 'SEIZED', to: 'RECOVERED' },
  { from: 'SEIZED', to: 'RELEASED' },
  { from: 'SEIZED', to: 'DESTROYED', kinds: ['COUNTERFEIT_NOTES', 'DRUGS'] },
  { from: 'RECOVERED', to: 'RETURNED' },
  { from: 'RECOVERED', to: 'FORFEITED' },
  { from: 'FORFEITED', to: 'RETURNED' },
  { from: 'FORFEITED', to: 'SOLD' },
  { from: 'FORFEITED', to: 'DESTROYED' },
];

/** Every state, that with the most way still to go first. No step leads back in this order. */
export const CUSTODY_STATES = ['INTERCEPTED', 'FROZEN', 'SEIZED', 'RECOVERED', 'FORFEITED', 'RELEASED', 'RETURNED', 'SOLD', 'DESTROYED'] as const;

/** How an asset of this kind may come into custody. */
export function firstCustodyStates(kind: string): string[] {
  return statesAfter(null, kind);
}

/** Where an asset of this kind may go from a state; nowhere from a final one. */
export function nextCustodyStates(state: string, kind: string): string[] {
  return statesAfter(state, kind);
}

function statesAfter(state: string | null, kind: string): string[] {
  return CUSTODY_TABLE.filter(({ from, kinds }) => from === state && (kinds?.includes(kind) ?? true)).map(({ to }) => to);
}
