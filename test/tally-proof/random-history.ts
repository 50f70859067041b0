import fc from 'fast-check';
import { BODY, CAST, DIMENSIONS, KINDS, LEVELS, PURPOSES, type Kind, type PlainAction, type PlainFacts, type PlainFilter, type PlainLabel, type PlainQuestion, type PlainViewer } from './plain-actions.js';

/** What happens under two operations of its own, and what is asked about it in the end. */
export interface PlainHistory {
  readonly actions: readonly PlainAction[];
  readonly questions: readonly AskedLater[];
}

/** A question whose operations and instant are known only when everything has happened. */
export interface AskedLater extends Omit<PlainQuestion, 'operations' | 'asOf'> {
  /** Over which of the two operations of the history; null for everything. */
  readonly over: readonly (0 | 1)[] | null;
  /** The present, or the very instant of any action in the exchange so far, just before it, or just after. */
  readonly when: { readonly action: number; readonly by: -1 | 0 | 1 } | null;
}

const COUNTRIES = ['JP', 'NA', 'SG'] as const;
const DAYS = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', '2026-04-28'] as const;
const CRIMES = ['VOICE_PHISHING', 'ROMANCE_SCAM', 'JOB_SCAM'] as const;
const ROLES = ['CALLER', 'BOSS'] as const;
const VICTIMS = ['FORCED_TO_OFFEND', 'TRAFFICKED'] as const;
const ASSETS = [
  { kind: 'BANK_ACCOUNT', found: 'FROZEN' },
  { kind: 'FIAT_MONEY', found: 'SEIZED' },
  { kind: 'FIAT_MONEY', found: 'INTERCEPTED' },
] as const;
const HOUR = 3_600_000;
const QUESTIONS = 12;

const number = fc.nat(100_000);
const value = fc.record({
  unit: fc.constantFrom('USD', 'JPY', 'KWD', 'BITCOIN', 'ETHEREUM'),
  units: fc.oneof(fc.bigInt({ min: 0n, max: 20n }), fc.bigInt({ min: 0n, max: 2n ** 90n })).map(String),
});
const facts: fc.Arbitrary<PlainFacts> = fc.record({
  country: fc.constantFrom(...COUNTRIES),
  day: fc.constantFrom(...DAYS),
  crimeType: fc.constantFrom(...CRIMES),
  furtherCrimeTypes: fc.subarray([...CRIMES], { maxLength: 2 }),
  role: fc.option(fc.constantFrom(...ROLES)),
  victimState: fc.constantFrom(...VICTIMS),
  asset: fc.constantFrom(...ASSETS),
  value: fc.option(value),
});
const label: fc.Arbitrary<PlainLabel> = fc.record({
  tlp: fc.constantFrom('CLEAR', 'GREEN', 'GREEN', 'AMBER', 'AMBER', 'AMBER', 'AMBER_STRICT', 'RED'),
  frozen: fc.nat(3).map((one) => one === 0),
  names: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(number, { minLength: 1, maxLength: 2 }) }),
});
const recipient = fc.oneof(fc.record({ organisation: number }), fc.record({ bureauOf: number }), fc.record({ operation: number }));
const CORRECTABLE = ['country', 'day', 'crimeType', 'furtherCrimeTypes', 'role', 'victimState', 'value'] as const satisfies readonly (keyof PlainFacts)[];

const action: fc.Arbitrary<PlainAction> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('record' as const), kind: fc.constantFrom(...KINDS), by: number, under: number, label, facts }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('correct' as const), pick: number, facts, which: fc.subarray([...CORRECTABLE], { minLength: 1, maxLength: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), pick: number, to: number, half: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take back a move' as const), pick: number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('retract' as const), pick: number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('relabel' as const), pick: number, label }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('release' as const), pick: number, to: recipient, purpose: fc.constantFrom(...PURPOSES), hours: fc.constantFrom(1, 30, 100) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('recall' as const), pick: number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), pick: number }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const), pick: number, with: number, first: fc.boolean(), both: fc.integer({ min: 0, max: 3 }).map((one) => one > 0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take back a claim' as const), pick: number, decline: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('join' as const), operation: number, organisation: number, role: fc.constantFrom('PARTICIPANT' as const, 'PARTICIPANT' as const, 'OBSERVER' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('decide' as const), pick: number, by: number, decision: fc.constantFrom('ACCEPTED' as const, 'REFUSED' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), pick: number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('relabel operation' as const), operation: number, tlp: fc.constantFrom('CLEAR' as const, 'GREEN' as const, 'AMBER' as const, 'RED' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.constantFrom(1, HOUR, 29 * HOUR, 72 * HOUR) }) },
);

const viewer: fc.Arbitrary<PlainViewer> = fc.record({
  organisation: fc.constantFrom(...CAST.map(({ code }) => code), BODY, 'jp-ncb', 'na-ncb'),
  dashboard: fc.integer({ min: 0, max: 6 }).map((one) => one === 3),
  maxTlp: fc.oneof({ weight: 5, arbitrary: fc.constant('RED' as const) }, { weight: 1, arbitrary: fc.constantFrom(...LEVELS) }),
  purpose: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PURPOSES) }, { weight: 1, arbitrary: fc.constant(null) }),
});

const conditions: Readonly<Record<Kind, fc.Arbitrary<PlainFilter>>> = {
  Arrest: fc.record({ crimeType: fc.constantFrom(...CRIMES) }),
  Rescue: fc.record({ victimState: fc.constantFrom(...VICTIMS) }),
  Asset: fc.record({ kind: fc.constantFrom(...ASSETS.map(({ kind }) => kind)) }),
};

const question: fc.Arbitrary<AskedLater> = fc.constantFrom(...KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    viewer,
    over: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.subarray([0, 1] as (0 | 1)[], { minLength: 1 }) }),
    filter: fc.oneof(
      { weight: 5, arbitrary: fc.constant<PlainFilter>({}) },
      { weight: 1, arbitrary: conditions[kind] },
      { weight: 1, arbitrary: fc.record<PlainFilter>({ country: fc.constantFrom(...COUNTRIES) }) },
      { weight: 1, arbitrary: fc.record<PlainFilter>({ dayFrom: fc.constantFrom(...DAYS), dayTo: fc.constantFrom(...DAYS) }) },
    ),
    rows: fc.constantFrom(...DIMENSIONS[kind]),
    columns: fc.constantFrom(...DIMENSIONS[kind]),
    when: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.record({ action: number, by: fc.constantFrom(-1 as const, 0 as const, 1 as const) }) }),
  }),
);

/** Most are short, because a fault needs little to show itself; some have up to two hundred actions. */
export const history: fc.Arbitrary<PlainHistory> = fc.record({
  actions: fc.oneof(
    { weight: 24, arbitrary: fc.array(action, { minLength: 12, maxLength: 30, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(action, { minLength: 100, maxLength: 200, size: 'max' }) },
  ),
  questions: fc.array(question, { minLength: QUESTIONS, maxLength: QUESTIONS, size: 'max' }),
});
