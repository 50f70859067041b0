/** The rows of tallies to which a list is narrowed, each by its code; a month as `2024-05`. */
export interface Narrowing {
  readonly country: string | null;
  readonly month: string | null;
  readonly crimeType: string | null;
  readonly role: string | null;
  readonly victimState: string | null;
  readonly kind: string | null;
  readonly custodyState: string | null;
  readonly currency: string | null;
  readonly network: string | null;
}

export type NarrowedBy = keyof Narrowing;

export const NOT_NARROWED: Narrowing = {
  country: null, month: null, crimeType: null, role: null, victimState: null, kind: null, custodyState: null, currency: null, network: null,
};

/** A row of what was not recorded, for instance of arrests without a role. */
export const NOT_RECORDED = 'not-recorded';

/** What an address calls them; `country` and `crime` there are the country and the filter of operations. */
const NAMES: Readonly<Record<NarrowedBy, string>> = {
  country: 'of', month: 'month', crimeType: 'type', role: 'role', victimState: 'victim', kind: 'kind', custodyState: 'custody', currency: 'currency', network: 'network',
};

export const NARROWED_BY = Object.keys(NAMES) as readonly NarrowedBy[];

export function readNarrowing(given: (name: string) => string | null): Narrowing {
  const read = NARROWED_BY.map((by) => [by, given(NAMES[by])] as const);
  const narrowed = { ...NOT_NARROWED, ...Object.fromEntries(read) };
  return isMonth(narrowed.month) ? narrowed : { ...narrowed, month: null };
}

export function putNarrowing(put: (name: string, value: string | null) => void, narrowed: Narrowing): void {
  for (const by of NARROWED_BY) put(NAMES[by], narrowed[by]);
}

/** The list behind one row of a tally. */
export function narrowedTo(row: Partial<Narrowing>): Narrowing {
  return { ...NOT_NARROWED, ...row };
}

function isMonth(text: string | null): boolean {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}
