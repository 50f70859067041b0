import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordArrestInput } from '../../subgraphs/arrests/arrest/arrest.inputs.js';
import { driverCollection } from '../journal/projection.js';
import { officer } from '../testing/ask.js';
import { openTestExchange, type TestExchange } from '../testing/open-test-exchange.js';
import { authority, coordinatingBody } from '../testing/organisations.js';
import { startStore, type TestStore } from '../testing/start-store.js';

const windhoek = officer('na-ncb');

let store: TestStore;
let batches: TestExchange;
let singles: TestExchange;

beforeAll(async () => {
  store = await startStore();
  batches = await openTestExchange({ store: { uri: store.uri, databasePrefix: `${store.databasePrefix}_batches` } });
  singles = await openTestExchange({ store: { uri: store.uri, databasePrefix: `${store.databasePrefix}_singles` } });
  for (const exchange of [batches, singles]) await exchange.register(coordinatingBody('interpol'), authority('na-ncb', 'NA'));
});

afterAll(async () => {
  await batches.close();
  await singles.close();
  await store.stop();
});

/** Right and wrong in every part that a recording reads; few references, so that repeats and conflicts are met. */
const arrest = fc.record({
  reference: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', ' '),
  operation: fc.constantFrom(null, null, 'interpol/nowhere'),
  agency: fc.constantFrom(null, 'interpol', 'xx-nobody'),
  country: fc.constantFrom('NA', 'NA', 'XX'),
  day: fc.constantFrom('2026-04-01', '2026-04-01', '2027-01-01'),
  crimeType: fc.constantFrom('VOICE_PHISHING', 'VOICE_PHISHING', 'SHOPLIFTING'),
  tlp: fc.constantFrom('GREEN', 'AMBER'),
  partTlp: fc.constantFrom(null, 'CLEAR', 'RED'),
  name: fc.constantFrom(null, 'Invented Person', ''),
});

type Planned = typeof arrest extends fc.Arbitrary<infer Arrest> ? Arrest : never;

function inputOf(turn: number, { reference, tlp, partTlp, name, ...rest }: Planned): RecordArrestInput {
  const handling = (level: 'CLEAR' | 'GREEN' | 'AMBER' | 'RED') => ({ tlp: level, codes: [], recipients: [] });
  return {
    countriesOfCommission: [], countriesOfVictims: [], furtherCrimeTypes: [], methods: [], contactModes: [],
    ...rest,
    reference: reference === ' ' ? reference : `${turn}-${reference}`,
    handling: handling(tlp),
    suspect: name === null ? null : { name, aliases: [], nationalities: [], documents: [], handling: partTlp === null ? null : handling(partTlp) },
  };
}

interface Told {
  readonly outcome: string;
  readonly id: string | null;
  readonly issues: readonly object[];
}

async function recordAlone(input: RecordArrestInput): Promise<Told> {
  const outcome = await singles.exchange.arrests.services.arrests.record(windhoek, input);
  if ('accepted' in outcome) return { outcome: outcome.accepted.repeated ? 'REPEATED' : 'RECORDED', id: outcome.accepted.id, issues: [] };
  const { refused } = outcome;
  return { outcome: 'REFUSED', id: null, issues: 'issues' in refused ? refused.issues : [{ path: 'reference', message: refused.message }] };
}

async function recordTogether(inputs: readonly RecordArrestInput[]): Promise<Told[]> {
  const outcome = await batches.exchange.arrests.services.arrests.recordBatch(windhoek, inputs, 'SKIP_INVALID');
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome.report.rows.map(({ outcome: told, id, issues }) => ({ outcome: told, id, issues }));
}

/** Everything that is stored of arrests, but for its place in the chain. */
async function storedIn({ exchange }: TestExchange): Promise<unknown[]> {
  const arrests = await driverCollection(exchange.arrests.runtime.connection, 'arrests').find({}).sort({ _id: 1 }).toArray();
  return arrests.map(({ appliedSeq: _, ...record }) => record);
}

describe('a batch', () => {
  it('does what its rows do one after the other', async () => {
    let turn = 0;
    const round = fc.uniqueArray(arrest, { minLength: 1, maxLength: 6, selector: ({ reference }) => reference });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 3 }), async (rounds) => {
        turn += 1;
        for (const rows of rounds) {
          const inputs = rows.map((one) => inputOf(turn, one));
          const alone: Told[] = [];
          for (const input of inputs) alone.push(await recordAlone(input));
          expect(await recordTogether(inputs)).toEqual(alone);
        }
        expect(await storedIn(batches)).toEqual(await storedIn(singles));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
