import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, officer } from '../../shared/testing/ask.js';
import { attempt, change } from '../../shared/testing/change.js';
import { authority, coordinatingBody, institution } from '../../shared/testing/organisations.js';
import { openTestExchange, type TestExchange } from '../../shared/testing/open-test-exchange.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import type { Viewer } from '../../shared/viewer/viewer.js';

let store: TestStore;
let exchange: TestExchange;

beforeAll(async () => {
  store = await startStore();
  exchange = await openTestExchange({ store });
  await exchange.register(
    coordinatingBody('interpol'),
    { ...coordinatingBody('shadow'), name: 'Shadow Body', tlp: 'RED' },
    authority('jp-ncb', 'JP'),
    authority('fi-ncb', 'FI'),
    institution('jp-bank', 'JP'),
  );
});
afterAll(async () => {
  await exchange.close();
  await store.stop();
});

const body = officer('interpol');
const finland = officer('fi-ncb');

const operationShown = z.object({ id: z.string(), version: z.string(), recordedAt: z.string(), coordinatorsAsPublished: z.array(z.string()) });

async function read(viewer: Viewer, code: string): Promise<z.infer<typeof operationShown> | null> {
  const { data } = await ask(exchange, viewer, 'query ($code: String) { operation(code: $code) { id version recordedAt coordinatorsAsPublished } }', { code });
  return z.object({ operation: operationShown.nullable() }).parse(data).operation;
}

function registration(reference: string, more: object = {}): object {
  return { reference, name: `Operation ${reference}`, handling: { tlp: 'CLEAR' }, ...more };
}

describe('a reference that is too long for any store', () => {
  it.each([201, 2_100, 100_000])('is refused at %i characters, and the coordinating body goes on writing', async (length) => {
    expect(await attempt(exchange, body, 'registerOperation', registration('a'.repeat(length), { name: 'long' }))).toMatchObject({ issues: [{ path: 'reference' }] });
    await change(exchange, body, 'registerOperation', registration(`after-${String(length)}`));
  });
});

describe('registering the same again', () => {
  it('is harmless after a relabelling and after the body was renamed', async () => {
    const same = registration('repeated', { participants: [{ organisation: 'jp-ncb' }], start: null });
    const { id, version } = await change(exchange, body, 'registerOperation', same);
    await change(exchange, body, 'relabelOperation', { id, version, handling: { tlp: 'GREEN' } });
    await exchange.register({ ...coordinatingBody('interpol'), name: 'INTERPOL renamed' }, authority('jp-ncb', 'JP', { tlp: 'RED' }));
    expect(await attempt(exchange, body, 'registerOperation', same)).toMatchObject({ __typename: 'OperationAccepted', repeated: true });
    expect(await attempt(exchange, body, 'registerOperation', { ...same, start: undefined })).toMatchObject({ repeated: true });
    await exchange.register(authority('jp-ncb', 'JP'));
  });

  it('with other participants is a conflict', async () => {
    await change(exchange, body, 'registerOperation', registration('manned'));
    expect(await attempt(exchange, body, 'registerOperation', registration('manned', { participants: [{ organisation: 'jp-ncb' }] }))).toMatchObject({ __typename: 'Conflict' });
  });

  it('is refused where one organisation is named twice', async () => {
    const twice = registration('twice', { participants: [{ organisation: 'jp-ncb' }, { organisation: 'jp-ncb', role: 'LEAD' }] });
    expect(await attempt(exchange, body, 'registerOperation', twice)).toMatchObject({ issues: [{ path: 'participants[1].organisation' }] });
  });
});

describe('a relabelling', () => {
  it('of which readers are shown nothing leaves their version and its instant alone', async () => {
    const { id, version } = await change(exchange, body, 'registerOperation', registration('widened', { handling: { tlp: 'GREEN' } }));
    const before = await read(finland, 'interpol/widened');
    await exchange.moveClock(3_600_000);
    const widened = await change(exchange, body, 'relabelOperation', { id, version, handling: { tlp: 'GREEN', recipients: [{ organisation: 'jp-bank' }] } });
    expect(await read(finland, 'interpol/widened')).toEqual(before);
    expect(widened.version).not.toBe(version);
    expect(await read(officer('jp-bank'), 'interpol/widened')).not.toBeNull();
    await change(exchange, body, 'relabelOperation', { id, version: widened.version, handling: { tlp: 'CLEAR' } });
    expect((await read(finland, 'interpol/widened'))?.version).not.toBe(before?.version);
  });
});

describe('a coordinating body whose register entry a reader may not see', () => {
  it('is not named by what it registers', async () => {
    await change(exchange, officer('shadow'), 'registerOperation', registration('lamp', { handling: { tlp: 'GREEN' } }));
    expect(await read(finland, 'shadow/lamp')).toMatchObject({ coordinatorsAsPublished: [] });
    expect(await read(body, 'shadow/lamp')).toMatchObject({ coordinatorsAsPublished: ['Shadow Body'] });
    const byName = async (viewer: Viewer): Promise<unknown> =>
      (await ask(exchange, viewer, '{ operations(filter: { coordinator: "Shadow Body" }) { edges { node { code } } } }')).data;
    expect(await byName(finland)).toEqual({ operations: { edges: [] } });
    expect(await byName(body)).toEqual({ operations: { edges: [{ node: { code: 'shadow/lamp' } }] } });
  });
});

it('does not let H2 carry AMBER to an institution that takes part from the beginning', async () => {
  const handling = { tlp: 'AMBER', codes: ['H2'] };
  const participants = [{ organisation: 'jp-ncb' }, { organisation: 'jp-bank' }];
  await change(exchange, body, 'registerOperation', registration('frozen', { handling, participants }));
  expect(await read(officer('jp-ncb'), 'interpol/frozen')).not.toBeNull();
  expect(await read(officer('jp-bank'), 'interpol/frozen')).toBeNull();
});

describe('a search', () => {
  it.each([
    ['code', '{ operation(code: "$") { id } }'],
    ['filter.search', '{ operations(filter: { search: "$" }) { edges { cursor } } }'],
    ['filter.coordinator', '{ operations(filter: { coordinator: "$" }) { edges { cursor } } }'],
    ['filter.crimeType', '{ operations(filter: { crimeType: "$" }) { edges { cursor } } }'],
  ])('is bounded in its %s', async (argument, query) => {
    for (const text of ['x'.repeat(201), '\\u0000']) {
      const { errors } = await ask(exchange, finland, query.replace('$', text));
      expect(errors).toMatchObject([{ message: expect.stringContaining(`\`${argument}\``), extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

describe('reporting a figure again', () => {
  const figure = { reference: 'F-1', operation: 'interpol/counted', measure: 'ARRESTS', value: '5', qualifier: 'EXACT', handling: { tlp: 'AMBER', codes: ['H2'] } };

  it('is harmless after somebody joined and after its correction, and says so after its retraction', async () => {
    await change(exchange, body, 'registerOperation', registration('counted'));
    const { id, version } = await change(exchange, body, 'reportFigure', figure);
    await change(exchange, body, 'addParticipation', { operation: 'interpol/counted', organisation: 'fi-ncb' });
    expect(await attempt(exchange, body, 'reportFigure', { ...figure, note: null })).toMatchObject({ repeated: true, record: { id } });
    const corrected = await change(exchange, body, 'correctFigure', { id, version, value: '6', qualifier: 'EXACT' });
    expect(await attempt(exchange, body, 'reportFigure', figure)).toMatchObject({ repeated: true, record: { version: corrected.version } });
    expect(await attempt(exchange, body, 'reportFigure', { ...figure, value: '6' })).toMatchObject({ __typename: 'Conflict' });
    await attempt(exchange, body, 'retractFigure', { id, version: corrected.version });
    expect(await attempt(exchange, body, 'reportFigure', figure)).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('retracted') });
  });

  it('bounds the note of a correction and the address of a source', async () => {
    const { id, version } = await change(exchange, body, 'reportFigure', { ...figure, reference: 'F-2' });
    expect(await attempt(exchange, body, 'correctFigure', { id, version, value: '6', qualifier: 'EXACT', note: 'n'.repeat(2_001) })).toMatchObject({ issues: [{ path: 'note' }] });
    const source = { title: 'A', publisher: 'B', url: `https://example.org/${'u'.repeat(2_000)}` };
    expect(await attempt(exchange, body, 'reportFigure', { ...figure, reference: 'F-3', source })).toMatchObject({ issues: [{ path: 'source.url' }] });
  });
});
