import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'lossless-json';
import { z } from 'zod';
import { ask } from '../../shared/testing/ask.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import type { ImportReport } from '../../subgraphs/operations/published/published-operations.service.js';
import { importFile, journalLength, openForPublished, PUBLISHED, reader, requireOperation } from './published-fixture.js';

/** The file as its source text says it: numbers are compared digit by digit, and nothing is filled in. */
const number = z.custom<{ toString(): string }>((value) => typeof value === 'object' && value !== null).transform(String);
const source = z.strictObject({ title: z.string(), publisher: z.string(), date: z.string().nullable(), url: z.string().nullable() });
const fileOperation = z.strictObject({
  id: z.string(),
  name: z.string(),
  coordinator: z.string(),
  period: z.strictObject({ start: z.string().nullable(), end: z.string().nullable() }).nullable(),
  crimeTypes: z.array(z.string()),
  participatingCountries: z.strictObject({ count: number.nullable(), qualifier: z.string().nullable(), codes: z.array(z.string()) }),
  figures: z.array(
    z.strictObject({
      country: z.string().nullish(),
      countries: z.array(z.string()).optional(),
      measure: z.string(),
      value: number.nullable(),
      qualifier: z.string(),
      currency: z.string().optional(),
      meaning: z.string().optional(),
      assetClass: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  conflicts: z.array(z.strictObject({ measure: z.string(), country: z.string().nullish(), values: z.array(number), note: z.string().optional() })),
  source,
  furtherSources: z.array(source.extend({ states: z.array(z.string()) })).default([]),
  confidence: z.string().optional(),
});
const operations = z.array(fileOperation).parse(parse(PUBLISHED));
type FileOperation = (typeof operations)[number];

const codeOf = ({ id, coordinator }: FileOperation): string => `${coordinator.split('+')[0]?.toLowerCase() ?? ''}/${id.toLowerCase()}`;

let store: TestStore;
let exchange: TestExchange;
let first: ImportReport;

beforeAll(async () => {
  store = await startStore();
  exchange = await openForPublished(store);
  first = await importFile(exchange, PUBLISHED);
});
afterAll(async () => {
  await exchange.close();
  await store.stop();
});

describe('the published operations', () => {
  it('are all accepted, and nothing in them surprises', () => {
    expect(operations).toHaveLength(29);
    expect(first).toEqual({ added: 29, changed: 0, unchanged: 0, refused: 0, refusals: [], notices: [] });
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))('are read back as the file has them: %s', async (_, operation) => {
    const shown = await requireOperation(exchange, codeOf(operation));
    expect(shown).toMatchObject({
      code: codeOf(operation),
      name: operation.name,
      exercise: false,
      coordinator: { code: operation.coordinator.split('+')[0]?.toLowerCase() },
      coordinatorsAsPublished: operation.coordinator.split('+'),
      handling: { tlp: 'CLEAR' },
      confidence: operation.confidence ?? null,
    });
    const stated = operation.period?.start || operation.period?.end ? operation.period : null;
    expect(shown.period === null ? null : { start: shown.period.start?.text ?? null, end: shown.period.end?.text ?? null }).toEqual(stated);
    expect(shown.crimeTypes.map(({ code }) => code)).toEqual(operation.crimeTypes);
    const { count, qualifier, codes } = operation.participatingCountries;
    expect([shown.countryCount.value, shown.countryCount.qualifier?.code ?? null]).toEqual([count === null ? null : Number(count), qualifier]);
    expect(shown.mentions.map(({ code, country }) => [code, country?.code])).toEqual(codes.map((code) => [code, code]));
    expect(shown.conflicts.map(({ measure, country, values, note }) => [measure.code, country?.code ?? null, values, note])).toEqual(
      operation.conflicts.map(({ measure, country, values, note }) => [measure, country ?? null, values, note ?? null]),
    );
    const principal = { ...operation.source, states: [] };
    expect(shown.sources).toEqual([principal, ...operation.furtherSources]);
    expect(
      shown.figures.map(({ measure, value, qualifier: how, currencyCode, currency, meaning, assetClass, countries, note, source: from, history }) => ({
        measure: measure.code, value, qualifier: how.code, currencyCode, currency: currency?.code ?? null, meaning: meaning?.code ?? null,
        assetClass: assetClass?.code ?? null, countries: countries.map(({ country }) => country?.code), note, from, history,
      })),
    ).toEqual(
      operation.figures.map(({ country, countries, measure, value, qualifier: how, currency, meaning, assetClass, note }) => ({
        measure, value, qualifier: how, currencyCode: currency ?? null, currency: currency ?? null, meaning: meaning ?? null,
        assetClass: assetClass ?? null, countries: country ? [country] : (countries ?? []), note: note ?? null, from: principal, history: [],
      })),
    );
  });

  it('are found by the year that their period touches, and apart where none is stated', async () => {
    const unknown = operations.filter(({ period }) => !period?.start && !period?.end).map(codeOf);
    const { data } = await ask(exchange, reader, '{ operations(first: 100, filter: { unknownPeriod: true }) { edges { node { code } } } }');
    expect(new Set(codes(data))).toEqual(new Set(unknown));
  });

  it('change nothing when the same file comes again', async () => {
    const before = await journalLength(exchange);
    expect(await importFile(exchange, PUBLISHED)).toMatchObject({ added: 0, changed: 0, unchanged: 29, refused: 0, refusals: [], notices: [] });
    expect(await journalLength(exchange)).toBe(before);
  });

  it('tell apart two kinds of notices that one operation counts', async () => {
    const twice = operations.filter(({ figures }) => figures.filter(({ measure, country }) => measure === 'NOTICES_ISSUED' && !country).length === 2);
    expect(twice.length).toBeGreaterThan(0);
    for (const operation of twice) {
      const notices = (await requireOperation(exchange, codeOf(operation))).figures.filter(({ measure }) => measure.code === 'NOTICES_ISSUED');
      expect(new Set(notices.map(({ id }) => id)).size).toBe(2);
    }
  });
});

function codes(data: unknown): string[] {
  const shown = z.object({ operations: z.object({ edges: z.array(z.object({ node: z.object({ code: z.string() }) })) }) }).parse(data);
  return shown.operations.edges.map(({ node }) => node.code);
}
