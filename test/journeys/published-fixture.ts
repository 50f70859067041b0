import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { coordinatingBody } from '../../shared/testing/organisations.js';
import { ask, officer } from '../../shared/testing/ask.js';
import { openTestExchange, type TestExchange } from '../../shared/testing/open-test-exchange.js';
import type { TestStore } from '../../shared/testing/start-store.js';
import { driverCollection } from '../../shared/journal/projection.js';
import type { JournalEntry } from '../../shared/journal/entry.js';
import type { ImportReport } from '../../subgraphs/operations/published/published-operations.service.js';

export const PUBLISHED = readFileSync(new URL('../../seed/data/published-operations.json', import.meta.url), 'utf8');

export const reader = officer('interpol', { roles: ['reader'] });

/** An exchange in which the coordinating bodies of the published operations are registered. */
export async function openForPublished(store: TestStore): Promise<TestExchange> {
  const exchange = await openTestExchange({ store });
  await exchange.register(...['interpol', 'europol', 'afripol'].map(coordinatingBody));
  return exchange;
}

/** Imports entries, or the text of a file, and gives the report. */
export function importFile({ exchange }: TestExchange, file: string | readonly unknown[]): Promise<ImportReport> {
  return exchange.operations.services.published.import(typeof file === 'string' ? file : JSON.stringify(file));
}

export async function journalLength({ exchange }: TestExchange): Promise<number> {
  return driverCollection<JournalEntry>(exchange.operations.runtime.connection, 'journal').countDocuments();
}

const term = z.object({ code: z.string(), known: z.boolean() });
const place = z.object({ code: z.string(), country: z.object({ code: z.string() }).nullable() });
const sourceShown = z.object({ title: z.string(), publisher: z.string(), date: z.string().nullable(), url: z.string().nullable(), states: z.array(z.string()) });
const figureShown = z.object({
  id: z.string(),
  measure: term,
  value: z.string().nullable(),
  qualifier: term,
  currencyCode: z.string().nullable(),
  currency: z.object({ code: z.string() }).nullable(),
  meaning: term.nullable(),
  assetClass: term.nullable(),
  countries: z.array(place),
  note: z.string().nullable(),
  source: sourceShown.nullable(),
  history: z.array(z.object({ value: z.string().nullable(), qualifier: term, note: z.string().nullable() })),
});
const operationShown = z.object({
  code: z.string(),
  name: z.string(),
  exercise: z.boolean(),
  coordinator: z.object({ code: z.string() }).nullable(),
  coordinatorsAsPublished: z.array(z.string()),
  period: z.object({ start: z.object({ text: z.string(), precision: z.string() }).nullable(), end: z.object({ text: z.string() }).nullable() }).nullable(),
  crimeTypes: z.array(term),
  countryCount: z.object({ value: z.number().nullable(), qualifier: term.nullable() }),
  mentions: z.array(place),
  conflicts: z.array(z.object({ measure: term, country: place.nullable(), values: z.array(z.string()), note: z.string().nullable() })),
  sources: z.array(sourceShown),
  confidence: z.string().nullable(),
  handling: z.object({ tlp: z.string() }),
  reportedFigures: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    edges: z.array(z.object({ node: figureShown })),
  }),
});

export type FigureShown = z.infer<typeof figureShown>;
export type OperationShown = Omit<z.infer<typeof operationShown>, 'reportedFigures'> & { readonly figures: readonly FigureShown[] };

const OPERATION = `query ($code: String!, $after: String) { operation(code: $code) {
  code name exercise coordinator { code } coordinatorsAsPublished confidence handling { tlp }
  period { start { text precision } end { text } } crimeTypes { code known }
  countryCount { value qualifier { code known } } mentions { ...place }
  conflicts { measure { code known } country { ...place } values note } sources { ...source }
  reportedFigures(first: 20, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
    id measure { code known } value qualifier { code known } currencyCode currency { code } meaning { code known } assetClass { code known }
    countries { ...place } note source { ...source } history { value qualifier { code known } note }
  } } } } }
  fragment place on CountryMention { code country { code } }
  fragment source on Source { title publisher date url states }`;

/** All that GraphQL shows of an operation, its figures page by page; null where there is none. */
export async function readOperation(exchange: TestExchange, code: string): Promise<OperationShown | null> {
  const figures: FigureShown[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await ask(exchange, reader, OPERATION, { code, after });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    const { operation } = z.object({ operation: operationShown.nullable() }).parse(data);
    if (operation === null) return null;
    const { reportedFigures, ...shown } = operation;
    figures.push(...reportedFigures.edges.map(({ node }) => node));
    if (!reportedFigures.pageInfo.hasNextPage) return { ...shown, figures };
    after = reportedFigures.pageInfo.endCursor;
  }
}

export async function requireOperation(exchange: TestExchange, code: string): Promise<OperationShown> {
  const operation = await readOperation(exchange, code);
  if (operation === null) throw new Error(`There is no operation ${code}.`);
  return operation;
}

/** The figures of an operation, told by what they say. */
export async function statementsOf(exchange: TestExchange, code: string): Promise<string[]> {
  const { figures } = await requireOperation(exchange, code);
  return figures.map(({ measure, value, note }) => [measure.code, value ?? 'null', note ?? ''].join(' ').trim());
}
