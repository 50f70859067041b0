import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, officer } from '../../shared/testing/ask.js';
import { attempt, change, type Changed } from '../../shared/testing/change.js';
import { authority } from '../../shared/testing/organisations.js';
import { arrestOfWindhoek, bank, entities, MOSAIC, openDenialWorld, secretariat, seoul, singapore, windhoek, type DenialWorld } from './denial-world.js';

let world: DenialWorld;
let group: Changed;
let member: Changed;
const CODE = 'na-ncb/quiet';
const MEMBERSHIP = 'query ($id: ID!) { arrest(id: $id) { reference version groupMembership { __typename group { __typename id } cell } } }';
const dashboard = officer('sg-ncb', { roles: ['dashboard'] });

beforeAll(async () => {
  world = await openDenialWorld();
  group = await change(world.exchange, windhoek, 'recordCriminalGroup', {
    reference: 'quiet', operation: MOSAIC, name: 'Quiet', handling: { tlp: 'AMBER' }, cells: [{ code: 'calls', name: 'Callers', country: 'NA', function: 'CALLING' }],
  });
  member = await arrestOfWindhoek(world, 'A-member', { group: CODE, cell: 'calls', handling: { tlp: 'CLEAR' } });
});
afterAll(async () => {
  await world.close();
});

describe('a criminal group', () => {
  it.each([['an outsider', seoul], ['a bank', bank], ['a dashboard', dashboard], ['a participant without a purpose', officer('sg-ncb', { purpose: null })]])('is as good as none for %s, by code, by id and in the list', async (_, viewer) => {
    const query = 'query ($id: ID, $code: String, $operation: String) { byId: criminalGroup(id: $id) { __typename } byCode: criminalGroup(code: $code) { __typename } operation(code: $operation) { criminalGroups { edges { cursor } } } }';
    const absent = await ask(world.exchange, viewer, query, { id: 'AAAAAAAAAAAAAAAAAAAAAA', code: 'na-ncb/nothing', operation: MOSAIC });
    expect(await ask(world.exchange, viewer, query, { id: group.id, code: CODE, operation: MOSAIC })).toEqual(absent);
    expect(absent.data).toMatchObject({ byId: null, byCode: null });
  });

  it('is not told by the arrest of a member that everybody reads, nor by the version of it', async () => {
    const before = await ask(world.exchange, seoul, MEMBERSHIP, { id: member.id });
    expect(before).toMatchObject({ data: { arrest: { reference: 'A-member', groupMembership: null } } });
    expect(await ask(world.exchange, singapore, MEMBERSHIP, { id: member.id })).toMatchObject({ data: { arrest: { groupMembership: { group: { id: group.id }, cell: 'calls' } } } });
    // Without the group itself the planner asks nobody else.
    expect(await ask(world.exchange, seoul, 'query ($id: ID!) { arrest(id: $id) { groupMembership { __typename cell } } }', { id: member.id })).toEqual({ data: { arrest: { groupMembership: null } } });
    await change(world.exchange, windhoek, 'correctArrest', { id: member.id, version: member.version, cell: null });
    expect(await ask(world.exchange, seoul, MEMBERSHIP, { id: member.id })).toEqual(before);
    expect(await ask(world.exchange, singapore, MEMBERSHIP, { id: member.id })).toMatchObject({ data: { arrest: { groupMembership: { cell: null } } } });
  });

  it('is named in a recording as none that exists, whoever may not read it', async () => {
    const arrest = { reference: 'K-1', country: 'KR', day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp: 'GREEN' } };
    const hidden = await attempt(world.exchange, seoul, 'recordArrest', { ...arrest, group: CODE, cell: 'calls' });
    const absent = await attempt(world.exchange, seoul, 'recordArrest', { ...arrest, group: 'na-ncb/other', cell: 'calls' });
    expect(JSON.stringify(hidden)).toBe(JSON.stringify(absent).replaceAll('na-ncb/other', CODE));
    expect(hidden).toMatchObject({ __typename: 'InvalidInput' });
  });

  it.each(['operations', 'arrests'] as const)('is given by its real key to no outsider that asks %s directly', async (subgraph) => {
    const keys = [group.id, 'AAAAAAAAAAAAAAAAAAAAAA', '', 7, null, { $ne: null }];
    const representations = keys.map((ref) => ({ __typename: 'CriminalGroup', ref }));
    for (const viewer of [seoul, bank, dashboard]) {
      expect(await entities(world.exchange.exchange[subgraph].local, viewer, representations, '')).toEqual({ data: { _entities: keys.map(() => null) } });
    }
    expect(await entities(world.exchange.exchange[subgraph].local, singapore, representations.slice(0, 1), '')).toMatchObject({ data: { _entities: [{ __typename: 'CriminalGroup' }] } });
  });

  it('has no code for a reader who may not see its originator, and is not found by it', async () => {
    const { exchange } = world;
    await exchange.register(authority('na-veiled', 'NA', { tlp: 'CLEAR' }));
    await change(exchange, secretariat, 'addParticipation', { operation: MOSAIC, organisation: 'na-veiled' });
    const { id } = await change(exchange, officer('na-veiled'), 'recordCriminalGroup', { reference: 'open', operation: MOSAIC, name: 'Open', handling: { tlp: 'CLEAR' } });
    await exchange.register(authority('na-veiled', 'NA', { tlp: 'RED' }));
    const query = 'query ($id: ID) { byId: criminalGroup(id: $id) { name code originator { code } } byCode: criminalGroup(code: "na-veiled/open") { name } }';
    expect(await ask(exchange, seoul, query, { id })).toEqual({ data: { byId: { name: 'Open', code: null, originator: null }, byCode: null } });
  });

  it('counts and lists no member that the reader may not read', async () => {
    await arrestOfWindhoek(world, 'A-strict', { group: CODE, role: 'BOSS', country: 'FI', countriesOfVictims: ['KR'], handling: { tlp: 'AMBER_STRICT' } });
    const query = 'query ($code: String) { criminalGroup(code: $code) { members { edges { node { reference } } } membersByRole { role { code } count } countriesOfArrest { code } countriesOfVictims { code } } }';
    expect(await ask(world.exchange, singapore, query, { code: CODE })).toEqual({
      data: { criminalGroup: { members: { edges: [{ node: { reference: 'A-member' } }] }, membersByRole: [{ role: null, count: 1 }], countriesOfArrest: [{ code: 'NA' }], countriesOfVictims: [] } },
    });
    expect(await ask(world.exchange, windhoek, query, { code: CODE })).toMatchObject({ data: { criminalGroup: { membersByRole: [{ role: { code: 'BOSS' }, count: 1 }, { role: null, count: 1 }] } } });
  });
});
