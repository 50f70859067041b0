import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, officer, post } from '../../shared/testing/ask.js';
import { attempt, type Changed } from '../../shared/testing/change.js';
import { authority } from '../../shared/testing/organisations.js';
import { DIRECTORY_LIFETIME_MILLISECONDS } from '../../shared/directory/directory.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { arrestOfWindhoek, bank, MOSAIC, openDenialWorld, readsArrest, secretariat, seoul, singapore, type DenialWorld } from './denial-world.js';

let world: DenialWorld;
const records = new Map<string, Changed>();

beforeAll(async () => {
  world = await openDenialWorld();
  for (const tlp of ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED']) records.set(tlp, await arrestOfWindhoek(world, `A-${tlp}`, { handling: { tlp } }));
});

afterAll(async () => {
  await world.close();
});

const idOf = (tlp: string): string => records.get(tlp)?.id ?? '';

async function levelsReadBy(viewer: Viewer): Promise<string[]> {
  const levels: string[] = [];
  for (const [tlp, { id }] of records) if (await readsArrest(world, viewer, id)) levels.push(tlp);
  return levels;
}

describe('who reads what Windhoek confided', () => {
  it.each<[string, Viewer, readonly string[]]>([
    ['an institution: what is CLEAR, not what is GREEN', bank, ['CLEAR']],
    ['an outsider: what is GREEN, nothing stricter', seoul, ['CLEAR', 'GREEN']],
    ['a participant: AMBER, not AMBER+STRICT', singapore, ['CLEAR', 'GREEN', 'AMBER']],
    ['a participant who states no purpose', officer('sg-ncb', { purpose: null }), ['CLEAR', 'GREEN']],
    ['a participant who names no case', officer('sg-ncb', { caseReference: null }), ['CLEAR', 'GREEN']],
    ['a participant with a lower ceiling', officer('sg-ncb', { maxTlp: 'GREEN' }), ['CLEAR', 'GREEN']],
    ['its own junior officer, who has a ceiling', officer('na-ncb', { maxTlp: 'AMBER' }), ['CLEAR', 'GREEN', 'AMBER']],
    ['a dashboard: no record at all', officer('sg-ncb', { roles: ['dashboard'] }), []],
    ['a dashboard that is also a reader', officer('sg-ncb', { roles: ['reader', 'dashboard'] }), []],
    ['somebody without a role', officer('sg-ncb', { roles: [] }), []],
    ['an organisation that nobody registered', officer('xx-nobody'), []],
  ])('%s', async (_who, viewer, levels) => {
    expect(await levelsReadBy(viewer)).toEqual(levels);
  });

  it('a dashboard counts what is CLEAR and GREEN, and lists nothing', async () => {
    const dashboard = officer('sg-ncb', { roles: ['dashboard'] });
    const query = `{ operation(code: "${MOSAIC}") { arrestTally { count } arrests { edges { cursor } } } arrests { edges { cursor } } }`;
    expect(await ask(world.exchange, dashboard, query)).toEqual({ data: { operation: { arrestTally: { count: 2 }, arrests: { edges: [] } }, arrests: { edges: [] } } });
  });
});

describe('what cannot be read and what is not there', () => {
  it('is one answer, in every byte', async () => {
    const query = 'query ($id: ID!) { arrest(id: $id) { id } }';
    const answers = await Promise.all([idOf('RED'), 'AAAAAAAAAAAAAAAAAAAAAA'].map((id) => post(world.exchange, seoul, JSON.stringify({ query, variables: { id } }))));
    expect(answers[0]).toEqual(answers[1]);
  });

  it.each(['retractArrest', 'eraseArrest'])('is one answer to %s', async (mutation) => {
    const version = records.get('RED')?.version;
    const [real, absent] = await Promise.all([idOf('RED'), 'AAAAAAAAAAAAAAAAAAAAAA'].map((id) => attempt(world.exchange, seoul, mutation, { id, version })));
    expect(real).toEqual(absent);
    expect(real).toMatchObject({ __typename: 'NotFound' });
  });

  it('is one answer to whoever names an operation or an organisation', async () => {
    const { exchange } = world;
    await attempt(exchange, secretariat, 'registerOperation', { reference: 'hidden', name: 'Hidden', handling: { tlp: 'RED' } });
    await exchange.register(authority('na-quiet', 'NA', { tlp: 'RED' }));
    const record = (operation: string, agency: string): Promise<unknown> =>
      attempt(exchange, seoul, 'recordArrest', { reference: 'K-1', operation, agency, country: 'KR', day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp: 'RED' } });
    const hidden = JSON.stringify(await record('interpol/hidden', 'na-quiet'));
    const absent = JSON.stringify(await record('interpol/absent', 'na-absent'));
    expect(hidden.replaceAll('hidden', 'absent').replaceAll('na-quiet', 'na-absent')).toBe(absent);
  });
});

describe('an organisation that was suspended', () => {
  it('reads nothing more, not even its own or what is CLEAR', async () => {
    const { exchange } = world;
    await exchange.register(authority('sg-ncb', 'SG', { suspended: true }));
    expect(await levelsReadBy(singapore)).toEqual([]);
    await exchange.register(authority('sg-ncb', 'SG'));
    expect(await levelsReadBy(singapore)).toEqual(['CLEAR', 'GREEN', 'AMBER']);
  });
});

describe('a register that cannot be reached', () => {
  it('is too old after five seconds: nothing is shown, and the answer says only that', async () => {
    const { exchange } = world;
    const { directory } = exchange.exchange;
    directory.stop();
    exchange.clock.advance(DIRECTORY_LIFETIME_MILLISECONDS);
    expect(await readsArrest(world, singapore, idOf('CLEAR'))).toBe(true);
    exchange.clock.advance(1);
    const { data, errors } = await ask(exchange, singapore, 'query ($id: ID!) { arrest(id: $id) { id } }', { id: idOf('CLEAR') });
    expect(data).toEqual({ arrest: null });
    expect(errors).toMatchObject([{ message: 'The register of organisations and operations cannot be reached.', extensions: { code: 'UNAVAILABLE' } }]);
    await directory.refresh();
    expect(await readsArrest(world, singapore, idOf('CLEAR'))).toBe(true);
  });
});
