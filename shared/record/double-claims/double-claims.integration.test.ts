import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, officer } from '../../testing/ask.js';
import { attempt, change, remove, type Changed, type Outcome } from '../../testing/change.js';
import { openTestExchange, type TestExchange } from '../../testing/open-test-exchange.js';
import { authority, coordinatingBody } from '../../testing/organisations.js';
import { startStore, type TestStore } from '../../testing/start-store.js';
import type { Viewer } from '../../viewer/viewer.js';

const secretariat = officer('interpol');
const windhoek = officer('na-ncb');
const singapore = officer('sg-ncb');
const seoul = officer('kr-ncb');
const helsinki = officer('fi-ncb');

let store: TestStore;
let exchange: TestExchange;
let operations = 0;

beforeAll(async () => {
  store = await startStore();
  exchange = await openTestExchange({ store });
  await exchange.register(coordinatingBody('interpol'), ...['NA', 'SG', 'KR', 'FI'].map((country) => authority(`${country.toLowerCase()}-ncb`, country)));
});

afterAll(async () => {
  await exchange.close();
  await store.stop();
});

/** Each test has an operation of its own, so that it counts its own records. */
async function newOperation(): Promise<string> {
  operations += 1;
  const reference = `operation-${String(operations)}`;
  await change(exchange, secretariat, 'registerOperation', {
    reference, name: reference, handling: { tlp: 'CLEAR' }, participants: ['na-ncb', 'sg-ncb', 'kr-ncb'].map((organisation) => ({ organisation })),
  });
  await exchange.exchange.directory.refresh();
  return `interpol/${reference}`;
}

function arrestIn(operation: string, by: Viewer, different: object = {}): Promise<Changed> {
  const country = by.organisation.slice(0, 2).toUpperCase();
  return change(exchange, by, 'recordArrest', { reference: `${operation}/${by.organisation}/${JSON.stringify(different)}`, operation, country, day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp: 'AMBER' }, ...different });
}

/** Says something of two arrests, each in the version that it has by now. */
async function say(verb: string, by: Viewer, own: Changed, other: Changed, counts?: Changed): Promise<Outcome> {
  const { data } = await ask(exchange, by, 'query ($id: ID!) { arrest(id: $id) { version } }', { id: own.id });
  const version = (data as { readonly arrest: { readonly version: string } | null }).arrest?.version ?? own.version;
  return attempt(exchange, by, `${verb}ArrestDoubleClaim`, { id: own.id, version, other: other.id, ...(counts && { counts: counts.id }) });
}

async function agree(one: Changed, other: Changed, counts: Changed): Promise<void> {
  await say('propose', windhoek, one, other, counts);
  expect((await say('accept', singapore, other, one, counts)).__typename).toBe('ArrestAccepted');
}

async function shown(viewer: Viewer, { id }: Changed): Promise<unknown> {
  const { data, errors } = await ask(exchange, viewer, 'query ($id: ID!) { arrest(id: $id) { doubleClaims { edges { node { state countsHere countsThere agreedSince other { id } } } } } }', { id });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { readonly arrest: { readonly doubleClaims: { readonly edges: readonly { readonly node: unknown }[] } } | null }).arrest?.doubleClaims.edges.map(({ node }) => node);
}

async function counted(viewer: Viewer, operation: string, asOf: string | null = null, filter: object | null = null): Promise<(number | null)[]> {
  const query = 'query ($code: String!, $asOf: DateTimeISO, $filter: ArrestFilter) { operation(code: $code) { arrestTally(asOf: $asOf, filter: $filter) { count countedOnce rows(by: COUNTRY) { count } } } }';
  const { data, errors } = await ask(exchange, viewer, query, { code: operation, asOf, filter });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { arrestTally } = (data as { readonly operation: { readonly arrestTally: { readonly count: number | null; readonly countedOnce: number | null; readonly rows: readonly { readonly count: number }[] } } }).operation;
  expect(arrestTally.rows.reduce((sum, { count }) => sum + count, 0)).toBe(arrestTally.count ?? 0);
  return [arrestTally.count, arrestTally.countedOnce];
}

describe('Mutation.proposeArrestDoubleClaim', () => {
  it('is shown to both owners and changes no number', async () => {
    const operation = await newOperation();
    const [theirs, ours] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore)];
    expect(await say('propose', windhoek, theirs, ours, ours)).toMatchObject({ __typename: 'ArrestAccepted', repeated: false, receipt: { seq: expect.any(Number) } });
    const proposal = { state: 'PROPOSED', agreedSince: null };
    expect(await shown(windhoek, theirs)).toEqual([{ ...proposal, countsHere: ours.id, countsThere: null, other: { id: ours.id } }]);
    expect(await shown(singapore, ours)).toEqual([{ ...proposal, countsHere: null, countsThere: ours.id, other: { id: theirs.id } }]);
    expect(await shown(singapore, theirs)).toEqual(await shown(windhoek, theirs));
    expect([await shown(seoul, theirs), await shown(seoul, ours)]).toEqual([[], []]);
    expect(await counted(seoul, operation)).toEqual([2, 2]);
  });

  it('said again changes nothing', async () => {
    const operation = await newOperation();
    const [theirs, ours] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore)];
    await say('propose', windhoek, theirs, ours, ours);
    expect(await say('propose', windhoek, theirs, ours, ours)).toMatchObject({ repeated: true, receipt: null });
  });

  it('changes the version for its owner alone', async () => {
    const operation = await newOperation();
    const [theirs, ours] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore)];
    const version = async (viewer: Viewer): Promise<unknown> => (await ask(exchange, viewer, 'query ($id: ID!) { arrest(id: $id) { version } }', { id: theirs.id })).data;
    const [before, seenBefore] = [await version(windhoek), await version(singapore)];
    await say('propose', windhoek, theirs, ours, ours);
    expect(await version(windhoek)).not.toEqual(before);
    expect(await version(singapore)).toEqual(seenBefore);
    expect(await attempt(exchange, windhoek, 'withdrawArrestDoubleClaim', { id: theirs.id, version: theirs.version, other: ours.id })).toMatchObject({ __typename: 'Conflict' });
  });

  it('refuses what is no double claim, and says how to mend it', async () => {
    const operation = await newOperation();
    const [theirs, ours, more] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore), await arrestIn(operation, windhoek, { role: 'CALLER' })];
    const issue = (path: string): object => ({ __typename: 'InvalidInput', issues: [expect.objectContaining({ path })] });
    expect(await say('propose', windhoek, theirs, theirs, theirs)).toMatchObject(issue('other'));
    expect(await say('propose', windhoek, theirs, more, more)).toMatchObject(issue('other'));
    expect(await say('propose', windhoek, theirs, ours, more)).toMatchObject(issue('counts'));
    expect(await say('propose', windhoek, ours, theirs, ours)).toMatchObject({ __typename: 'NotFound' });
    expect(await say('propose', officer('na-ncb', { roles: ['reader'] }), theirs, ours, ours)).toMatchObject({ __typename: 'Forbidden' });
    expect(await shown(windhoek, theirs)).toEqual([]);
  });
});

describe('Mutation.acceptArrestDoubleClaim', () => {
  it('makes two records one event for whoever reads both, in the total alone', async () => {
    const operation = await newOperation();
    const [theirs, ours, third] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore), await arrestIn(operation, seoul)];
    await agree(theirs, ours, ours);
    for (const viewer of [windhoek, singapore, seoul, secretariat]) {
      expect(await counted(viewer, operation)).toEqual([3, 2]);
      expect(await shown(viewer, theirs)).toMatchObject([{ state: 'AGREED', countsHere: ours.id, countsThere: ours.id, agreedSince: exchange.clock.now().toISOString(), other: { id: ours.id } }]);
      expect(await shown(viewer, third)).toEqual([]);
    }
  });

  it('counts both where the filter, or its reader, leaves one out', async () => {
    const operation = await newOperation();
    const [theirs, ours] = [await arrestIn(operation, windhoek, { handling: { tlp: 'GREEN' } }), await arrestIn(operation, singapore)];
    await agree(theirs, ours, ours);
    expect(await counted(seoul, operation, null, { country: 'NA' })).toEqual([1, 1]);
    expect(await counted(helsinki, operation)).toEqual([1, 1]);
    expect(await shown(helsinki, theirs)).toEqual([]);
    expect(await counted(officer('fi-ncb', { roles: ['dashboard'] }), operation)).toEqual([1, 1]);
    expect(await counted(seoul, operation, null, { crimeType: 'VOICE_PHISHING' })).toEqual([2, 1]);
  });

  it('is refused where the other owner does not say so, says something else, or no longer says so', async () => {
    const operation = await newOperation();
    const [theirs, ours] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore)];
    expect(await say('accept', singapore, ours, theirs, ours)).toMatchObject({ __typename: 'Conflict' });
    await say('propose', windhoek, theirs, ours, theirs);
    expect(await say('accept', singapore, ours, theirs, ours)).toMatchObject({ __typename: 'Conflict' });
    await say('withdraw', windhoek, theirs, ours);
    expect(await say('accept', singapore, ours, theirs, theirs)).toMatchObject({ __typename: 'Conflict' });
    expect(await counted(seoul, operation)).toEqual([2, 2]);
  });

  it('can be answered by another proposal, which then needs the first to agree', async () => {
    const operation = await newOperation();
    const [theirs, ours] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore)];
    await say('propose', windhoek, theirs, ours, theirs);
    await say('propose', singapore, ours, theirs, ours);
    expect(await shown(windhoek, theirs)).toMatchObject([{ state: 'PROPOSED', countsHere: theirs.id, countsThere: ours.id }]);
    expect(await counted(seoul, operation)).toEqual([2, 2]);
    expect((await say('accept', windhoek, theirs, ours, ours)).__typename).toBe('ArrestAccepted');
    expect(await counted(seoul, operation)).toEqual([2, 1]);
  });

  it('counts a chain of double claims once', async () => {
    const operation = await newOperation();
    const [one, two, three] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore), await arrestIn(operation, seoul)];
    await agree(one, two, two);
    await say('propose', seoul, three, two, three);
    await say('accept', singapore, two, three, three);
    expect(await counted(secretariat, operation)).toEqual([3, 1]);
    expect(await shown(secretariat, two)).toHaveLength(2);
    const { data } = await ask(exchange, secretariat, 'query ($code: String!) { operation(code: $code) { arrestTally { explanation { rule records { edges { node { countedOnceAs } } } } } } }', { code: operation });
    const { explanation } = (data as { readonly operation: { readonly arrestTally: { readonly explanation: { readonly rule: string; readonly records: { readonly edges: readonly unknown[] } } } } }).operation.arrestTally;
    expect(explanation.records.edges).toEqual(Array.from({ length: 3 }, () => ({ node: { countedOnceAs: three.id } })));
    expect(explanation.rule).toContain('`countedOnce` counts each event once');
  });
});

describe('what is taken back', () => {
  it('no longer holds, by whichever owner, and held until then', async () => {
    const operation = await newOperation();
    const [theirs, ours] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore)];
    const instants: string[] = [];
    const tick = async (): Promise<void> => {
      await exchange.moveClock(500);
      instants.push(exchange.clock.now().toISOString());
      await exchange.moveClock(500);
    };
    await tick();
    await say('propose', windhoek, theirs, ours, ours);
    await tick();
    await say('accept', singapore, ours, theirs, ours);
    await tick();
    await say('decline', windhoek, theirs, ours);
    expect(await shown(singapore, ours)).toMatchObject([{ state: 'DECLINED', countsHere: ours.id, countsThere: null }]);
    expect(await shown(seoul, ours)).toEqual([]);
    await tick();
    await say('propose', windhoek, theirs, ours, ours);
    await tick();
    await say('withdraw', singapore, ours, theirs);
    expect(await Promise.all(instants.map((instant) => counted(seoul, operation, instant)))).toEqual([[2, 2], [2, 2], [2, 1], [2, 2], [2, 1]]);
    expect(await counted(seoul, operation)).toEqual([2, 2]);
    expect(await say('withdraw', singapore, ours, theirs)).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: 'other' }] });
  });

  it('is also taken back of a record that its owner reads no longer', async () => {
    const operation = await newOperation();
    const [theirs, ours] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore)];
    await agree(theirs, ours, ours);
    const { version } = (await ask(exchange, windhoek, 'query ($id: ID!) { arrest(id: $id) { version } }', { id: theirs.id }) as { readonly data: { readonly arrest: { readonly version: string } } }).data.arrest;
    await change(exchange, windhoek, 'relabelArrest', { id: theirs.id, version, handling: { tlp: 'RED' } });
    expect(await shown(singapore, ours)).toEqual([]);
    expect(await counted(singapore, operation)).toEqual([1, 1]);
    expect((await say('withdraw', singapore, ours, theirs)).__typename).toBe('ArrestAccepted');
    expect(await shown(windhoek, theirs)).toMatchObject([{ state: 'PROPOSED' }]);
  });

  it('stays in the past of a retracted record, and goes with an erased one', async () => {
    const operation = await newOperation();
    const [theirs, ours] = [await arrestIn(operation, windhoek), await arrestIn(operation, singapore)];
    await agree(theirs, ours, ours);
    await exchange.moveClock(1_000);
    const then = exchange.clock.now().toISOString();
    await exchange.moveClock(1_000);
    const { version } = (await ask(exchange, windhoek, 'query ($id: ID!) { arrest(id: $id) { version } }', { id: theirs.id }) as { readonly data: { readonly arrest: { readonly version: string } } }).data.arrest;
    await remove(exchange, windhoek, 'retractArrest', { id: theirs.id, version });
    expect([await counted(seoul, operation), await counted(seoul, operation, then)]).toEqual([[1, 1], [2, 1]]);
    await remove(exchange, windhoek, 'eraseArrest', { id: theirs.id, version });
    expect([await counted(seoul, operation), await counted(seoul, operation, then)]).toEqual([[1, 1], [1, 1]]);
    expect(await shown(singapore, ours)).toEqual([]);
  });
});

describe('double claims of other kinds', () => {
  it('of assets count the value of the claim that both name', async () => {
    const operation = await newOperation();
    const found = (by: Viewer, amount: string): Promise<Changed> => change(exchange, by, 'recordAsset', {
      reference: operation, operation, country: by.organisation.slice(0, 2).toUpperCase(), day: '2026-04-01', kind: 'BANK_ACCOUNT', quantity: '1', value: { amount, currency: 'USD' }, custodyState: 'FROZEN', handling: { tlp: 'GREEN' },
    });
    const [theirs, ours] = [await found(windhoek, '100.01'), await found(singapore, '90071992547409931.50')];
    const proposed = await change(exchange, windhoek, 'proposeAssetDoubleClaim', { id: theirs.id, version: theirs.version, other: ours.id, counts: ours.id });
    await change(exchange, singapore, 'acceptAssetDoubleClaim', { id: ours.id, version: ours.version, other: theirs.id, counts: ours.id });
    const query = 'query ($code: String!, $filter: AssetFilter) { operation(code: $code) { assetTally(filter: $filter) { count countedOnce sums { amount count } sumsCountedOnce { amount count } } } }';
    const tally = async (filter: object): Promise<unknown> => (await ask(exchange, seoul, query, { code: operation, filter })).data;
    const both = { count: 2, countedOnce: 1, sums: [{ amount: '90071992547410031.51', count: 2 }], sumsCountedOnce: [{ amount: '90071992547409931.5', count: 1 }] };
    for (const filter of [{}, { custodyState: 'FROZEN' }, { currency: 'USD' }, { kind: 'BANK_ACCOUNT', exercise: false }]) expect(await tally(filter)).toEqual({ operation: { assetTally: both } });
    const one = [{ amount: '100.01', count: 1 }];
    expect(await tally({ country: 'NA' })).toEqual({ operation: { assetTally: { count: 1, countedOnce: 1, sums: one, sumsCountedOnce: one } } });
    await change(exchange, windhoek, 'moveAsset', { id: theirs.id, version: proposed.version, from: 'FROZEN', to: 'SEIZED', day: '2026-04-02', legalBasis: 'Order 1' });
    expect(await tally({ custodyState: 'FROZEN' })).toMatchObject({ operation: { assetTally: { count: 1, countedOnce: 1 } } });
    expect(await tally({})).toEqual({ operation: { assetTally: both } });
  });

  it('of rescues are counted by what only records tell, too', async () => {
    const operation = await newOperation();
    const found = (by: Viewer): Promise<Changed> => change(exchange, by, 'recordRescue', {
      reference: operation, operation, country: by.organisation.slice(0, 2).toUpperCase(), day: '2026-04-01', victimState: 'FORCED_TO_OFFEND', handling: { tlp: 'GREEN' }, person: { name: 'Invented Person' },
    });
    const [theirs, ours] = [await found(windhoek), await found(singapore)];
    await change(exchange, windhoek, 'proposeRescueDoubleClaim', { id: theirs.id, version: theirs.version, other: ours.id, counts: theirs.id });
    await change(exchange, singapore, 'acceptRescueDoubleClaim', { id: ours.id, version: ours.version, other: theirs.id, counts: theirs.id });
    const query = '{ rescueTally(filter: { personName: "Invented Person" }) { count countedOnce explanation { records { edges { node { countedOnceAs } } } } } }';
    const edges = [{ node: { countedOnceAs: theirs.id } }, { node: { countedOnceAs: theirs.id } }];
    expect((await ask(exchange, seoul, query)).data).toEqual({ rescueTally: { count: 2, countedOnce: 1, explanation: { records: { edges } } } });
  });
});
