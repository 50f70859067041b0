import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, officer, post } from '../../shared/testing/ask.js';
import { change, remove, type Changed } from '../../shared/testing/change.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { arrestOfWindhoek, bank, entities, MOSAIC, openDenialWorld, secretariat, seoul, singapore, windhoek, type DenialWorld } from './denial-world.js';

let world: DenialWorld;
/** Before Windhoek closed what it had shared. */
let then: string;
let closed: Changed;

const RED = { tlp: 'RED' } as const;

beforeAll(async () => {
  world = await openDenialWorld();
  const { exchange } = world;
  await arrestOfWindhoek(world, 'T-amber');
  await arrestOfWindhoek(world, 'T-green', { handling: { tlp: 'GREEN' }, country: 'KR' });
  const opened = await arrestOfWindhoek(world, 'T-closed', { handling: { tlp: 'CLEAR' }, role: 'BOSS' });
  await change(exchange, secretariat, 'registerOperation', {
    reference: 'hidden', name: 'Hidden', handling: { tlp: 'RED', recipients: [{ organisation: 'na-ncb' }] }, participants: [{ organisation: 'na-ncb' }],
  });
  await arrestOfWindhoek(world, 'T-hidden', { operation: 'interpol/hidden', handling: { tlp: 'CLEAR' } });
  await exchange.moveClock(500);
  then = exchange.clock.now().toISOString();
  await exchange.moveClock(500);
  closed = await change(exchange, windhoek, 'relabelArrest', { id: opened.id, version: opened.version, handling: RED });
  await exchange.moveClock(1_000);
});

afterAll(async () => {
  await world.close();
});

const TALLY = `query ($asOf: DateTimeISO) { arrestTally(asOf: $asOf) { status count rows(by: ROLE) { key { value } count } table(rows: COUNTRY, columns: OPERATION) { row { value } column { value operation { __typename } } count }
  explanation { records { edges { node { id } } } } } }`;

interface Told {
  readonly status: string;
  readonly count: number | null;
  readonly rows: readonly unknown[];
  readonly table: readonly { readonly column: { readonly value: string | null } }[];
  readonly explanation: { readonly records: { readonly edges: readonly { readonly node: { readonly id: string } }[] } };
}

async function told(viewer: Viewer, asOf: string | null): Promise<Told> {
  const { data, errors } = await ask(world.exchange, viewer, TALLY, { asOf });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { readonly arrestTally: Told }).arrestTally;
}

describe('what a tally tells', () => {
  it.each<[string, Viewer, number | null]>([
    ['an outsider: what is GREEN', seoul, 1],
    ['a participant: AMBER too, and nothing of a hidden operation', singapore, 2],
    ['a participant who states no purpose', officer('sg-ncb', { purpose: null, caseReference: null }), 1],
    ['an institution: nothing, which is not zero', bank, null],
    ['its originator: everything', windhoek, 4],
    ['somebody without a role', officer('sg-ncb', { roles: [] }), null],
  ])('%s, now and as of when more was open', async (_who, viewer, count) => {
    for (const asOf of [null, then]) {
      const tally = await told(viewer, asOf);
      expect([tally.count, tally.status]).toEqual([count, count === null ? 'NO_RECORDS_CONTRIBUTED' : 'COUNTED']);
      expect(tally.explanation.records.edges).toHaveLength(count ?? 0);
      expect(tally.rows).toHaveLength(count === null ? 0 : viewer === windhoek ? 2 : 1);
    }
  });

  it('a dashboard: the count of what is CLEAR and GREEN, and an empty list', async () => {
    const tally = await told(officer('sg-ncb', { roles: ['dashboard'] }), then);
    expect([tally.count, tally.explanation.records.edges]).toEqual([1, []]);
  });

  it('nobody but its originator that a hidden operation has records', async () => {
    const valuesOf = ({ table }: Told): (string | null)[] => [...new Set(table.map(({ column }) => column.value))].sort();
    expect(valuesOf(await told(windhoek, null))).toEqual(['interpol/hidden', MOSAIC]);
    expect(valuesOf(await told(singapore, null))).toEqual([MOSAIC]);
  });

  it('the same of a code that is hidden and of one that does not exist, in every byte', async () => {
    const query = 'query ($operations: [String!]) { arrestTally(operations: $operations) { count rows(by: OPERATION) { count } overlaps { from } explanation { rule } } }';
    const answers = await Promise.all(['interpol/hidden', 'interpol/absent'].map((code) => post(world.exchange, singapore, JSON.stringify({ query, variables: { operations: [code] } }))));
    expect(answers[0]).toEqual(answers[1]);
  });

  it('a subgraph asked past the gateway no more than the gateway', async () => {
    const answer = await entities(world.exchange.exchange.arrests.local, seoul, [{ __typename: 'Country', code: 'NA' }, { __typename: 'Country', code: 'XX' }, { __typename: 'Country', code: 7 }], '... on Country { arrestTally { count } }');
    expect(answer).toEqual({ data: { _entities: [{ __typename: 'Country', arrestTally: { count: null } }, null, null] } });
  });

  it('who was closed out nothing of a retraction, whom the label still opens the version that counted', async () => {
    await remove(world.exchange, windhoek, 'retractArrest', { id: closed.id, version: closed.version });
    await world.exchange.moveClock(1_000);
    const ids = async (viewer: Viewer, asOf: string | null): Promise<string[]> => (await told(viewer, asOf)).explanation.records.edges.map(({ node }) => node.id);
    expect(await ids(seoul, then)).not.toContain(closed.id);
    expect(await ids(windhoek, then)).toContain(closed.id);
    expect(await ids(windhoek, null)).not.toContain(closed.id);
    expect(await ask(world.exchange, windhoek, 'query ($id: ID!) { arrest(id: $id) { id } }', { id: closed.id })).toEqual({ data: { arrest: null } });
  });
});

describe('what a tally refuses, and how to mend it', () => {
  it.each([
    ['a dimension that these records do not have', '{ arrestTally { rows(by: ASSET_KIND) { count } } }', /^`by`: arrests have no ASSET_KIND; use one of COUNTRY, /],
    ['the past by the name of a person', `{ arrestTally(asOf: "2026-05-04T09:00:00Z", filter: { suspectName: "Invented" }) { count } }`, /leave out `asOf`, or `suspectName`/],
    ['an instant to come', '{ arrestTally(asOf: "2030-01-01T00:00:00Z") { count } }', /`asOf` lies in the future/],
    ['a currency without a rate', '{ assetTally { converted(to: "NAD") { amount } } }', /no reference rate of NAD: choose one of EUR, /],
  ])('is %s', async (_, query, message) => {
    const { errors } = await ask(world.exchange, singapore, query);
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
