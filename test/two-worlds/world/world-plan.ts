import fc from 'fast-check';
import type { Tlp } from '../../../shared/handling/label.js';
import { CONFIDANT, HOME, OWNER } from './cast.js';

/** CLEAR and coordinated by INTERPOL: where most of the cast takes part. */
export const MOSAIC = 'interpol/mosaic';
/** GREEN and coordinated by Europol: only the owner and its confidant take part. */
export const LANTERN = 'europol/lantern';

/** CLEAR, under Mosaic, with one cell; some of its members are hidden from some. */
export const CRANE = 'na-ncb/crane';
/** What one could take for the code of a cell; the first is one of Crane. */
export const CELLS = ['calls', 'no-cell'] as const;

/** An address of which everybody reads one tag, and the actor that it names. */
export const WALLET = '0xde709f2102306220921060314715629080e2fb77';
export const ACTOR = 'invented-exchange';

/** Places of the Colonial Pipeline case, whose transactions are the ledger of every world. */
export const RANSOM = '15JFh88FcE4WL6qeMLgX5VEAFCbRXjc9fr';
export const AFFILIATE = 'bc1qq2euq8pw950klpjcawuy4uj39ym43hs6cfsegq';
export const SEIZED_AT = 'bc1qpx7vyv5tp7dm0g475ev527krg764t73dh77gls';
export const SEIZURE = '943f2d576ed8d9f388ba75eb82fe35cce29479b84121827ac368a5a94f44cf7a';

/** What the random records share with the hidden ones, so that every filter of the battery meets both. */
export const NAMES = ['Invented Alpha', 'Invented Bravo', 'Invented Charlie'] as const;
export const DOCUMENTS = ['INVENTED-1', 'INVENTED-2'] as const;
export const ACCOUNTS = ['INVENTED-ACCOUNT-1', 'INVENTED-ACCOUNT-2'] as const;
export const COUNTRIES = ['JP', 'NA', 'SG'] as const;
/** Instants of which tallies are asked: between what is recorded and what becomes of it later. */
export const INSTANTS = ['2026-05-04T09:00:02.500Z', '2026-05-04T09:00:03.500Z'] as const;
export const DAYS = ['2026-03-01', '2026-03-02', '2026-04-01'] as const;
export const CRIME_TYPES = ['VOICE_PHISHING', 'ROMANCE_SCAM'] as const;

export interface PlannedRecord {
  readonly kind: 'Arrest' | 'Rescue' | 'Asset';
  readonly originator: string;
  readonly operation: string | null;
  readonly tlp: Tlp;
  readonly partTlp: Tlp | null;
  readonly country: string;
  readonly day: string;
  readonly name: string;
  readonly number: string;
  readonly crimeType: string;
}

export interface PlannedFigure {
  readonly originator: string;
  readonly value: string | null;
  readonly tlp: Tlp;
}

export interface WorldPlan {
  readonly records: readonly PlannedRecord[];
  readonly figures: readonly PlannedFigure[];
}

const LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const;

const level = fc.constantFrom(...LEVELS);

const record: fc.Arbitrary<PlannedRecord> = fc
  .record({
    kind: fc.constantFrom('Arrest', 'Rescue', 'Asset'),
    originator: fc.constantFrom(HOME, OWNER, CONFIDANT),
    operation: fc.constantFrom(MOSAIC, MOSAIC, LANTERN, null),
    tlp: level,
    partTlp: fc.option(level),
    country: fc.constantFrom(...COUNTRIES),
    day: fc.constantFrom(...DAYS),
    name: fc.constantFrom(...NAMES),
    number: fc.constantFrom(...DOCUMENTS),
    crimeType: fc.constantFrom(...CRIME_TYPES),
  })
  .map((planned): PlannedRecord => ({
    ...planned,
    // Tokyo takes no part in Lantern.
    operation: planned.originator === HOME && planned.operation === LANTERN ? MOSAIC : planned.operation,
    partTlp: planned.partTlp === null ? null : stricter(planned.tlp, planned.partTlp),
  }));

const figure: fc.Arbitrary<PlannedFigure> = fc.record({
  originator: fc.constantFrom('interpol', HOME, OWNER),
  value: fc.option(fc.constantFrom('0', '12', '99007199254740993')),
  tlp: level,
});

/** Small on purpose: a fault needs few records to show itself, and many worlds to be met. */
export const worldPlan: fc.Arbitrary<WorldPlan> = fc.record({
  records: fc.array(record, { minLength: 4, maxLength: 10 }),
  figures: fc.array(figure, { minLength: 1, maxLength: 3 }),
});

function stricter(one: Tlp, other: Tlp): Tlp {
  return LEVELS.indexOf(one) > LEVELS.indexOf(other) ? one : other;
}
