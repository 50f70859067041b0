import type { HandlingInput } from '../../../shared/graphql/handling.input.js';
import { ACCOUNTS, CRIME_TYPES, DAYS, DOCUMENTS, MOSAIC, NAMES, type PlannedRecord } from './world-plan.js';

export type RecordKind = PlannedRecord['kind'];
export const RECORD_KINDS: readonly RecordKind[] = ['Arrest', 'Rescue', 'Asset'];

/** What differs between records of the comparison; everything else is the same in all of them. */
export interface RecordDetails {
  readonly reference: string;
  readonly handling: Handling;
  readonly partHandling?: Handling | null;
  readonly operation?: string | null;
  readonly country?: string;
  readonly day?: string;
  readonly name?: string;
  readonly number?: string;
  readonly crimeType?: string;
}

type Handling = Pick<HandlingInput, 'tlp'> & Partial<HandlingInput>;

/** The input of `recordArrest`, `recordRescue` or `recordAsset`. */
export function recordInput(kind: RecordKind, details: RecordDetails): Record<string, unknown> {
  const { reference, handling, partHandling = null, operation = MOSAIC, country = 'NA', day = DAYS[1] } = details;
  const shared = { reference, operation, country, day, handling };
  const parts = Object.entries(partOf(kind, details)).map(([field, part]) => [field, { ...part, ...(partHandling !== null && { handling: partHandling }) }]);
  const recorded = { ...shared, ...Object.fromEntries(parts) as object };
  switch (kind) {
    case 'Arrest':
      return { ...recorded, crimeType: details.crimeType ?? CRIME_TYPES[0] };
    case 'Rescue':
      return { ...recorded, victimState: 'TRAFFICKED' };
    case 'Asset':
      return { ...recorded, kind: 'BANK_ACCOUNT', custodyState: 'FROZEN', value: { amount: '90071992547409.93', currency: 'USD' } };
  }
}

/** The identity part of a record, under the name that its input has for it. */
export function partOf(kind: RecordKind, details: RecordDetails): Record<string, object> {
  switch (kind) {
    case 'Arrest':
      return { suspect: person(details) };
    case 'Rescue':
      return { person: person(details) };
    case 'Asset':
      return { identifiers: { holder: details.name ?? NAMES[0], account: accountOf(details), walletAddress: `wallet-of-${accountOf(details)}` } };
  }
}

function person({ name = NAMES[0], number = DOCUMENTS[0] }: RecordDetails): Record<string, unknown> {
  return { name, documents: [{ type: 'PASSPORT', country: 'NA', number }] };
}

function accountOf({ number = DOCUMENTS[0] }: RecordDetails): string {
  return number === DOCUMENTS[0] ? ACCOUNTS[0] : number === DOCUMENTS[1] ? ACCOUNTS[1] : `account-of-${number}`;
}
