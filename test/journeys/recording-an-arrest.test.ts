import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { READY_SIGN_INS } from '../../seed/sign-ins.js';
import { driverCollection } from '../../shared/journal/projection.js';
import { attempt, change, remove, type Changed } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, arrestOf, openJourney, readsArrest, signedIn, tokyosOperation } from './journey.js';

let exchange: TestExchange;
beforeAll(async () => { exchange = await openJourney(); });
afterAll(() => exchange.close());

const coordinator = signedIn('coordinator');
const tokyo = signedIn('liaison-jp');
const windhoek = signedIn('liaison-na');
const HARBOUR = 'interpol/harbour';

const TALLY = `{ operation(code: "${HARBOUR}") { arrestTally { status count byCountry { country { code } count } byCode { term { code } count } } } }`;
const tallyOf = (count: number, country: string): object => ({
  operation: { arrestTally: { status: 'COUNTED', count, byCountry: [{ country: { code: country }, count }], byCode: [{ term: { code: 'VOICE_PHISHING' }, count }] } },
});
const NOTHING = { operation: { arrestTally: { status: 'NO_RECORDS_CONTRIBUTED', count: null, byCountry: [], byCode: [] } } };

describe('an arrest from its report to its erasure', () => {
  let recorded: Changed;

  it('begins with an operation of the coordinating body, in which others take part', async () => {
    await change(exchange, coordinator, 'registerOperation', tokyosOperation('harbour'));
    await change(exchange, coordinator, 'addParticipation', { operation: HARBOUR, organisation: 'na-ncb' });
    expect(
      await answered(exchange, windhoek, `{ operation(code: "${HARBOUR}") { name exercise period { start { text precision } }
        participations { edges { node { organisation { code } role founding } } } } }`),
    ).toEqual({
      operation: {
        name: 'EXERCISE HARBOUR',
        exercise: true,
        period: { start: { text: '2026-04', precision: 'MONTH' } },
        participations: {
          edges: [
            { node: { organisation: { code: 'jp-ncb' }, role: 'LEAD', founding: true } },
            { node: { organisation: { code: 'na-ncb' }, role: 'PARTICIPANT', founding: false } },
          ],
        },
      },
    });
    expect(await answered(exchange, windhoek, TALLY)).toEqual(NOTHING);
  });

  it('is recorded by a liaison officer with a receipt, and counted at once for whoever may read it', async () => {
    const { record, receipt } = await attempt(exchange, tokyo, 'recordArrest', arrestOf(HARBOUR, 'A-1'));
    expect(receipt).toMatchObject({ seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/), signature: expect.any(String) });
    if (record === null || record === undefined) throw new Error('It was not recorded.');
    recorded = record;
    for (const viewer of [tokyo, windhoek, coordinator, signedIn('dashboard')]) expect(await answered(exchange, viewer, TALLY)).toEqual(tallyOf(1, 'JP'));
    expect(await answered(exchange, signedIn('bank-jp'), TALLY)).toEqual(NOTHING);
  });

  it('is harmless to send again, and another one under its reference is a conflict', async () => {
    expect(await attempt(exchange, tokyo, 'recordArrest', arrestOf(HARBOUR, 'A-1'))).toMatchObject({ repeated: true, receipt: null, record: { id: recorded.id } });
    expect(await attempt(exchange, tokyo, 'recordArrest', arrestOf(HARBOUR, 'A-1', { country: 'NA' }))).toMatchObject({ __typename: 'Conflict' });
    expect(await answered(exchange, tokyo, TALLY)).toEqual(tallyOf(1, 'JP'));
  });

  it('is corrected by whoever read its latest version, and by nobody else', async () => {
    const { version } = await change(exchange, tokyo, 'correctArrest', { id: recorded.id, version: recorded.version, country: 'NA' });
    const late = { id: recorded.id, version: recorded.version, country: 'SG' };
    expect(await attempt(exchange, tokyo, 'correctArrest', late)).toMatchObject({ __typename: 'Conflict', currentVersion: version });
    expect(await attempt(exchange, windhoek, 'correctArrest', { ...late, version })).toMatchObject({ __typename: 'NotFound' });
    expect(await answered(exchange, windhoek, TALLY)).toEqual(tallyOf(1, 'NA'));
    recorded = { ...recorded, version };
  });

  it('is gone for everybody once it is retracted, and the tally is not 0 but empty', async () => {
    await remove(exchange, tokyo, 'retractArrest', { id: recorded.id, version: recorded.version });
    for (const { name } of READY_SIGN_INS) {
      expect([name, await readsArrest(exchange, signedIn(name), recorded.id)]).toEqual([name, false]);
      expect(await answered(exchange, signedIn(name), TALLY)).toEqual(NOTHING);
    }
  });

  it('leaves no trace of the person once it is erased, and its reference is spent', async () => {
    const suspect = { name: 'Invented Person Zulu', documents: [{ type: 'PASSPORT', number: 'INVENTED-ZULU' }] };
    const { id, version } = await change(exchange, tokyo, 'recordArrest', arrestOf(HARBOUR, 'A-2', { suspect }));
    expect(await journalText()).toContain('Invented Person Zulu');
    await remove(exchange, tokyo, 'eraseArrest', { id, version });
    expect(await journalText()).not.toMatch(/Zulu|ZULU/);
    expect(await readsArrest(exchange, tokyo, id)).toBe(false);
    expect(await answered(exchange, tokyo, TALLY)).toEqual(NOTHING);
    expect(await attempt(exchange, tokyo, 'recordArrest', arrestOf(HARBOUR, 'A-2', { suspect }))).toMatchObject({ __typename: 'Conflict' });
  });
});

async function journalText(): Promise<string> {
  return JSON.stringify(await driverCollection(exchange.exchange.arrests.runtime.connection, 'journal').find().toArray());
}

describe('a wrong report', () => {
  it('is told every fault with its path, and nothing of it is kept', async () => {
    const wrong = arrestOf(HARBOUR, '', {
      country: 'XQ',
      day: '2026-12-24',
      crimeType: 'TIME_THEFT',
      countriesOfVictims: ['JP', 'QQ'],
      evaluation: { source: 'Z', information: '9' },
      handling: { tlp: 'RED', codes: ['H3'] },
      suspect: { name: '', nationalities: ['QQ'], handling: { tlp: 'GREEN' } },
    });
    const outcome = await attempt(exchange, tokyo, 'recordArrest', wrong);
    expect(outcome.__typename).toBe('InvalidInput');
    const paths = outcome.issues?.map(({ path }) => path) ?? [];
    expect(paths).toEqual(
      expect.arrayContaining(['reference', 'country', 'day', 'crimeType', 'countriesOfVictims[1]', 'evaluation.source', 'evaluation.information', 'handling', 'suspect.name', 'suspect.nationalities[0]', 'suspect.handling']),
    );
    expect(await answered(exchange, tokyo, TALLY)).toEqual(NOTHING);
  });

  it.each([
    ['an operation that does not exist', tokyo, { operation: 'interpol/nowhere' }, 'InvalidInput'],
    ['a sign-in that only reads', signedIn('analyst-jp'), {}, 'Forbidden'],
    ['a bank', signedIn('bank-jp'), {}, 'Forbidden'],
  ])('is refused from or for %s', async (_, viewer, more, outcome) => {
    expect(await attempt(exchange, viewer, 'recordArrest', arrestOf(HARBOUR, 'A-3', more))).toMatchObject({ __typename: outcome });
    expect(await answered(exchange, tokyo, TALLY)).toEqual(NOTHING);
  });

  it('of an operation is told every fault too', async () => {
    const wrong = { ...tokyosOperation('Not A Reference'), name: '', start: '2026-13', end: '2026-02-30', crimeTypes: ['TIME_THEFT'], mentions: ['QQ'], participants: [{ organisation: 'nobody' }] };
    const { issues } = await attempt(exchange, coordinator, 'registerOperation', wrong);
    expect(issues?.map(({ path }) => path).sort()).toEqual(['crimeTypes[0]', 'end', 'mentions[0]', 'name', 'participants[0].organisation', 'reference', 'start']);
  });
});
