import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, arrestOf, openJourney, signedIn, tokyosOperation } from './journey.js';

const HARBOUR = 'interpol/harbour';
const tokyo = signedIn('liaison-jp');
const helsinki = signedIn('liaison-outside');

let exchange: TestExchange;
beforeAll(async () => {
  exchange = await openJourney();
  await change(exchange, signedIn('coordinator'), 'registerOperation', tokyosOperation('harbour'));
});
afterAll(() => exchange.close());

const BATCH = `mutation ($input: RecordArrestsInput!) { recordArrests(input: $input) { __typename
  ... on BatchReport { recorded repeated refused heldBack receipt { seq } rows { index reference outcome issues { path message } } }
  ... on InvalidInput { issues { path message } } ... on Forbidden { message } } }`;

const send = (rows: readonly object[], mode: string): Promise<unknown> => answered(exchange, tokyo, BATCH, { input: { rows, mode } });
const countedFor = async (viewer: typeof tokyo): Promise<unknown> => await answered(exchange, viewer, `{ operation(code: "${HARBOUR}") { arrestTally { count } } }`);
const arrests = (count: number): object[] => Array.from({ length: count }, (_, index) => arrestOf(HARBOUR, `L-${index}`, { day: `2026-04-${String(1 + (index % 28)).padStart(2, '0')}` }));

describe('an evening with 500 arrests', () => {
  it('goes wrong in one row, and nothing is counted', async () => {
    const rows = arrests(500).map((row, index) => (index === 17 ? { ...row, role: 'KING' } : row));
    expect(await send(rows, 'REFUSE_ALL')).toMatchObject({
      recordArrests: {
        recorded: 0, refused: 1, heldBack: 499, receipt: null,
        rows: expect.arrayContaining([{ index: 17, reference: 'L-17', outcome: 'REFUSED', issues: [{ path: 'role', message: expect.stringContaining('"KING" is not in the code list "role"') }] }]),
      },
    });
    expect(await countedFor(tokyo)).toEqual({ operation: { arrestTally: { count: null } } });
  });

  it('is recorded but for that row, with one receipt, and counted at once for whoever may read it', async () => {
    const rows = arrests(500).map((row, index) => (index === 17 ? { ...row, role: 'KING' } : row));
    expect(await send(rows, 'SKIP_INVALID')).toMatchObject({ recordArrests: { recorded: 499, refused: 1, heldBack: 0, receipt: { seq: 1 } } });
    for (const viewer of [tokyo, helsinki, signedIn('dashboard')]) expect(await countedFor(viewer)).toEqual({ operation: { arrestTally: { count: 499 } } });
    expect(await countedFor(signedIn('bank-jp'))).toEqual({ operation: { arrestTally: { count: null } } });
  });

  it('is sent again whole once the row is mended: 499 repeats and one record', async () => {
    expect(await send(arrests(500), 'REFUSE_ALL')).toMatchObject({ recordArrests: { recorded: 1, repeated: 499, refused: 0, receipt: { seq: 2 } } });
    expect(await countedFor(tokyo)).toEqual({ operation: { arrestTally: { count: 500 } } });
    expect(await send(arrests(500), 'REFUSE_ALL')).toMatchObject({ recordArrests: { recorded: 0, repeated: 500, receipt: null } });
  });

  it('passes the gateway with 500 rows in which everything is said', async () => {
    const handling = { tlp: 'AMBER_STRICT', codes: ['H3'], restriction: 'For the investigating prosecutor alone. '.repeat(5), recipients: [] };
    const suspect = {
      name: 'Invented Person With A Rather Long Name', nameOriginal: '架空の人物 長い名前 太郎', aliases: Array(5).fill('Invented Alias'), birthDate: '1990-05-31', nationalities: ['JP', 'NA'], sex: 'X',
      documents: Array(3).fill({ type: 'PASSPORT', country: 'JP', number: 'INVENTED-0001' }), handling, reviewMonth: '2027-01',
    };
    const rows = arrests(500).map((row, index) => ({
      ...row, reference: `full-${index}`, agency: 'jp-ncb', countriesOfCommission: ['JP', 'SG', 'NA'], countriesOfVictims: ['JP', 'SG', 'NA'], furtherCrimeTypes: ['ROMANCE_SCAM', 'PHISHING'],
      methods: ['GENERATIVE_AI_ACCOUNTS'], contactModes: ['TELEPHONE', 'MESSENGER'], role: 'CALLER', evaluation: { source: 'A', information: '1' }, handling, suspect,
    }));
    expect(JSON.stringify(rows).length).toBeGreaterThan(500_000);
    expect(await send(rows, 'REFUSE_ALL')).toMatchObject({ recordArrests: { recorded: 500, refused: 0 } });
  });
});
