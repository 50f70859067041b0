import { BODY, CAST, type Kind, type PlainFacts, type PlainRecipient, type Purpose, type Tlp } from './plain-actions.js';

/** Everything that was done, as it stands: nothing is added up, and nothing is forgotten. */
export interface PlainWorld {
  now: number;
  readonly records: PlainRecord[];
  readonly operations: PlainOperation[];
}

export interface PlainRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly originator: string;
  readonly operation: PlainOperation | null;
  /** What an edit must give. */
  version: string;
  tlp: Tlp;
  frozen: boolean;
  names: readonly string[];
  readonly releases: Release[];
  state: 'STANDS' | 'RETRACTED' | 'ERASED';
  /** Every version with the instant from which it stood; the last is the present one. */
  readonly versions: Version[];
  retractedAt: number | null;
  /** What its owner ever said of it and others. */
  readonly sayings: Saying[];
}

/** That this record and another are one event of which one counts, or, without one, that they are not. */
export interface Saying {
  readonly other: string;
  readonly counts: string | null;
  readonly from: number;
  until: number | null;
}

export interface Version {
  readonly from: number;
  readonly facts: PlainFacts;
  /** Of an asset: what stands where. */
  readonly parts: readonly Part[];
  readonly moves: readonly Move[];
}

/** A part of an asset of one unit: the thing itself may stand elsewhere than some of its value. */
export interface Part {
  readonly state: string;
  readonly thing: boolean;
  readonly units: bigint | null;
}

export interface Move {
  readonly from: string;
  readonly to: string;
  /** Null: everything that stood there. */
  readonly units: bigint | null;
}

export interface Release {
  readonly id: string;
  readonly to: PlainRecipient | { readonly code: string };
  readonly purpose: Purpose;
  readonly until: number;
  recalled: boolean;
}

export interface PlainOperation {
  readonly code: string;
  readonly id: string;
  version: string;
  tlp: Tlp;
  readonly participations: Participation[];
}

export interface Participation {
  readonly id: string;
  version: string;
  readonly operation: PlainOperation;
  readonly organisation: string;
  readonly role: 'LEAD' | 'PARTICIPANT' | 'OBSERVER';
  readonly founding: boolean;
  readonly joinedAt: number;
  endedAt: number | null;
  readonly decisions: Map<string, 'ACCEPTED' | 'REFUSED'>;
}

export function presentOf(record: PlainRecord): Version {
  const present = record.versions.at(-1);
  if (present === undefined) throw new Error('A record has a version.');
  return present;
}

/** Who takes part now in more than looking on: those may record. */
export function mayRecordUnder(organisation: string, operation: PlainOperation, now: number): boolean {
  return organisation === BODY || operation.participations.some((taking) => taking.organisation === organisation && taking.role !== 'OBSERVER' && isOpen(taking, now));
}

export function isOpen({ joinedAt, endedAt }: Participation, now: number): boolean {
  return joinedAt <= now && (endedAt === null || now < endedAt);
}

export function organisationNamed(code: string): (typeof CAST)[number] {
  const found = CAST.find((organisation) => organisation.code === code);
  if (found === undefined) throw new Error(`${code} is not in the cast.`);
  return found;
}

/** Where the parts of an asset stand after its moves, from where it was found. */
export function partsAfter(found: string, units: bigint | null, moves: readonly Move[]): Part[] {
  let parts: Part[] = [{ state: found, thing: true, units }];
  for (const move of moves) {
    const left = parts.find(({ state }) => state === move.from);
    const there = parts.find(({ state }) => state === move.to);
    if (left === undefined) throw new Error('A part moves from where it stands.');
    const whole = move.units === null || (move.units === left.units && !left.thing);
    const goes = { thing: whole && left.thing, units: whole ? left.units : move.units };
    parts = parts.filter((part) => part !== left && part !== there);
    if (!whole) parts.push({ ...left, units: (left.units ?? 0n) - move.units });
    parts.push({ state: move.to, thing: goes.thing || there?.thing === true, units: goes.units === null ? (there?.units ?? null) : goes.units + (there?.units ?? 0n) });
  }
  return parts;
}
