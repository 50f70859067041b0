import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EXERCISE_CODE } from '../../seed/exercise/exercise-operation.js';
import { READY_SIGN_INS } from '../../seed/sign-ins.js';
import { attempt, change } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { answered, openPlayedExercise, signedIn, tokyosOperation } from './journey.js';

let exchange: TestExchange;
beforeAll(async () => {
  exchange = await openPlayedExercise(60);
});
afterAll(() => exchange.close());

interface Kind {
  readonly list: string;
  readonly tally: string;
  readonly filter: string;
  /** The tally's rows, and the filter and the field that they are about. */
  readonly rows: 'byCode' | 'byKind';
  readonly code: string;
}

const KINDS: readonly Kind[] = [
  { list: 'arrests', tally: 'arrestTally', filter: 'ArrestFilter', rows: 'byCode', code: 'principalCrimeType' },
  { list: 'rescues', tally: 'rescueTally', filter: 'RescueFilter', rows: 'byCode', code: 'victimState' },
  { list: 'assets', tally: 'assetTally', filter: 'AssetFilter', rows: 'byKind', code: 'kind' },
];

const counted = z.object({
  status: z.string(),
  count: z.number().nullable(),
  byCountry: z.array(z.object({ country: z.object({ code: z.string() }), count: z.number() })),
  codes: z.array(z.object({ term: z.object({ code: z.string() }), count: z.number() })),
});

async function tally(viewer: Viewer, { tally: field, filter: type, rows }: Kind, filter: object = {}): Promise<z.infer<typeof counted>> {
  const query = `query ($code: String!, $filter: ${type}) { operation(code: $code) { tally: ${field}(filter: $filter) {
    status count byCountry { country { code } count } codes: ${rows} { term { code } count } } } }`;
  const data = await answered(exchange, viewer, query, { code: EXERCISE_CODE, filter });
  return z.object({ operation: z.object({ tally: counted }) }).parse(data).operation.tally;
}

const paged = z.object({
  operation: z.object({
    list: z.object({
      edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

/** The records behind a tally, listed in small pages; no record stands on two of them. */
async function listed(viewer: Viewer, { list, filter: type }: Kind, filter: object = {}): Promise<number> {
  const query = `query ($code: String!, $filter: ${type}, $after: String) { operation(code: $code) { list: ${list}(first: 9, after: $after, filter: $filter) {
    edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: z.infer<typeof paged>['operation']['list'] = paged.parse(await answered(exchange, viewer, query, { code: EXERCISE_CODE, filter, after })).operation.list;
    ids.push(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(new Set(ids).size).toBe(ids.length);
  return ids.length;
}

describe('what the viewers of the exercise count', () => {
  const readers = READY_SIGN_INS.filter(({ roles }) => roles.includes('reader')).map(({ name }) => name);

  it.each(readers.flatMap((name) => KINDS.map((kind) => [name, kind.list, kind] as const)))('are, for %s, as many %s as are listed', async (name, _, kind) => {
    const viewer = signedIn(name);
    const whole = await tally(viewer, kind);
    expect(whole.count ?? 0).toBe(await listed(viewer, kind));
    expect(sumOf(whole.byCountry)).toBe(whole.count ?? 0);
    expect(sumOf(whole.codes)).toBe(whole.count ?? 0);
    for (const { country, count } of whole.byCountry) {
      expect([country.code, await listed(viewer, kind, { country: country.code })]).toEqual([country.code, count]);
    }
    for (const { term, count } of whole.codes) {
      expect([term.code, await listed(viewer, kind, { [kind.code]: term.code })]).toEqual([term.code, count]);
    }
  });

  it.each(KINDS)('are, for a dashboard, $list of which it is shown none', async (kind) => {
    expect(await listed(signedIn('dashboard'), kind)).toBe(0);
    expect((await tally(signedIn('dashboard'), kind)).count).toBe((await tally(signedIn('liaison-outside'), kind)).count);
  });
});

function sumOf(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

describe('money', () => {
  const SUMS = '{ operation(code: "interpol/treasury") { assetTally { sums { currency { code } network { code } minorUnits amount count } } } }';
  const asset = (reference: string, value: object): object => ({
    reference, value, operation: 'interpol/treasury', country: 'JP', day: '2026-04-20', kind: 'WALLET', custodyState: 'FROZEN', handling: { tlp: 'GREEN' },
  });

  it('is added to the last unit, far beyond what 64 bits hold', async () => {
    await change(exchange, signedIn('coordinator'), 'registerOperation', tokyosOperation('treasury'));
    const tokyo = signedIn('liaison-jp');
    await change(exchange, tokyo, 'recordAsset', asset('G-1', { amount: '12345678901.123456789012345678', network: 'ETHEREUM' }));
    await change(exchange, tokyo, 'recordAsset', asset('G-2', { amount: '0.000000000000000001', network: 'ETHEREUM' }));
    await change(exchange, tokyo, 'recordAsset', asset('G-3', { amount: '92233720368547758079.99', currency: 'USD' }));
    await change(exchange, tokyo, 'recordAsset', asset('G-4', { amount: '0.02', currency: 'USD' }));
    const { operation } = z.object({ operation: z.object({ assetTally: z.object({ sums: z.array(z.unknown()) }) }) }).parse(await answered(exchange, tokyo, SUMS));
    expect(operation.assetTally.sums).toHaveLength(2);
    expect(operation.assetTally.sums).toEqual(
      expect.arrayContaining([
        { currency: null, network: { code: 'ETHEREUM' }, minorUnits: '12345678901123456789012345679', amount: '12345678901.123456789012345679', count: 2 },
        { currency: { code: 'USD' }, network: null, minorUnits: '9223372036854775808001', amount: '92233720368547758080.01', count: 2 },
      ]),
    );
  });

  it.each([
    ['smaller than the smallest unit', { amount: '1.005', currency: 'USD' }, 'value.amount'],
    ['of no known currency', { amount: '1', currency: 'ZZZ' }, 'value.currency'],
    ['of two kinds at once', { amount: '1', currency: 'USD', network: 'BITCOIN' }, 'value'],
  ])('%s is refused with its path', async (_, value, path) => {
    expect(await attempt(exchange, signedIn('liaison-jp'), 'recordAsset', asset('G-5', value))).toMatchObject({ issues: [{ path }] });
  });
});
