import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { driverCollection } from '../journal/projection.js';
import { ask, officer } from '../testing/ask.js';
import { change, remove } from '../testing/change.js';
import { openTestExchange, type TestExchange } from '../testing/open-test-exchange.js';
import { authority, coordinatingBody } from '../testing/organisations.js';
import { startStore, type TestStore } from '../testing/start-store.js';
import type { Viewer } from '../viewer/viewer.js';
import type { BatchMode } from './batch-report.type.js';

const windhoek = officer('na-ncb');
const singapore = officer('sg-ncb');

let store: TestStore;
let exchange: TestExchange;

beforeAll(async () => {
  store = await startStore();
  exchange = await openTestExchange({ store });
  await exchange.register(coordinatingBody('interpol'), authority('na-ncb', 'NA'), authority('sg-ncb', 'SG'));
});

afterAll(async () => {
  await exchange.close();
  await store.stop();
});

const row = z.object({
  index: z.number(),
  reference: z.string(),
  outcome: z.enum(['RECORDED', 'REPEATED', 'REFUSED', 'HELD_BACK']),
  id: z.string().nullable(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })),
});
const result = z.object({
  __typename: z.string(),
  recorded: z.number().optional(),
  repeated: z.number().optional(),
  refused: z.number().optional(),
  heldBack: z.number().optional(),
  receipt: z.object({ seq: z.number() }).nullish(),
  rows: z.array(row).optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  message: z.string().optional(),
});

const BATCH = `mutation ($input: RecordArrestsInput!) { outcome: recordArrests(input: $input) { __typename
  ... on BatchReport { recorded repeated refused heldBack receipt { seq } rows { index reference outcome id issues { path message } } }
  ... on InvalidInput { issues { path message } } ... on Forbidden { message } } }`;

async function batch(rows: readonly object[], mode?: BatchMode, viewer: Viewer = windhoek): Promise<z.infer<typeof result>> {
  const { data, errors } = await ask(exchange, viewer, BATCH, { input: { rows, ...(mode && { mode }) } });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return z.object({ outcome: result }).parse(data).outcome;
}

function arrestOf(reference: string, different: object = {}): object {
  return { reference, country: 'NA', day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp: 'GREEN' }, ...different };
}

function arrestsOf(prefix: string, count: number): object[] {
  return Array.from({ length: count }, (_, index) => arrestOf(`${prefix}-${index}`));
}

async function stored(prefix: string): Promise<number> {
  const arrests = driverCollection(exchange.exchange.arrests.runtime.connection, 'arrests');
  return await arrests.countDocuments({ reference: { $gte: `${prefix}-`, $lt: `${prefix}.` } });
}

async function entries(): Promise<number> {
  return await driverCollection(exchange.exchange.arrests.runtime.connection, 'journal').countDocuments({ owner: 'na-ncb' });
}

const WRONG = { crimeType: 'SHOPLIFTING', suspect: { name: ' ' } };
const FAULTS = [
  { path: 'suspect.name', message: 'This must not be empty.' },
  { path: 'crimeType', message: '"SHOPLIFTING" is not in the code list "crimeType": the query `codeLists` shows its codes.' },
];

describe('a batch with one wrong row of 500', () => {
  it('writes nothing, says what is wrong with that row, and that nothing is wrong with the others', async () => {
    const before = await entries();
    const rows = arrestsOf('all', 500).map((one, index) => (index === 321 ? { ...one, ...WRONG } : one));
    const { rows: reported, ...counts } = await batch(rows);
    expect(counts).toEqual({ __typename: 'BatchReport', recorded: 0, repeated: 0, refused: 1, heldBack: 499, receipt: null });
    expect(reported?.map(({ index }) => index)).toEqual(rows.map((_, index) => index));
    expect(reported?.[321]).toEqual({ index: 321, reference: 'all-321', outcome: 'REFUSED', id: null, issues: FAULTS });
    expect(reported?.[0]).toEqual({ index: 0, reference: 'all-0', outcome: 'HELD_BACK', id: null, issues: [] });
    expect(await stored('all')).toBe(0);
    expect(await entries()).toBe(before);
  });

  it('leaves it out when told to, and writes the others in one entry', async () => {
    const before = await entries();
    const rows = arrestsOf('skip', 500).map((one, index) => (index === 0 ? { ...one, ...WRONG } : one));
    const { rows: reported, receipt, ...counts } = await batch(rows, 'SKIP_INVALID');
    expect(counts).toEqual({ __typename: 'BatchReport', recorded: 499, repeated: 0, refused: 1, heldBack: 0 });
    expect(reported?.[0]).toMatchObject({ outcome: 'REFUSED', issues: FAULTS });
    expect(reported?.[1]).toMatchObject({ index: 1, reference: 'skip-1', outcome: 'RECORDED', id: exchange.exchange.arrests.runtime.ids.of('na-ncb', 'arrests', 'skip-1') });
    expect(await stored('skip')).toBe(499);
    expect(await entries()).toBe(before + 1);
    expect(receipt).toEqual({ seq: before + 1 });
  });

  it('is mended and sent again: what stands is a repeat, and only the mended row is written', async () => {
    const { rows: reported, ...counts } = await batch(arrestsOf('skip', 500), 'REFUSE_ALL');
    expect(counts).toMatchObject({ recorded: 1, repeated: 499, refused: 0, heldBack: 0 });
    expect(reported?.[0]).toMatchObject({ outcome: 'RECORDED' });
    expect(await batch(arrestsOf('skip', 500))).toMatchObject({ recorded: 0, repeated: 500, receipt: null });
    expect(await stored('skip')).toBe(500);
  });
});

describe('a row of a batch', () => {
  it('is refused for the reference of an earlier row, whatever else it says', async () => {
    const { rows } = await batch([arrestOf('twice-1'), arrestOf('twice-1'), arrestOf('twice-1', WRONG), arrestOf('twice-2')], 'SKIP_INVALID');
    expect(rows?.map(({ outcome }) => outcome)).toEqual(['RECORDED', 'REFUSED', 'REFUSED', 'RECORDED']);
    const taken = { path: 'reference', message: 'An earlier row of this batch has the same reference: give each record one of its own.' };
    expect(rows?.[1]?.issues).toEqual([taken]);
    expect(rows?.[2]?.issues).toEqual([...FAULTS, taken]);
  });

  it('is refused under a reference that is taken by other content, retracted or erased, in the words of a single recording', async () => {
    const [corrected, retracted, erased] = await Promise.all(['taken', 'retracted', 'erased'].map((reference) => change(exchange, windhoek, 'recordArrest', arrestOf(reference))));
    await change(exchange, windhoek, 'correctArrest', { id: corrected?.id, version: corrected?.version, country: 'SG' });
    await remove(exchange, windhoek, 'retractArrest', { id: retracted?.id, version: retracted?.version });
    await remove(exchange, windhoek, 'eraseArrest', { id: erased?.id, version: erased?.version });
    const { rows } = await batch([arrestOf('taken', { country: 'SG' }), arrestOf('retracted'), arrestOf('erased'), arrestOf('taken-no-more')], 'SKIP_INVALID');
    expect(rows?.map(({ outcome, issues }) => [outcome, ...issues])).toEqual([
      ['REFUSED', { path: 'reference', message: 'Your organisation has already recorded something else under this reference. Correct that record, or choose another reference.' }],
      ['REFUSED', { path: 'reference', message: 'The record under this reference was retracted. Choose another reference.' }],
      ['REFUSED', { path: 'reference', message: 'A record under this reference was erased; an erasure is final. Choose another reference.' }],
      ['RECORDED'],
    ]);
  });

  it('may be the first to stand under its label, and so may every other', async () => {
    const rows = arrestsOf('label', 500).map((one, index) => ({
      ...one,
      handling: { tlp: 'RED', codes: ['H3'], restriction: `For the eyes of desk ${index}.` },
      suspect: { name: 'Invented Person', handling: { tlp: 'RED', codes: ['H3'], restriction: `For the eyes of officer ${index}.` } },
    }));
    expect(await batch(rows)).toMatchObject({ recorded: 500, refused: 0 });
    expect(await stored('label')).toBe(500);
  });

  it('never meets the records of another organisation', async () => {
    expect(await batch([arrestOf('mine-1')], 'REFUSE_ALL', singapore)).toMatchObject({ recorded: 1 });
    expect(await batch([arrestOf('mine-1', { country: 'SG' })])).toMatchObject({ recorded: 1, refused: 0 });
  });
});

describe('a batch as a whole', () => {
  it.each([[0], [501]])('is refused with %d rows', async (count) => {
    const rows = arrestsOf('many', count).map((one) => one as never);
    const outcome = await exchange.exchange.arrests.services.arrests.recordBatch(windhoek, rows, 'SKIP_INVALID');
    expect(outcome).toEqual({ refused: { message: 'One field is wrong; nothing was written.', issues: [{ path: 'rows', message: `A batch holds 1 to 500 rows; these are ${count}.` }] } });
  });

  it('is refused when its text is more than one entry holds, and nothing of it is written', async () => {
    const aliases = Array.from({ length: 50 }, (_, index) => `${index} ${'x'.repeat(190)}`);
    const rows = arrestsOf('large', 450).map((one) => ({ ...full(one), suspect: { name: 'Invented Person', aliases, nationalities: [], documents: [] } }) as never);
    const outcome = await exchange.exchange.arrests.services.arrests.recordBatch(windhoek, rows, 'SKIP_INVALID');
    expect(outcome).toMatchObject({ refused: { issues: [{ path: 'rows', message: 'These rows are too large for one entry of the journal: send fewer at once.' }] } });
    expect(await stored('large')).toBe(0);
  });

  it('is refused without the role, before a row is looked at', async () => {
    for (const viewer of [officer('na-ncb', { roles: ['reader'] }), officer('na-ncb', { maxTlp: 'AMBER' })]) {
      const [known, wrong] = [await batch(arrestsOf('skip', 2), 'SKIP_INVALID', viewer), await batch([arrestOf('none', WRONG)], 'SKIP_INVALID', viewer)];
      expect(known).toMatchObject({ __typename: 'Forbidden' });
      expect(known).toEqual(wrong);
    }
  });
});

/** What a service receives once defaults are filled in. */
function full(arrest: object): object {
  return {
    countriesOfCommission: [], countriesOfVictims: [], furtherCrimeTypes: [], methods: [], contactModes: [], ...arrest,
    handling: { tlp: 'GREEN', codes: [], recipients: [] },
  };
}
