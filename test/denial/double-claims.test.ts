import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, officer, post } from '../../shared/testing/ask.js';
import { attempt, change, type Changed } from '../../shared/testing/change.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { arrestOfWindhoek, bank, entities, helsinki, openDenialWorld, seoul, singapore, windhoek, type DenialWorld } from './denial-world.js';

let world: DenialWorld;
/** Windhoek's: CLEAR, and RED with a word for Singapore. Singapore's: CLEAR. */
let open: Changed;
let closed: Changed;
let singapores: Changed;
let seouls: Changed;

const ABSENT = 'AAAAAAAAAAAAAAAAAAAAAA';

beforeAll(async () => {
  world = await openDenialWorld();
  const { exchange } = world;
  const arrest = { operation: null, day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp: 'CLEAR' } };
  open = await arrestOfWindhoek(world, 'D-open', { operation: null, handling: { tlp: 'CLEAR' } });
  closed = await arrestOfWindhoek(world, 'D-closed', { operation: null, handling: { tlp: 'RED', recipients: [{ organisation: 'sg-ncb' }] } });
  singapores = await change(exchange, singapore, 'recordArrest', { ...arrest, reference: 'D-1', country: 'SG' });
  seouls = await change(exchange, seoul, 'recordArrest', { ...arrest, reference: 'D-1', country: 'KR' });
});

afterAll(async () => {
  await world.close();
});

const INPUT = '... on InvalidInput { message issues { path message } } ... on NotFound { message } ... on Forbidden { message } ... on Conflict { message currentVersion }';

/** Every byte of what a mutation answers, with the id that was named taken out. */
async function told(viewer: Viewer, verb: string, own: Changed, other: string, counts: string | null): Promise<string> {
  const type = counts === null ? 'DoubleClaimInput' : 'CountedDoubleClaimInput';
  const query = `mutation ($input: ${type}!) { ${verb}ArrestDoubleClaim(input: $input) { __typename ${INPUT} } }`;
  const answer = await post(world.exchange, viewer, JSON.stringify({ query, variables: { input: { id: own.id, version: own.version, other, ...(counts !== null && { counts }) } } }));
  return JSON.stringify(answer).replaceAll(other, 'OTHER');
}

async function claimsOf(viewer: Viewer, { id }: Changed): Promise<unknown[] | undefined> {
  const { data, errors } = await ask(world.exchange, viewer, 'query ($id: ID!) { arrest(id: $id) { doubleClaims { edges { node { state other { id } } } } } }', { id });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { readonly arrest: { readonly doubleClaims: { readonly edges: readonly { readonly node: unknown }[] } } | null }).arrest?.doubleClaims.edges.map(({ node }) => node);
}

async function counted(viewer: Viewer): Promise<unknown> {
  return (await ask(world.exchange, viewer, '{ arrestTally { count countedOnce } }')).data;
}

describe('whoever may not read the other record', () => {
  it.each([['propose', 'OTHER'], ['accept', 'OTHER'], ['decline', null], ['withdraw', null]])('is answered by "%s" as if there were none, in every byte', async (verb, counts) => {
    const answers = await Promise.all([closed.id, ABSENT].map((id) => told(seoul, verb, seouls, id, counts === null ? null : id)));
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('InvalidInput');
  });

  it('is answered the same with a record of its own that it may not name', async () => {
    const answers = await Promise.all([closed.id, ABSENT].map((id) => told(seoul, 'propose', { ...singapores, id }, seouls.id, seouls.id)));
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('NotFound');
  });

  it.each<[string, Viewer]>([
    ['without the role', officer('sg-ncb', { roles: ['reader', 'releaser'] })],
    ['with a ceiling', officer('sg-ncb', { maxTlp: 'GREEN' })],
  ])('%s is refused before it is answered what it may read', async (_, viewer) => {
    const answers = await Promise.all([closed.id, ABSENT].map((id) => told(viewer, 'propose', singapores, id, id)));
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('Forbidden');
  });

  it('names no record by its own role alone: who contributes without reading reads none', async () => {
    const answers = await Promise.all([open.id, ABSENT].map((id) => told(officer('sg-ncb', { roles: ['contributor'] }), 'propose', singapores, id, id)));
    expect(answers[0]).toBe(answers[1]);
  });
});

describe('a double claim', () => {
  it('of a record that is closed is shown and counted to nobody but those who read both', async () => {
    const before = await Promise.all([seoul, helsinki, bank].map(counted));
    expect(await attempt(world.exchange, windhoek, 'proposeArrestDoubleClaim', { id: closed.id, version: closed.version, other: singapores.id, counts: closed.id })).toMatchObject({ __typename: 'ArrestAccepted' });
    singapores = await change(world.exchange, singapore, 'acceptArrestDoubleClaim', { id: singapores.id, version: singapores.version, other: closed.id, counts: closed.id });
    expect(await claimsOf(singapore, singapores)).toEqual([{ state: 'AGREED', other: { id: closed.id } }]);
    expect(await Promise.all([seoul, helsinki, bank].map((viewer) => claimsOf(viewer, singapores)))).toEqual([[], [], []]);
    expect(await Promise.all([seoul, helsinki, bank].map(counted))).toEqual(before);
    expect(await counted(singapore)).toEqual({ arrestTally: { count: 4, countedOnce: 3 } });
    expect(await counted(officer('sg-ncb', { purpose: null, caseReference: null }))).toEqual({ arrestTally: { count: 3, countedOnce: 3 } });
    expect(await counted(officer('sg-ncb', { roles: ['dashboard'] }))).toEqual({ arrestTally: { count: 3, countedOnce: 3 } });
  });

  it('is shown no further past the gateway', async () => {
    const selection = '... on Arrest { doubleClaims { edges { node { countsHere countsThere } } } }';
    const answer = await entities(world.exchange.exchange.arrests.local, seoul, [{ __typename: 'Arrest', id: singapores.id }, { __typename: 'Arrest', id: closed.id }], selection);
    expect(answer).toEqual({ data: { _entities: [{ __typename: 'Arrest', doubleClaims: { edges: [] } }, null] } });
  });

  it('shows of the other record what its reader may read, and writes that down', async () => {
    const { disclosures } = world.exchange.exchange.arrests.runtime;
    const before = await disclosures.list(['na-ncb'], { first: 200, after: null });
    await claimsOf(singapore, singapores);
    await claimsOf(seoul, singapores);
    const after = await disclosures.list(['na-ncb'], { first: 200, after: null });
    expect(after.disclosures.slice(0, after.disclosures.length - before.disclosures.length).map(({ disclosure }) => [disclosure.viewer.organisation, disclosure.ids])).toEqual([['sg-ncb', [closed.id]]]);
  });

  it('is over for whom a release ends, and with it what it took from the total', async () => {
    await change(world.exchange, windhoek, 'relabelArrest', { id: closed.id, version: await versionOf(closed), handling: { tlp: 'RED' } });
    expect(await claimsOf(singapore, singapores)).toEqual([]);
    expect(await counted(singapore)).toEqual({ arrestTally: { count: 3, countedOnce: 3 } });
    expect(await claimsOf(windhoek, closed)).toEqual([{ state: 'AGREED', other: { id: singapores.id } }]);
    expect(await counted(windhoek)).toEqual({ arrestTally: { count: 4, countedOnce: 3 } });
  });
});

async function versionOf({ id }: Changed): Promise<string> {
  const { data } = await ask(world.exchange, windhoek, 'query ($id: ID!) { arrest(id: $id) { version } }', { id });
  return (data as { readonly arrest: { readonly version: string } }).arrest.version;
}
