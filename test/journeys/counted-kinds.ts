import { z } from 'zod';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { answered } from './journey.js';

/** One kind of record: how it is listed and counted, and how a reader of the list would count it by hand. */
export interface Kind {
  readonly list: string;
  readonly tally: string;
  readonly filter: string;
  readonly dimensions: readonly string[];
  /** What the list behind a number shows beside country, day and operation. */
  readonly fields: string;
}

const SHARED = ['COUNTRY', 'OPERATION', 'MONTH', 'QUARTER', 'YEAR'];

export const ARRESTS: Kind = { list: 'arrests', tally: 'arrestTally', filter: 'ArrestFilter', dimensions: [...SHARED, 'CRIME_TYPE', 'ROLE'], fields: 'crimeType { code } role { code }' };
export const RESCUES: Kind = { list: 'rescues', tally: 'rescueTally', filter: 'RescueFilter', dimensions: [...SHARED, 'VICTIM_STATE'], fields: 'victimState { code }' };
export const ASSETS: Kind = {
  list: 'assets', tally: 'assetTally', filter: 'AssetFilter', dimensions: [...SHARED, 'ASSET_KIND', 'CUSTODY_STATE'],
  fields: 'kind { code } amount { currency { code } network { code } minorUnits } parts { custodyState { code } value { currency { code } network { code } minorUnits } }',
};
export const KINDS = [ARRESTS, RESCUES, ASSETS];

const coded = z.object({ code: z.string() }).nullish();
const money = z.object({ currency: coded, network: coded, minorUnits: z.string() });
const counted = z.object({
  id: z.string(), country: z.object({ code: z.string() }), day: z.string(), operation: coded, crimeType: coded, role: coded, victimState: coded, kind: coded,
  amount: money.nullish(), parts: z.array(z.object({ custodyState: z.object({ code: z.string() }), value: money.nullable() })).default([]),
});
export type Money = z.infer<typeof money>;
export type Counted = z.infer<typeof counted>;

/** Over what a tally is asked: a field of the consumer schema around it. */
export interface Place {
  readonly open: string;
  readonly close: string;
  readonly path: readonly string[];
  /** Arguments of the tally beside filter and instant. */
  readonly more: string;
}

export const ofOperation = (code: string): Place => ({ open: `operation(code: "${code}") {`, close: '}', path: ['operation'], more: '' });
export const ofCountry = (code: string): Place => ({ open: `country(code: "${code}") {`, close: '}', path: ['country'], more: '' });
export const chosen = (...codes: readonly string[]): Place => ({ open: '', close: '', path: [], more: `operations: ${JSON.stringify(codes)}, ` });

export interface Asked {
  readonly viewer: Viewer;
  readonly kind: Kind;
  readonly place: Place;
  readonly filter?: object;
  readonly asOf?: string;
}

/** Asks a tally for a selection of its fields. */
export async function askTally(exchange: TestExchange, { viewer, kind, place, filter = {}, asOf }: Asked, selection: string, variables: Record<string, string> = {}): Promise<unknown> {
  const more = Object.keys(variables).map((name) => `, $${name}: String`).join('');
  const query = `query ($filter: ${kind.filter}, $asOf: DateTimeISO${more}) { ${place.open} tally: ${kind.tally}(${place.more}filter: $filter, asOf: $asOf) { ${selection} } ${place.close} }`;
  const data = await answered(exchange, viewer, query, { filter, ...(asOf === undefined ? {} : { asOf }), ...variables });
  return [...place.path, 'tally'].reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], data);
}

const evidencePage = z.object({ explanation: z.object({ records: z.object({ edges: z.array(z.object({ node: counted })), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) }) }) });

function evidenceSelection({ fields }: Kind, after: string | null): string {
  return `explanation { records(first: 40${after === null ? '' : ', after: $after'}) { edges { node { id country { code } day operation { code } ${fields} } } pageInfo { hasNextPage endCursor } } }`;
}

/** The whole list behind a number, in pages; no version stands on two of them. */
export async function evidence(exchange: TestExchange, asked: Asked): Promise<Counted[]> {
  const found: Counted[] = [];
  let after: string | null = null;
  do {
    const selection = evidenceSelection(asked.kind, after);
    const { records }: z.infer<typeof evidencePage>['explanation'] = evidencePage.parse(await askTally(exchange, asked, selection, after === null ? {} : { after })).explanation;
    found.push(...records.edges.map(({ node }) => node));
    after = records.pageInfo.hasNextPage ? records.pageInfo.endCursor : null;
  } while (after !== null);
  if (new Set(found.map(({ id }) => id)).size !== found.length) throw new Error('A version stands twice in the list behind a number.');
  return found;
}

/** The values of a record on a dimension; an asset has one for each state in which a part of it stands. */
export function valuesOf(dimension: string, { country, day, operation, crimeType, role, victimState, kind, parts }: Counted): (string | null)[] {
  switch (dimension) {
    case 'COUNTRY': return [country.code];
    case 'OPERATION': return [operation?.code ?? null];
    case 'MONTH': return [day.slice(0, 7)];
    case 'QUARTER': return [`${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`];
    case 'YEAR': return [day.slice(0, 4)];
    case 'CRIME_TYPE': return [crimeType?.code ?? null];
    case 'ROLE': return [role?.code ?? null];
    case 'VICTIM_STATE': return [victimState?.code ?? null];
    case 'ASSET_KIND': return [kind?.code ?? null];
    case 'CUSTODY_STATE': return parts.map(({ custodyState }) => custodyState.code);
    default: throw new Error(`Nobody counts by ${dimension}.`);
  }
}

/** Which filter lists the records of a row; null for rows that another field lists. */
export function filterOf(dimension: string, value: string | null): object | null {
  if (dimension === 'OPERATION') return value === null ? { underOperation: false } : null;
  if (value === null) return { roleRecorded: false };
  switch (dimension) {
    case 'COUNTRY': return { country: value };
    case 'MONTH': return { dayFrom: `${value}-01`, dayTo: lastDayOf(Number(value.slice(0, 4)), Number(value.slice(5))) };
    case 'QUARTER': return { dayFrom: `${value.slice(0, 4)}-${String(Number(value.slice(6)) * 3 - 2).padStart(2, '0')}-01`, dayTo: lastDayOf(Number(value.slice(0, 4)), Number(value.slice(6)) * 3) };
    case 'YEAR': return { dayFrom: `${value}-01-01`, dayTo: `${value}-12-31` };
    case 'CRIME_TYPE': return { principalCrimeType: value };
    case 'ROLE': return { role: value };
    case 'VICTIM_STATE': return { victimState: value };
    case 'ASSET_KIND': return { kind: value };
    case 'CUSTODY_STATE': return { custodyState: value };
    default: throw new Error(`Nobody lists by ${dimension}.`);
  }
}

function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
