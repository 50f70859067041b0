import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { officer } from '../../shared/testing/ask.js';
import { authority } from '../../shared/testing/organisations.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { answered, openJourney, signedIn } from './journey.js';

/** Each record names another pair of organisations, so there are more labels than a store reads side by side. */
const CONFIDANTS = Array.from({ length: 23 }, (_, index) => `kr-${index}`);
const PAIRS = CONFIDANTS.flatMap((one, index) => CONFIDANTS.slice(index + 1).map((other) => [one, other]));
const tokyo = signedIn('liaison-jp');
const confidant = officer('kr-0');

let exchange: TestExchange;
const recorded: { readonly reference: string; readonly day: string; readonly country: string; readonly named: readonly string[] }[] = [];

beforeAll(async () => {
  exchange = await openJourney();
  await exchange.register(...CONFIDANTS.map((code) => authority(code, 'KR')));
  for (const [index, named] of PAIRS.entries()) {
    recorded.push({ reference: `L-${index}`, day: `2026-0${1 + (index % 4)}-1${index % 9}`, country: index % 7 === 0 ? 'NA' : 'JP', named });
  }
  const rows = recorded.map(({ named, ...row }) => ({
    ...row, crimeType: 'VOICE_PHISHING', handling: { tlp: 'RED', recipients: named.map((code) => ({ organisation: code })) },
  }));
  const mutation = 'mutation ($rows: [RecordArrestInput!]!) { recordArrests(input: { rows: $rows }) { __typename } }';
  await answered(exchange, tokyo, mutation, { rows });
});
afterAll(() => exchange.close());

const answer = z.object({
  arrests: z.object({
    edges: z.array(z.object({ node: z.object({ id: z.string(), reference: z.string(), day: z.string() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
type Node = z.infer<typeof answer>['arrests']['edges'][number]['node'];

async function listed(viewer: Viewer, variables: object): Promise<Node[]> {
  const query = `query ($first: Int!, $after: String, $orderBy: ArrestOrder!, $filter: ArrestFilter) { arrests(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
    edges { node { id reference day } } pageInfo { hasNextPage endCursor } } }`;
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const { arrests }: z.infer<typeof answer> = answer.parse(await answered(exchange, viewer, query, { ...variables, after }));
    nodes.push(...arrests.edges.map(({ node }) => node));
    if (!arrests.pageInfo.hasNextPage) return nodes;
    after = arrests.pageInfo.endCursor;
  }
}

/** What the list should have, from what was recorded alone. */
function expected(sees: (named: readonly string[]) => boolean, keeps: (one: (typeof recorded)[number]) => boolean): string[] {
  return recorded.filter(({ named }) => sees(named)).filter(keeps).map(({ reference }) => reference).toSorted();
}

describe('a list under more labels than a store reads side by side', () => {
  it.each([
    ['DAY_DESC', 7], ['DAY_ASC', 7], ['DAY_DESC', 100], ['DAY_ASC', 31],
  ])('%s in pages of %d has every record once, in order', async (orderBy, first) => {
    const nodes = await listed(tokyo, { orderBy, first });
    expect(nodes.map(({ reference }) => reference).toSorted()).toEqual(expected(() => true, () => true));
    const keys = nodes.map(({ day, id }) => `${day} ${id}`);
    const latestFirst = keys.toSorted((a, b) => (a.slice(0, 10) === b.slice(0, 10) ? (a < b ? -1 : 1) : a < b ? 1 : -1));
    expect(keys).toEqual(orderBy === 'DAY_DESC' ? latestFirst : latestFirst.toReversed());
  });

  it.each([
    ['by country', { country: 'NA' }, (one: (typeof recorded)[number]): boolean => one.country === 'NA'],
    ['by day', { dayFrom: '2026-02-12', dayTo: '2026-03-15' }, (one: (typeof recorded)[number]): boolean => one.day >= '2026-02-12' && one.day <= '2026-03-15'],
    ['to nothing', { dayFrom: '2030-01-01' }, (): boolean => false],
  ])('keeps what it is narrowed to, %s', async (_, filter, keeps) => {
    for (const orderBy of ['DAY_DESC', 'DAY_ASC']) {
      expect((await listed(tokyo, { orderBy, first: 9, filter })).map(({ reference }) => reference).toSorted()).toEqual(expected(() => true, keeps));
    }
  });

  it('has for somebody who is named in some of them just these', async () => {
    expect((await listed(confidant, { orderBy: 'DAY_DESC', first: 5 })).map(({ reference }) => reference).toSorted()).toEqual(expected((named) => named.includes('kr-0'), () => true));
  });
});
