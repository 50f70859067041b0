/** What people do to an exchange, in plain words. Who is picked and which one is a number that the doing resolves. */
export type PlainAction =
  | { readonly do: 'record'; readonly kind: Kind; readonly by: number; readonly under: number; readonly label: PlainLabel; readonly facts: PlainFacts }
  | { readonly do: 'correct'; readonly pick: number; readonly facts: PlainFacts; readonly which: readonly (keyof PlainFacts)[] }
  | { readonly do: 'move'; readonly pick: number; readonly to: number; readonly half: boolean }
  | { readonly do: 'take back a move'; readonly pick: number }
  | { readonly do: 'retract'; readonly pick: number }
  | { readonly do: 'relabel'; readonly pick: number; readonly label: PlainLabel }
  | { readonly do: 'release'; readonly pick: number; readonly to: PlainRecipient; readonly purpose: Purpose; readonly hours: number }
  | { readonly do: 'recall'; readonly pick: number }
  | { readonly do: 'erase'; readonly pick: number }
  /** Its owner says that a record and another of the same kind are one event; `both`: so does then the owner of the other. */
  | { readonly do: 'claim'; readonly pick: number; readonly with: number; readonly first: boolean; readonly both: boolean }
  | { readonly do: 'take back a claim'; readonly pick: number; readonly decline: boolean }
  | { readonly do: 'join'; readonly operation: number; readonly organisation: number; readonly role: 'PARTICIPANT' | 'OBSERVER' }
  | { readonly do: 'decide'; readonly pick: number; readonly by: number; readonly decision: 'ACCEPTED' | 'REFUSED' }
  | { readonly do: 'leave'; readonly pick: number }
  | { readonly do: 'relabel operation'; readonly operation: number; readonly tlp: Tlp }
  | { readonly do: 'wait'; readonly milliseconds: number };

export const KINDS = ['Arrest', 'Rescue', 'Asset'] as const;
export type Kind = (typeof KINDS)[number];

/** From the widest audience to the narrowest. */
export const LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const;
export type Tlp = (typeof LEVELS)[number];

export const PURPOSES = ['SUPPORT_INVESTIGATION', 'TREND_ANALYSIS'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface PlainLabel {
  readonly tlp: Tlp;
  /** H2, which only AMBER under an operation has. */
  readonly frozen: boolean;
  /** Organisations that it names. */
  readonly names: readonly number[];
}

export type PlainRecipient =
  | { readonly organisation: number }
  | { readonly bureauOf: number }
  | { readonly operation: number };

/** What a record says and tallies count by; each kind uses its own. */
export interface PlainFacts {
  readonly country: string;
  readonly day: string;
  readonly crimeType: string;
  readonly furtherCrimeTypes: readonly string[];
  readonly role: string | null;
  readonly victimState: string;
  readonly asset: PlainAsset;
  readonly value: PlainValue | null;
}

export interface PlainAsset {
  readonly kind: string;
  readonly found: string;
}

/** An amount in the smallest units, as digits. */
export interface PlainValue {
  readonly unit: string;
  readonly units: string;
}

/** Decimals of the units in which values are stated. */
export const DECIMALS: Readonly<Record<string, number>> = { USD: 2, JPY: 0, KWD: 3, BITCOIN: 8, ETHEREUM: 18 };
export const NETWORKS: readonly string[] = ['BITCOIN', 'ETHEREUM'];

/** Where a part of an asset may go from where it stands: what one move opens for every kind that is used here. */
export const WAYS: Readonly<Record<string, readonly string[]>> = {
  FROZEN: ['SEIZED', 'RELEASED', 'RECOVERED'],
  INTERCEPTED: ['RETURNED', 'FROZEN', 'RELEASED'],
  SEIZED: ['FORFEITED', 'RECOVERED', 'RELEASED'],
  RECOVERED: ['RETURNED', 'FORFEITED'],
  FORFEITED: ['RETURNED', 'SOLD'],
};

/** One organisation of the cast. */
export interface PlainOrganisation {
  readonly code: string;
  readonly country: string | null;
  readonly class: 'AUTHORITY' | 'COORDINATING_BODY' | 'INSTITUTION';
  readonly bureau: boolean;
}

export const BODY = 'interpol';
/** Those that record come first. */
export const CAST: readonly PlainOrganisation[] = [
  { code: 'jp-ncb', country: 'JP', class: 'AUTHORITY', bureau: true },
  { code: 'na-ncb', country: 'NA', class: 'AUTHORITY', bureau: true },
  { code: 'sg-ncb', country: 'SG', class: 'AUTHORITY', bureau: true },
  { code: 'jp-tokyo', country: 'JP', class: 'AUTHORITY', bureau: false },
  { code: 'kr-ncb', country: 'KR', class: 'AUTHORITY', bureau: true },
  { code: BODY, country: null, class: 'COORDINATING_BODY', bureau: false },
  { code: 'jp-bank', country: 'JP', class: 'INSTITUTION', bureau: false },
];
export const OWNERS = 3;

/** The organisation that a number picks. */
export function organisationAt(number: number, among = CAST.length): string {
  return CAST[number % among]?.code ?? BODY;
}

/** Who asks. */
export interface PlainViewer {
  readonly organisation: string;
  /** A dashboard counts and reads no record, whatever else it may be. */
  readonly dashboard: boolean;
  readonly maxTlp: Tlp;
  /** Null: states no purpose. */
  readonly purpose: Purpose | null;
}

export type Dimension = 'COUNTRY' | 'OPERATION' | 'MONTH' | 'QUARTER' | 'YEAR' | 'CRIME_TYPE' | 'ROLE' | 'VICTIM_STATE' | 'ASSET_KIND' | 'CUSTODY_STATE';

export const DIMENSIONS: Readonly<Record<Kind, readonly Dimension[]>> = {
  Arrest: ['COUNTRY', 'OPERATION', 'MONTH', 'QUARTER', 'YEAR', 'CRIME_TYPE', 'ROLE'],
  Rescue: ['COUNTRY', 'OPERATION', 'MONTH', 'QUARTER', 'YEAR', 'VICTIM_STATE'],
  Asset: ['COUNTRY', 'OPERATION', 'MONTH', 'QUARTER', 'YEAR', 'ASSET_KIND', 'CUSTODY_STATE'],
};

/** Which records; what is left out means any. */
export interface PlainFilter {
  readonly country?: string;
  readonly dayFrom?: string;
  readonly dayTo?: string;
  /** Principal or further. */
  readonly crimeType?: string;
  readonly victimState?: string;
  readonly kind?: string;
}

export interface PlainQuestion {
  readonly kind: Kind;
  readonly viewer: PlainViewer;
  /** Codes of operations; null for all records, those of no operation too. */
  readonly operations: readonly string[] | null;
  readonly filter: PlainFilter;
  readonly rows: Dimension;
  readonly columns: Dimension;
  /** Milliseconds since 1970; null for the present. */
  readonly asOf: number | null;
}

/** A number of a tally and the amounts with it, by unit, as digits. */
export interface PlainNumber {
  readonly count: number;
  readonly sums: Readonly<Record<string, string>>;
}

/** What is answered: the whole, each row under its key, and each cell under the keys of its row and column. */
export interface PlainAnswer {
  readonly whole: PlainNumber;
  /** The whole with each event once. */
  readonly once: PlainNumber;
  readonly rows: Readonly<Record<string, PlainNumber>>;
  readonly cells: Readonly<Record<string, PlainNumber>>;
}
