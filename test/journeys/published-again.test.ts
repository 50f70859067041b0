import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, officer } from '../../shared/testing/ask.js';
import { attempt, change, remove, type Changed } from '../../shared/testing/change.js';
import { authority } from '../../shared/testing/organisations.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { importFile, openForPublished, readOperation, requireOperation, statementsOf } from './published-fixture.js';

let store: TestStore;
let exchange: TestExchange;

beforeAll(async () => {
  store = await startStore();
  exchange = await openForPublished(store);
  await exchange.register(authority('fi-ncb', 'FI'));
});
afterAll(async () => {
  await exchange.close();
  await store.stop();
});

const body = officer('interpol');
const finland = officer('fi-ncb');

function entry(id: string, more: object = {}): { readonly id: string } & Record<string, unknown> {
  return { id, name: `Operation ${id}`, coordinator: 'INTERPOL', source: { title: 'A publication', publisher: 'A publisher' }, ...more };
}

function arrests(value: number): object {
  return { figures: [{ measure: 'ARRESTS', value, qualifier: 'EXACT' }] };
}

const versioned = z.object({ id: z.string(), version: z.string() });
const held = z.object({
  operation: versioned.extend({ recordedAt: z.string(), reportedFigures: z.object({ edges: z.array(z.object({ node: versioned })) }) }),
});

async function versions(viewer: typeof body, code: string): Promise<z.infer<typeof held>['operation']> {
  const { data } = await ask(exchange, viewer, 'query ($code: String) { operation(code: $code) { id version recordedAt reportedFigures { edges { node { id version } } } } }', { code });
  return held.parse(data).operation;
}

async function onlyFigure(code: string): Promise<Changed> {
  const [first] = (await versions(body, code)).reportedFigures.edges;
  if (first === undefined) throw new Error(`${code} has no figure.`);
  return { ...first.node };
}

describe('a file that is imported again', () => {
  it('leaves an operation as its releaser handled it since', async () => {
    await importFile(exchange, [entry('closed', arrests(5))]);
    const { id, version } = await versions(body, 'interpol/closed');
    await change(exchange, body, 'relabelOperation', { id, version, handling: { tlp: 'RED' } });
    expect(await importFile(exchange, [entry('closed', { name: 'Another name', ...arrests(6) })])).toMatchObject({ changed: 1 });
    expect(await requireOperation(exchange, 'interpol/closed')).toMatchObject({ name: 'Another name', handling: { tlp: 'RED' } });
    const { data } = await ask(exchange, finland, '{ operation(code: "interpol/closed") { id } }');
    expect(data).toEqual({ operation: null });
  });

  it('keeps what a person corrected, whatever the file says now, and reports it', async () => {
    await importFile(exchange, [entry('recounted', arrests(5))]);
    const { id, version } = await onlyFigure('interpol/recounted');
    await change(exchange, body, 'correctFigure', { id, version, value: '6', qualifier: 'EXACT' });
    for (const value of [5, 7]) {
      const report = await importFile(exchange, [entry('recounted', arrests(value))]);
      expect(report).toMatchObject({ unchanged: 1, notices: [{ path: '[0].figures[0]', message: 'kept: corrected by a person on 2026-05-04.' }] });
      expect(await statementsOf(exchange, 'interpol/recounted')).toEqual(['ARRESTS 6']);
    }
    expect(await importFile(exchange, [entry('recounted', arrests(6))])).toMatchObject({ unchanged: 1, notices: [] });
  });

  it('does not bring back what a person retracted, and reports it', async () => {
    await importFile(exchange, [entry('withdrawn', arrests(5))]);
    const { id, version } = await onlyFigure('interpol/withdrawn');
    await remove(exchange, body, 'retractFigure', { id, version });
    for (const value of [5, 7]) {
      const report = await importFile(exchange, [entry('withdrawn', arrests(value))]);
      expect(report).toMatchObject({ unchanged: 1, notices: [{ path: '[0].figures[0]', message: 'kept retracted: taken back by a person on 2026-05-04.' }] });
      expect(await statementsOf(exchange, 'interpol/withdrawn')).toEqual([]);
    }
    expect(await importFile(exchange, [entry('withdrawn')])).toMatchObject({ unchanged: 1, notices: [] });
  });

  it('changes no version by what nobody but its originator may learn', async () => {
    await importFile(exchange, [entry('quiet', arrests(5))]);
    const before = await versions(finland, 'interpol/quiet');
    const own = await versions(body, 'interpol/quiet');
    await exchange.moveClock(3_600_000);
    await importFile(exchange, [entry('quiet', { ...arrests(5), internalNote: 'x' })]);
    expect(await versions(finland, 'interpol/quiet')).toEqual(before);
    expect((await versions(body, 'interpol/quiet')).version).not.toBe(own.version);
    await importFile(exchange, [entry('quiet', { name: 'Renamed', ...arrests(5) })]);
    expect((await versions(finland, 'interpol/quiet')).version).not.toBe(before.version);
  });

  it('moves no version of a figure by its place in the file', async () => {
    const [first, second] = [{ measure: 'ARRESTS', value: 1, qualifier: 'EXACT' }, { measure: 'VICTIMS', value: 2, qualifier: 'EXACT' }];
    await importFile(exchange, [entry('moved', { figures: [first, second] })]);
    const before = await versions(finland, 'interpol/moved');
    await importFile(exchange, [entry('moved', { figures: [second, first] })]);
    expect((await versions(finland, 'interpol/moved')).reportedFigures.edges).toEqual([...before.reportedFigures.edges].reverse());
  });
});

describe('an entry of a coordinator that is not in the register', () => {
  it("has a code space of its own and leaves INTERPOL's operation of that id alone", async () => {
    await importFile(exchange, [entry('shared')]);
    expect(await importFile(exchange, [entry('shared', { name: 'Taken over', coordinator: 'Guild of Examiners' })])).toMatchObject({ added: 1, refused: 0 });
    expect(await requireOperation(exchange, 'interpol/shared')).toMatchObject({ name: 'Operation shared', coordinatorsAsPublished: ['INTERPOL'] });
    expect(await requireOperation(exchange, 'interpol/guild-of-examiners-shared')).toMatchObject({ name: 'Taken over', coordinatorsAsPublished: ['Guild of Examiners'] });
  });

  it("is refused, with path and reason, where its code is another coordinator's", async () => {
    await importFile(exchange, [entry('guild-ledger')]);
    const report = await importFile(exchange, [entry('ledger', { name: 'Taken over', coordinator: 'Guild' })]);
    expect(report).toMatchObject({ refused: 1, refusals: [{ path: '[0].coordinator', message: expect.stringContaining('INTERPOL') }] });
    expect(await requireOperation(exchange, 'interpol/guild-ledger')).toMatchObject({ name: 'Operation guild-ledger' });
  });

  it("stays outside INTERPOL's own codes even where its name has no Latin letter", async () => {
    expect(await importFile(exchange, [entry('lantern', { coordinator: '光の会' })])).toMatchObject({ added: 1 });
    expect(await readOperation(exchange, 'interpol/lantern')).toBeNull();
  });

  it('is refused where the two together make no code that anybody could ask by', async () => {
    const report = await importFile(exchange, [entry('x'.repeat(150), { coordinator: 'y'.repeat(150) })]);
    expect(report.refusals).toEqual([{ path: '[0].id', message: expect.stringContaining('at most 200') }]);
  });
});

describe('one code', () => {
  it('is one operation: a publication does not replace what was registered', async () => {
    await change(exchange, body, 'registerOperation', { reference: 'anvil', name: 'Registered', handling: { tlp: 'GREEN' } });
    const report = await importFile(exchange, [entry('anvil', arrests(5))]);
    expect(report).toMatchObject({ added: 0, refused: 1, refusals: [{ path: '[0].id' }] });
    expect(await requireOperation(exchange, 'interpol/anvil')).toMatchObject({ name: 'Registered', handling: { tlp: 'GREEN' }, figures: [] });
  });

  it('is one operation: a registration does not stand beside what was published', async () => {
    await importFile(exchange, [entry('bellows')]);
    expect(await attempt(exchange, body, 'registerOperation', { reference: 'bellows', name: 'Operation bellows', handling: { tlp: 'CLEAR' } })).toMatchObject({ __typename: 'Conflict' });
  });
});
