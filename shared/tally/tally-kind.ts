import type { Money } from '../money/money.js';
import type { JournalDocument } from '../journal/json.js';
import type { ClaimStatement } from './claim-statement.js';

/** Codes by which records of one kind are counted, beside operation, country, day, custody state and unit. */
export const AXES = ['crimeType', 'role', 'victimState', 'kind'] as const;
export type Axis = (typeof AXES)[number];

/** A part of what a record counts for: everything of it stands in one custody state, and its value in one unit. */
export interface CountedLot {
  /** Null for kinds without custody. */
  readonly custodyState: string | null;
  /** Null where nobody stated a value, which is not a value of zero. */
  readonly value: Money | null;
}

/**
 * All that a record counts for, and nothing that tells who it was: facts of the journal, from which any process can
 * count. Plain JSON, so that a record can carry those of its earlier versions.
 */
export interface CountedFacets {
  readonly operation: string | null;
  readonly country: string;
  readonly day: string;
  /** The one code on each axis of its kind; null where it was not recorded. */
  readonly codes: Readonly<Partial<Record<Axis, string | null>>>;
  /** A filter only: a record that was counted under each of its crime types would be counted twice. */
  readonly furtherCrimeTypes: readonly string[];
  /** At least one; most records have just one. */
  readonly lots: readonly CountedLot[];
}

/** A superseded version, and when it counted: from the first instant up to, without, the second. RFC 3339. */
export interface CountedVersion {
  readonly from: string;
  readonly until: string;
  readonly facets: CountedFacets;
}

/** What a stored record says about its counting; the journal has it among the facts. */
export interface CountedRecord {
  /** Handling key under which all its versions count; null once it is erased. */
  readonly countedUnder: string | null;
  /** From when the present version counts; null once retracted. */
  readonly countedSince: string | null;
  /** Oldest first. */
  readonly past: readonly CountedVersion[];
  /** What its owner says of it and other records; undefined in records of before there were double claims. */
  readonly claims?: readonly ClaimStatement[];
}

/** How the records of one collection are counted. */
export interface TallyKind<Rec = JournalDocument> {
  readonly collection: string;
  readonly axes: readonly Axis[];
  /** Whether its lots have custody states and values. */
  readonly custody: boolean;
  /** Pure, and from facts alone: it is asked about records as the journal keeps them, without personal data. */
  readonly facetsOf: (record: Rec) => CountedFacets;
}
