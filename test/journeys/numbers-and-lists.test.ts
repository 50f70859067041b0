import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { EXERCISE_CODE } from '../../seed/exercise/exercise-operation.js';
import { change } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { ARRESTS, ASSETS, askTally, chosen, evidence, filterOf, KINDS, ofCountry, ofOperation, valuesOf, type Asked, type Counted, type Kind, type Money } from './counted-kinds.js';
import { answered, arrestOf, openPlayedExercise, signedIn, tokyosOperation } from './journey.js';

const MINUTE = 60_000;
jest.setTimeout(5 * MINUTE);

let exchange: TestExchange;
/** Instants within the exercise, at which versions counted that do no longer. */
const [EARLY, LATER] = ['2025-12-20T12:00:00.000Z', '2026-03-20T12:00:00.000Z'] as const;
const MOSAIC = ofOperation(EXERCISE_CODE);

beforeAll(async () => {
  exchange = await openPlayedExercise(25);
}, 5 * MINUTE);
afterAll(() => exchange.close());

const sums = z.array(z.object({ currency: z.object({ code: z.string() }).nullable(), network: z.object({ code: z.string() }).nullable(), minorUnits: z.string() })).default([]);
const key = z.object({ value: z.string().nullable() });
const wholeShape = z.object({ count: z.number().nullable(), sums });
const rowShape = z.object({ key, count: z.number(), sums });
const cellShape = z.object({ row: key, column: key, count: z.number(), sums });

const SUMS = 'sums { currency { code } network { code } minorUnits }';
const sumsOf = ({ tally }: Kind): string => (tally === 'assetTally' ? SUMS : '');

function addUp(amounts: readonly (Money | null | undefined)[]): Record<string, string> {
  const totals = new Map<string, bigint>();
  for (const amount of amounts) {
    if (!amount) continue;
    const unit = amount.currency?.code ?? amount.network?.code ?? '';
    totals.set(unit, (totals.get(unit) ?? 0n) + BigInt(amount.minorUnits));
  }
  return Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([unit, total]) => [unit, total.toString()]));
}

type Tallied = Record<string, { readonly count: number; readonly sums: Record<string, string> }>;

/** Counts the list by hand. By custody state the parts in it are added up, else the whole record. */
function byHand(records: readonly Counted[], dimensions: readonly string[]): Tallied {
  const rows = new Map<string, { count: number; readonly amounts: (Money | null | undefined)[] }>();
  for (const record of records) {
    const [first = '', second] = dimensions;
    const states = valuesOf('CUSTODY_STATE', record);
    const whole = dimensions.includes('CUSTODY_STATE') ? states : [null];
    for (const state of whole) {
      const valueOn = (dimension: string): string | null => (dimension === 'CUSTODY_STATE' ? state : (valuesOf(dimension, record)[0] ?? null));
      const text = JSON.stringify(second === undefined ? [valueOn(first)] : [valueOn(first), valueOn(second)]);
      const row = rows.get(text) ?? { count: 0, amounts: [] };
      rows.set(text, row);
      row.count += 1;
      row.amounts.push(...(state === null ? [record.amount] : record.parts.filter(({ custodyState }) => custodyState.code === state).map(({ value }) => value)));
    }
  }
  return Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([text, { count, amounts }]) => [text, { count, sums: addUp(amounts) }]));
}

function told(rows: readonly { readonly keys: readonly (string | null)[]; readonly count: number; readonly sums: readonly Money[] }[]): Tallied {
  return Object.fromEntries(rows.map(({ keys, count, sums: amounts }) => [JSON.stringify(keys), { count, sums: addUp(amounts) }] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every row and every pair of dimensions in one request, against the list behind the number. */
async function compareWithList(asked: Asked): Promise<Counted[]> {
  const { kind } = asked;
  const pairs = kind.dimensions.flatMap((rows, index) => kind.dimensions.slice(index + 1).map((columns) => [rows, columns] as const));
  const selection = [
    `count ${sumsOf(kind)}`,
    ...kind.dimensions.map((by) => `rows_${by}: rows(by: ${by}) { key { value } count ${sumsOf(kind)} }`),
    ...pairs.map(([rows, columns]) => `table_${rows}_${columns}: table(rows: ${rows}, columns: ${columns}) { row { value } column { value } count ${sumsOf(kind)} }`),
  ].join(' ');
  const answer = (await askTally(exchange, asked, selection)) as Record<string, unknown>;
  const records = await evidence(exchange, asked);
  const whole = wholeShape.parse(answer);
  expect(whole.count ?? 0).toBe(records.length);
  expect(addUp(whole.sums)).toEqual(addUp(records.map(({ amount }) => amount)));
  for (const by of kind.dimensions) {
    const rows = z.array(rowShape).parse(answer[`rows_${by}`]);
    expect({ by, ...told(rows.map((row) => ({ ...row, keys: [row.key.value] }))) }).toEqual({ by, ...byHand(records, [by]) });
  }
  for (const pair of pairs) {
    const cells = z.array(cellShape).parse(answer[`table_${pair.join('_')}`]);
    expect({ pair, ...told(cells.map((cell) => ({ ...cell, keys: [cell.row.value, cell.column.value] }))) }).toEqual({ pair, ...byHand(records, pair) });
  }
  return records;
}

const listPage = z.object({ operation: z.object({ list: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) }) }) });

/** Ids of the records that the list of the operation shows. */
async function listed({ viewer, kind, filter = {} }: Pick<Asked, 'viewer' | 'kind' | 'filter'>): Promise<string[]> {
  const query = `query ($filter: ${kind.filter}, $after: String) { operation(code: "${EXERCISE_CODE}") { list: ${kind.list}(first: 50, after: $after, filter: $filter) { edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: z.infer<typeof listPage>['operation']['list'] = listPage.parse(await answered(exchange, viewer, query, { filter, after })).operation.list;
    ids.push(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) return ids.sort();
    after = pageInfo.endCursor;
  }
}

const READERS = ['liaison-jp', 'liaison-outside', 'coordinator'];
const readersAndKinds = READERS.flatMap((name) => KINDS.map((kind) => [name, kind.list, kind] as const));

describe('every number, row and cell is the length or the sum of the list behind it', () => {
  it.each(readersAndKinds)('for %s, of %s, at present', async (name, _, kind) => {
    const viewer = signedIn(name);
    const records = await compareWithList({ viewer, kind, place: MOSAIC });
    expect(records.map(({ id }) => id)).toEqual(await listed({ viewer, kind }));
    // Who takes no part may find no rescue at all; everybody else must have met something to count.
    if (name !== 'liaison-outside') expect(records.length).toBeGreaterThan(0);
  });

  it.each(readersAndKinds)('for %s, of %s, at instants of the past', async (name, _, kind) => {
    for (const asOf of [EARLY, LATER]) await compareWithList({ viewer: signedIn(name), kind, place: MOSAIC, asOf });
  });

  it.each(KINDS.map((kind) => [kind.list, kind] as const))('of %s in a country and over chosen operations', async (_, kind) => {
    const viewer = signedIn('liaison-jp');
    await compareWithList({ viewer, kind, place: ofCountry('JP') });
    const [all, some] = [await compareWithList({ viewer, kind, place: chosen(EXERCISE_CODE, 'interpol/nothing') }), await evidence(exchange, { viewer, kind, place: MOSAIC })];
    expect(all).toEqual(some);
  });

  it.each(KINDS.map((kind) => [kind.list, kind] as const))('and each row of %s has a filter that lists it, now and then', async (_, kind) => {
    const viewer = signedIn('liaison-jp');
    for (const asOf of [undefined, LATER]) {
      for (const by of kind.dimensions) {
        const asked = { viewer, kind, place: MOSAIC, ...(asOf === undefined ? {} : { asOf }) };
        const rows = z.object({ rows: z.array(rowShape) }).parse(await askTally(exchange, asked, `rows(by: ${by}) { key { value } count ${sumsOf(kind)} }`)).rows;
        for (const row of [rows[0], ...rows.slice(1).slice(-1)]) {
          const filter = row === undefined ? null : filterOf(by, row.key.value);
          if (row === undefined || filter === null) continue;
          const behind = await evidence(exchange, { ...asked, filter });
          expect([by, row.key.value, behind.length, addUp(behind.map(({ amount }) => amount))]).toEqual([by, row.key.value, row.count, addUp(row.sums)]);
          if (asOf === undefined) expect(await listed({ viewer, kind, filter })).toEqual(behind.map(({ id }) => id));
        }
      }
    }
  });

  it('differs between then and now, or nothing was seen', async () => {
    const asked = { viewer: signedIn('liaison-jp'), kind: ARRESTS, place: MOSAIC };
    const [then, now] = [await evidence(exchange, { ...asked, asOf: LATER }), await evidence(exchange, asked)];
    expect(then.length).toBeGreaterThan(0);
    expect(then.length).toBeLessThan(now.length);
  });
});

const convertedShape = z.object({
  sums,
  converted: z.object({
    minorUnits: z.string().nullable(),
    conversions: z.array(z.object({ currency: z.object({ code: z.string() }), amount: z.string(), minorUnits: z.string(), rate: z.string().nullable(), targetRate: z.string().nullable() })),
    unconverted: z.array(z.object({ currency: z.object({ code: z.string() }).nullable(), network: z.object({ code: z.string() }).nullable(), minorUnits: z.string() })),
  }),
});

/** An exact decimal as a fraction. */
function fraction(decimal: string): [bigint, bigint] {
  const [whole = '', digits = ''] = decimal.split('.');
  return [BigInt(whole + digits), 10n ** BigInt(digits.length)];
}

describe('a converted sum', () => {
  it.each(['liaison-jp', 'liaison-outside'])('is, for %s, what its conversions give when done by hand, and leaves nothing out', async (name) => {
    const asked = { viewer: signedIn(name), kind: ASSETS, place: MOSAIC };
    const CONVERTED = 'converted(to: "USD") { minorUnits conversions { currency { code } amount minorUnits rate targetRate } unconverted { currency { code } network { code } minorUnits } }';
    const { sums: whole, converted } = convertedShape.parse(await askTally(exchange, asked, `${SUMS} ${CONVERTED}`));
    const parts = [...converted.conversions.map((part) => ({ ...part, network: null })), ...converted.unconverted];
    expect(addUp(parts)).toEqual(addUp(whole));
    let [numerator, denominator] = [0n, 1n];
    for (const { amount, rate, targetRate } of converted.conversions) {
      const [a, b] = fraction(amount);
      const [[r, s], [t, u]] = [fraction(rate ?? '1'), fraction(targetRate ?? '1')];
      const [top, bottom] = [a * s * t * 100n, b * r * u];
      [numerator, denominator] = [numerator * bottom + top * denominator, denominator * bottom];
    }
    const twice = 2n * (BigInt(converted.minorUnits ?? '0') * denominator - numerator);
    expect(twice <= denominator && -twice <= denominator).toBe(true);
    expect(converted.conversions.length).toBeGreaterThan(1);
  });
});

describe('while officers write', () => {
  it('a number is that of a list that was the same before it and after it', async () => {
    const [tokyo, kind, place] = [signedIn('liaison-jp'), ARRESTS, ofOperation('interpol/busy')];
    await change(exchange, signedIn('coordinator'), 'registerOperation', tokyosOperation('busy'));
    let [written, compared] = [0, 0];
    const writing = (async () => {
      for (; written < 30; written += 1) {
        const { id, version } = await change(exchange, tokyo, 'recordArrest', arrestOf('interpol/busy', `B-${written}`));
        if (written % 3 === 0) await change(exchange, tokyo, 'correctArrest', { id, version, country: 'NA' });
      }
    })();
    const compare = async (): Promise<void> => {
      const before = await evidence(exchange, { viewer: tokyo, kind, place });
      const answer = wholeShape.extend({ rows: z.array(rowShape) }).parse(await askTally(exchange, { viewer: tokyo, kind, place }, 'count rows(by: COUNTRY) { key { value } count }'));
      const after = await evidence(exchange, { viewer: tokyo, kind, place });
      // Whatever the list was, one answer is of one moment: its rows add up to its count.
      expect(answer.rows.reduce((sum, { count }) => sum + count, 0)).toBe(answer.count ?? 0);
      if (JSON.stringify(before) !== JSON.stringify(after)) return;
      compared += 1;
      expect(told(answer.rows.map((row) => ({ ...row, keys: [row.key.value] })))).toEqual(byHand(before, ['COUNTRY']));
    };
    while (written < 30) await compare();
    await writing;
    await compare();
    expect(compared).toBeGreaterThan(0);
    expect(wholeShape.parse(await askTally(exchange, { viewer: tokyo, kind, place }, 'count')).count).toBe(30);
  });
});
