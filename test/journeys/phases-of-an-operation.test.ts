import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt, change, type Changed } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, openJourney, signedIn, tokyosOperation } from './journey.js';

let exchange: TestExchange;
let operation: Changed;
const coordinator = signedIn('coordinator');
const PHASES = '{ operation(code: "interpol/harbour") { version phases { name kind { code label } period { start { text precision } end { text } } note } } }';
const PREPARED = { name: 'Preparation', kind: 'PREPARATION', start: '2026-02', end: '2026-03' };

beforeAll(async () => {
  exchange = await openJourney();
  operation = await change(exchange, coordinator, 'registerOperation', { ...tokyosOperation('harbour'), phases: [PREPARED] });
});
afterAll(() => exchange.close());

describe('the phases of an operation', () => {
  it('are registered with it and read by whoever reads the operation', async () => {
    const shown = { name: 'Preparation', kind: { code: 'PREPARATION', label: 'Preparation' }, period: { start: { text: '2026-02', precision: 'MONTH' }, end: { text: '2026-03' } }, note: null };
    for (const signIn of ['coordinator', 'liaison-outside', 'bank-jp', 'dashboard']) {
      expect(await answered(exchange, signedIn(signIn), PHASES)).toMatchObject({ operation: { phases: [shown] } });
    }
  });

  it('are corrected as a list by the registrar of the coordinating body, in the version that was read', async () => {
    const phases = [PREPARED, { name: 'Raids', kind: 'ENFORCEMENT', start: '2026-04-01', note: 'Two countries.' }];
    const corrected = await change(exchange, coordinator, 'correctPhases', { id: operation.id, version: operation.version, phases });
    expect(corrected.version).not.toBe(operation.version);
    expect(await answered(exchange, signedIn('liaison-na'), PHASES)).toMatchObject({
      operation: { version: expect.any(String), phases: [{ name: 'Preparation' }, { name: 'Raids', period: { start: { text: '2026-04-01', precision: 'DAY' }, end: null }, note: 'Two countries.' }] },
    });
    expect(await attempt(exchange, coordinator, 'correctPhases', { id: operation.id, version: operation.version, phases: [] })).toMatchObject({ __typename: 'Conflict', currentVersion: corrected.version });
    expect(await attempt(exchange, coordinator, 'correctPhases', { id: operation.id, version: corrected.version, phases })).toMatchObject({ repeated: true, receipt: null });
    operation = corrected;
  });

  it('are stated with every fault at its place', async () => {
    const phases = [{ name: '', kind: 'PARTY', start: '2026-13', end: 'soon' }, { name: 'Raids', kind: 'ENFORCEMENT', start: '2026-05', end: '2026-04' }];
    const { issues } = await attempt(exchange, coordinator, 'correctPhases', { id: operation.id, version: operation.version, phases });
    expect(issues?.map(({ path }) => path)).toEqual(['phases[0].name', 'phases[0].kind', 'phases[0].start', 'phases[0].end', 'phases[1].end']);
  });

  it.each([
    ['a lead without the role', 'liaison-jp', 'Forbidden'],
    ['a reader of another organisation', 'liaison-outside', 'Forbidden'],
  ])('are not changed by %s', async (_, signIn, refusal) => {
    expect(await attempt(exchange, signedIn(signIn), 'correctPhases', { id: operation.id, version: operation.version, phases: [] })).toMatchObject({ __typename: refusal });
  });
});
