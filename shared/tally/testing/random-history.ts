import fc from 'fast-check';
import type { AppliedChange } from '../../journal/applied-entry.js';
import type { JournalDocument } from '../../journal/json.js';
import type { MoneyUnit } from '../../money/money.js';
import { beginCounting, keepCounting } from '../../record/counted-versions.js';
import type { CountedFacets, CountedLot, CountedRecord, TallyKind } from '../tally-kind.js';

/** A record as a test counts it: its facets are all that it says. */
export interface Thing extends CountedRecord {
  readonly handling: string | null;
  readonly facets: CountedFacets;
}

export const THINGS: TallyKind<Thing> = {
  collection: 'things',
  axes: ['crimeType', 'role'],
  custody: true,
  facetsOf: ({ facets }) => facets,
};

/** What happened to one of the things, one after the other and each at an instant not before the last. */
export type Step =
  | { readonly verb: 'RECORD' | 'CORRECT'; readonly thing: number; readonly label: string; readonly facets: CountedFacets; readonly later: number }
  | { readonly verb: 'RELABEL'; readonly thing: number; readonly label: string; readonly later: number }
  /** Its owner says that it and another are one event, of which the one with this number counts; null takes that back. */
  | { readonly verb: 'CLAIM'; readonly thing: number; readonly other: number; readonly counts: number | null; readonly later: number }
  | { readonly verb: 'RETRACT' | 'ERASE'; readonly thing: number; readonly later: number };

export const LABELS = ['l-0', 'l-1', 'l-2', 'l-3', 'l-4'];
const BEGINNING = Date.parse('2026-01-01T00:00:00.000Z');

const USD: MoneyUnit = { currency: 'USD', network: null, decimals: 2 };
const ETHER: MoneyUnit = { currency: null, network: 'ETHEREUM', decimals: 18 };

const lot: fc.Arbitrary<CountedLot> = fc.record({
  custodyState: fc.constantFrom('FROZEN', 'SEIZED', 'RETURNED'),
  value: fc.option(
    fc.record({ unit: fc.constantFrom<MoneyUnit>(USD, ETHER), minorUnits: fc.bigInt(0n, 2n ** 80n) }).map(({ unit, minorUnits }) => ({ ...unit, minorUnits: minorUnits.toString() })),
  ),
});

const facets: fc.Arbitrary<CountedFacets> = fc.record({
  operation: fc.constantFrom(null, 'op-1', 'op-2'),
  country: fc.constantFrom('JP', 'NA', 'KR'),
  day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28', '2026-04-01'),
  codes: fc.record({ crimeType: fc.constantFrom('FRAUD', 'RANSOM'), role: fc.constantFrom(null, 'BOSS', 'CALLER') }),
  furtherCrimeTypes: fc.uniqueArray(fc.constantFrom('FRAUD', 'RANSOM', 'MULING'), { maxLength: 2 }).map((codes) => codes.sort()),
  lots: fc.uniqueArray(lot, { minLength: 1, maxLength: 3, selector: ({ custodyState }) => custodyState }),
});

const thing = fc.nat(5);
const label = fc.constantFrom(...LABELS);
/** Often none, so that versions begin and end in one millisecond. */
const later = fc.constantFrom(0, 1, 1_000);

interface Saying {
  readonly pair: readonly [number, number];
  readonly first: boolean;
  readonly back: number;
  readonly later: number;
}

const saying: fc.Arbitrary<Saying> = fc.record({ pair: fc.tuple(thing, thing), first: fc.boolean(), back: fc.integer({ min: 0, max: 5 }), later });

function claim({ pair: [one, other], first, back, later: after }: Saying): Step {
  return { verb: 'CLAIM', thing: one, other, counts: back === 0 ? null : first ? Math.min(one, other) : Math.max(one, other), later: after };
}

/** Mostly both say the same. */
const claims: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 1, arbitrary: saying.map((said) => [claim(said)]) },
  { weight: 3, arbitrary: saying.map((said) => [claim(said), claim({ ...said, pair: [said.pair[1], said.pair[0]] })]) },
);

const record = fc.record({ verb: fc.constant('RECORD' as const), thing, label, facets, later });
const steps: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 3, arbitrary: record.map((step) => [step]) },
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('CORRECT' as const), thing, label, facets, later }).map((step) => [step]) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('RELABEL' as const), thing, label, later }).map((step) => [step]) },
  { weight: 5, arbitrary: claims },
  { weight: 1, arbitrary: fc.record({ verb: fc.constantFrom('RETRACT' as const, 'ERASE' as const), thing, later }).map((step) => [step]) },
);

/** A few things are there from the beginning, so that there is something to be one event. */
const beginning = fc.tuple(record, record, record).map((records) => records.map((step, index): Step => ({ ...step, thing: index })));

export const history: fc.Arbitrary<readonly Step[]> = fc.tuple(beginning, fc.array(steps, { maxLength: 40, size: 'max' })).map((together) => together.flat(2));

/** The world after each step, and the change that led there; null where the step was not possible. */
export class Happening {
  readonly things = new Map<number, Thing>();
  readonly instants: number[] = [BEGINNING];
  readonly #erased = new Set<number>();
  #now = BEGINNING;

  take(step: Step): AppliedChange | null {
    this.#now += step.later;
    this.instants.push(this.#now);
    const before = this.things.get(step.thing);
    const after = this.#after(step, before, new Date(this.#now));
    if (after === undefined) return null;
    if (after === null) {
      this.things.delete(step.thing);
      this.#erased.add(step.thing);
    } else this.things.set(step.thing, after);
    return { collection: 'things', id: String(step.thing), fate: after === null ? 'erased' : 'kept', before: documentOf(before), after: documentOf(after) };
  }

  #after(step: Step, before: Thing | undefined, at: Date): Thing | null | undefined {
    if (step.verb === 'RECORD') {
      if (before !== undefined || this.#erased.has(step.thing)) return undefined;
      return { handling: step.label, facets: step.facets, ...beginCounting(step.label, at) };
    }
    if (before === undefined) return undefined;
    if (step.verb === 'ERASE') return null;
    if (before.handling === null) return undefined;
    switch (step.verb) {
      case 'CORRECT':
        return keepCounting(before, { ...before, facets: step.facets }, THINGS, at);
      case 'RELABEL':
        return keepCounting(before, { ...before, handling: step.label }, THINGS, at);
      case 'CLAIM': {
        if (step.other === step.thing) return undefined;
        const said = before.claims ?? [];
        const now = at.toISOString();
        const ended = said.map((one) => (one.other === String(step.other) && one.until === null ? { ...one, until: now } : one)).filter(({ from, until }) => from !== until);
        const anew = step.counts === null ? [] : [{ other: String(step.other), owner: 'somebody', counts: String(step.counts), from: now, until: null }];
        return keepCounting(before, { ...before, claims: [...ended, ...anew] }, THINGS, at);
      }
      case 'RETRACT':
        return keepCounting(before, { ...before, handling: null }, THINGS, at);
    }
  }
}

function documentOf(thing: Thing | null | undefined): JournalDocument | null {
  return thing === null || thing === undefined ? null : (structuredClone(thing) as unknown as JournalDocument);
}
