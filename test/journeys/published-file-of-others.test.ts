import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { driverCollection } from '../../shared/journal/projection.js';
import type { JournalEntry } from '../../shared/journal/entry.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { importFile, journalLength, openForPublished, readOperation, requireOperation, statementsOf } from './published-fixture.js';

let store: TestStore;
let exchange: TestExchange;

beforeAll(async () => {
  store = await startStore();
  exchange = await openForPublished(store);
});
afterAll(async () => {
  await exchange.close();
  await store.stop();
});

const SOURCE = { title: 'A publication', publisher: 'A publisher', date: '2025-06', url: 'https://example.org/a' };

function entry(id: string, more: object = {}): { readonly id: string } & Record<string, unknown> {
  return { id, name: `Operation ${id}`, coordinator: 'INTERPOL', source: SOURCE, ...more };
}

function figure(measure: string, value: number | null, more: object = {}): object {
  return { measure, value, qualifier: 'EXACT', ...more };
}

describe('a corrected file', () => {
  it('replaces the figure that it corrects, which keeps what it said before', async () => {
    await importFile(exchange, [entry('corrected', { figures: [figure('ARRESTS', 1000, { qualifier: 'ABOUT' }), figure('VICTIMS', 7)] })]);
    const [before] = (await requireOperation(exchange, 'interpol/corrected')).figures;
    const report = await importFile(exchange, [entry('corrected', { figures: [figure('ARRESTS', 1013, { note: 'recounted' }), figure('VICTIMS', 7)] })]);
    expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 0, refused: 0 });
    const { figures } = await requireOperation(exchange, 'interpol/corrected');
    expect(figures).toHaveLength(2);
    expect(figures[0]).toMatchObject({
      id: before?.id,
      value: '1013',
      qualifier: { code: 'EXACT' },
      note: 'recounted',
      history: [{ value: '1000', qualifier: { code: 'ABOUT' }, note: null }],
    });
    expect(figures[1]?.history).toEqual([]);
  });

  it('tells null from nought, both ways', async () => {
    for (const value of [null, 0, null]) await importFile(exchange, [entry('nought', { figures: [figure('ARRESTS', value)] })]);
    expect((await requireOperation(exchange, 'interpol/nought')).figures).toMatchObject([{ value: null, history: [{ value: null }, { value: '0' }] }]);
  });

  it('in another order makes no figure anew', async () => {
    const figures = [figure('ARRESTS', 1), figure('NOTICES_ISSUED', 2, { note: 'red' }), figure('NOTICES_ISSUED', 3, { note: 'purple' }), figure('ARRESTS', 1, { country: 'JP' })];
    await importFile(exchange, [entry('reordered', { figures })]);
    const before = (await requireOperation(exchange, 'interpol/reordered')).figures;
    await importFile(exchange, [entry('reordered', { figures: [...figures].reverse() })]);
    const after = (await requireOperation(exchange, 'interpol/reordered')).figures;
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id).reverse());
    expect(after.map(({ value, history }) => [value, history])).toEqual([['1', []], ['3', []], ['2', []], ['1', []]]);
  });

  it('tells figures about the same thing apart by their note, in whatever order both were corrected', async () => {
    const notices = (red: number, purple: number): object[] => [figure('NOTICES_ISSUED', red, { note: 'red' }), figure('NOTICES_ISSUED', purple, { note: 'purple' })];
    await importFile(exchange, [entry('notices', { figures: notices(2, 3) })]);
    await importFile(exchange, [entry('notices', { figures: notices(4, 5).reverse() })]);
    const { figures } = await requireOperation(exchange, 'interpol/notices');
    expect(figures.map(({ note, value, history }) => [note, value, history.map((revision) => revision.value)])).toEqual([['purple', '5', ['3']], ['red', '4', ['2']]]);
  });

  it('keeps a figure that it leaves out, and says so', async () => {
    await importFile(exchange, [entry('shortened', { figures: [figure('ARRESTS', 5), figure('VICTIMS', 6)] })]);
    expect((await importFile(exchange, [entry('shortened', { figures: [figure('VICTIMS', 6)] })])).notices).toEqual([
      { path: '[0].figures', message: expect.stringContaining('ARRESTS 5') },
    ]);
    expect((await statementsOf(exchange, 'interpol/shortened')).sort()).toEqual(['ARRESTS 5', 'VICTIMS 6']);
  });

  it('changes a name, a period and a source without touching what the figures said', async () => {
    await importFile(exchange, [entry('renamed', { figures: [figure('ARRESTS', 5)] })]);
    const source = { ...SOURCE, title: 'A better publication' };
    await importFile(exchange, [entry('renamed', { name: 'A better name', period: { start: '2024', end: '2024-03-09' }, source, figures: [figure('ARRESTS', 5)] })]);
    expect(await requireOperation(exchange, 'interpol/renamed')).toMatchObject({
      name: 'A better name',
      period: { start: { text: '2024', precision: 'YEAR' }, end: { text: '2024-03-09' } },
      sources: [{ title: 'A better publication' }],
      figures: [{ value: '5', source: { title: 'A better publication' }, history: [] }],
    });
  });
});

describe('codes that no list knows', () => {
  const strange = entry('strange', {
    coordinator: 'Guild of Examiners',
    crimeTypes: ['TIME_THEFT'],
    participatingCountries: { count: 2, qualifier: 'ROUGHLY', codes: ['JP', 'XQ'] },
    figures: [figure('UNICORNS_FOUND', 3, { country: 'XQ', qualifier: 'ROUGHLY' }), figure('AMOUNT', 5, { currency: 'ZZZ', meaning: 'LENT', assetClass: 'MAGIC' })],
    conflicts: [{ measure: 'UNICORNS_FOUND', country: 'XQ', values: [3, 4] }],
  });

  it('are kept as they came, and each is reported with its path', async () => {
    const report = await importFile(exchange, [strange]);
    expect(report).toMatchObject({ added: 1, refused: 0 });
    expect(report.notices.map(({ path }) => path).sort()).toEqual(
      [
        '[0].conflicts[0].country', '[0].conflicts[0].measure', '[0].coordinator', '[0].crimeTypes[0]', '[0].figures[0].country',
        '[0].figures[0].measure', '[0].figures[0].qualifier', '[0].figures[1].assetClass', '[0].figures[1].currency', '[0].figures[1].meaning',
        '[0].participatingCountries.codes[1]', '[0].participatingCountries.qualifier',
      ],
    );
    const unknown = (code: string): object => ({ code, known: false });
    expect(await requireOperation(exchange, 'interpol/guild-of-examiners-strange')).toMatchObject({
      coordinatorsAsPublished: ['Guild of Examiners'],
      crimeTypes: [unknown('TIME_THEFT')],
      countryCount: { value: 2, qualifier: unknown('ROUGHLY') },
      mentions: [{ code: 'JP', country: { code: 'JP' } }, { code: 'XQ', country: null }],
      conflicts: [{ measure: unknown('UNICORNS_FOUND'), country: { code: 'XQ', country: null }, values: ['3', '4'] }],
      figures: [
        { measure: unknown('UNICORNS_FOUND'), qualifier: unknown('ROUGHLY'), countries: [{ code: 'XQ', country: null }] },
        { currencyCode: 'ZZZ', currency: null, meaning: unknown('LENT'), assetClass: unknown('MAGIC') },
      ],
    });
  });
});

describe('numbers', () => {
  it('are kept to the last digit, however they are written', async () => {
    const figures = ['9007199254740993', '0.1', '12345678901234567890.123456789', '1e9', '2.57E+8', '1.50', '1e-3', '0', '"257000000"'].map(
      (value, index) => `{ "measure": "AMOUNT", "currency": "USD", "meaning": "SEIZED", "note": "${String(index)}", "value": ${value}, "qualifier": "EXACT" }`,
    );
    const text = JSON.stringify([entry('digits', { conflicts: 0, figures: 0 })]);
    const conflicts = '[{ "measure": "ARRESTS", "values": [9007199254740993, 1e2] }]';
    await importFile(exchange, text.replace('"conflicts":0', `"conflicts":${conflicts}`).replace('"figures":0', `"figures":[${figures.join()}]`));
    const shown = await requireOperation(exchange, 'interpol/digits');
    expect(shown.figures.map(({ value }) => value)).toEqual(
      ['9007199254740993', '0.1', '12345678901234567890.123456789', '1000000000', '257000000', '1.5', '0.001', '0', '257000000'],
    );
    expect(shown.conflicts[0]?.values).toEqual(['9007199254740993', '100']);
  });
});

describe('fields that the format does not know', () => {
  const asideOf = async (code: string): Promise<unknown> => {
    const { connection, ids } = exchange.exchange.operations.runtime;
    const [found] = await driverCollection<JournalEntry>(connection, 'journal')
      .find({ subject: ids.of('interpol', 'operations', code) })
      .sort({ seq: -1 })
      .limit(1)
      .toArray();
    const change = found?.facts.changes.find(({ collection }) => collection === 'operations');
    return z.object({ unrecognised: z.string().nullable() }).parse(change?.after).unrecognised;
  };
  const text = (weather: string): string =>
    JSON.stringify([entry('extra', { figures: [figure('ARRESTS', 5, { region: 'north' })], weather: 0 })]).replace('"weather":0', `"weather":${weather}`);

  it('are kept aside to the last digit, are reported, and are not shown', async () => {
    const report = await importFile(exchange, text('{ "wind": [1.50, 9007199254740993], "rain": null }'));
    expect(report).toMatchObject({ added: 1, refused: 0 });
    expect(report.notices.map(({ path }) => path)).toEqual(['[0].figures[0].region', '[0].weather']);
    expect(await asideOf('interpol/extra')).toBe('{".figures[0].region":"north",".weather":{"rain":null,"wind":[1.50,9007199254740993]}}');
    expect(JSON.stringify(await readOperation(exchange, 'interpol/extra'))).not.toContain('north');
  });

  it('count as the same in another order, and as a change where their value is another', async () => {
    const before = await journalLength(exchange);
    expect(await importFile(exchange, text('{ "rain": null, "wind": [1.50, 9007199254740993] }'))).toMatchObject({ unchanged: 1 });
    expect(await journalLength(exchange)).toBe(before);
    expect(await importFile(exchange, text('{ "rain": 1, "wind": [] }'))).toMatchObject({ changed: 1 });
    expect(await asideOf('interpol/extra')).toContain('"rain":1');
  });
});

describe('a file', () => {
  const good = JSON.stringify([entry('plain', { figures: [figure('ARRESTS', 5)] })], null, 1);

  it('may begin with a byte-order mark and end its lines as Windows does', async () => {
    expect(await importFile(exchange, `\uFEFF${good.replaceAll('\n', '\r\n')}\r\n`)).toMatchObject({ added: 1, refused: 0, notices: [] });
    expect(await importFile(exchange, good)).toMatchObject({ unchanged: 1 });
  });

  it('may hold nothing', async () => {
    expect(await importFile(exchange, '[]')).toEqual({ added: 0, changed: 0, unchanged: 0, refused: 0, refusals: [], notices: [] });
  });

  it.each([['an object', '{}', /^The file must hold a JSON list/], ['broken', good.slice(0, -3), /^The file is no JSON: /], ['empty', '', /^The file is no JSON: /]])(
    'that is %s is refused as a whole, in one sentence',
    async (_, content, sentence) => {
      await expect(importFile(exchange, content)).rejects.toThrow(sentence);
      await expect(importFile(exchange, content)).rejects.toThrow(/^[^\n]+$/);
    },
  );
});
