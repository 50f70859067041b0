import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt, change, remove, type Changed } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, arrestOf, openJourney, signedIn, tokyosOperation } from './journey.js';

let exchange: TestExchange;
const tokyo = signedIn('liaison-jp');
const windhoek = signedIn('liaison-na');
const HARBOUR = 'interpol/harbour';

const CRANE = {
  reference: 'crane',
  operation: HARBOUR,
  name: 'Crane (invented)',
  crimeTypes: ['VOICE_PHISHING'],
  evaluation: { source: 'B', information: '3' },
  handling: { tlp: 'AMBER' },
  cells: [
    { code: 'calls', name: 'Callers', country: 'NA', function: 'CALLING' },
    { code: 'pay', name: 'Withdrawers', country: 'JP', function: 'RECEIVING' },
  ],
};

beforeAll(async () => {
  exchange = await openJourney();
  const participants = [{ organisation: 'jp-ncb', role: 'LEAD' }, { organisation: 'na-ncb' }];
  await change(exchange, signedIn('coordinator'), 'registerOperation', { ...tokyosOperation('harbour'), participants });
});
afterAll(() => exchange.close());

describe('a criminal group from its first description to its retraction', () => {
  let crane: Changed;
  let caller: Changed;

  it('is recorded with its cells by an organisation that takes part', async () => {
    crane = await change(exchange, tokyo, 'recordCriminalGroup', CRANE);
    expect(await attempt(exchange, tokyo, 'recordCriminalGroup', CRANE)).toMatchObject({ repeated: true, receipt: null });
    expect(await answered(exchange, windhoek, '{ criminalGroup(code: "jp-ncb/crane") { code name originator { code } operation { code } evaluation { source information } cells { code country { code } function { code label } } membersByRole { count } countriesOfArrest { code } } }')).toEqual({
      criminalGroup: {
        code: 'jp-ncb/crane', name: 'Crane (invented)', originator: { code: 'jp-ncb' }, operation: { code: HARBOUR }, evaluation: { source: 'B', information: '3' },
        cells: [
          { code: 'calls', country: { code: 'NA' }, function: { code: 'CALLING', label: 'Calling and chatting' } },
          { code: 'pay', country: { code: 'JP' }, function: { code: 'RECEIVING', label: 'Receiving and withdrawing' } },
        ],
        membersByRole: [], countriesOfArrest: [],
      },
    });
  });

  it('has the arrests of its members, whoever made them, with their roles and countries', async () => {
    const shared = { handling: { tlp: 'AMBER' }, group: 'jp-ncb/crane' };
    caller = await change(exchange, windhoek, 'recordArrest', arrestOf(HARBOUR, 'NA-1', { ...shared, country: 'NA', cell: 'calls', role: 'CALLER', countriesOfCommission: ['NA'], countriesOfVictims: ['JP', 'SG'] }));
    await change(exchange, tokyo, 'recordArrest', arrestOf(HARBOUR, 'JP-1', { ...shared, cell: 'pay', role: 'RECEIVER', countriesOfCommission: ['JP'], countriesOfVictims: ['JP'] }));
    await change(exchange, tokyo, 'recordArrest', arrestOf(HARBOUR, 'JP-2', { ...shared, handling: { tlp: 'AMBER_STRICT' }, role: 'BOSS', countriesOfVictims: ['ES'] }));
    await change(exchange, tokyo, 'recordArrest', arrestOf(HARBOUR, 'JP-3', { handling: { tlp: 'AMBER' } }));
    const members = `{ operation(code: "${HARBOUR}") { criminalGroups { edges { node {
      members { edges { node { reference groupMembership { group { code } cell } } } } ofCell: members(cell: "pay") { edges { node { reference } } }
      membersByRole { role { code } count } countriesOfCommission { code } countriesOfArrest { code } countriesOfVictims { code } } } } } }`;
    const shown = (...arrests: object[]): object => ({ edges: arrests.map((node) => ({ node })) });
    const group = { code: 'jp-ncb/crane' };
    expect(await answered(exchange, windhoek, members)).toMatchObject({
      operation: { criminalGroups: { edges: [{ node: {
        members: { edges: expect.arrayContaining([{ node: { reference: 'NA-1', groupMembership: { group, cell: 'calls' } } }, { node: { reference: 'JP-1', groupMembership: { group, cell: 'pay' } } }]) },
        ofCell: shown({ reference: 'JP-1' }),
        membersByRole: [{ role: { code: 'CALLER' }, count: 1 }, { role: { code: 'RECEIVER' }, count: 1 }],
        countriesOfCommission: [{ code: 'JP' }, { code: 'NA' }], countriesOfArrest: [{ code: 'JP' }, { code: 'NA' }], countriesOfVictims: [{ code: 'JP' }, { code: 'SG' }],
      } }] } },
    });
    expect(await answered(exchange, tokyo, members)).toMatchObject({
      operation: { criminalGroups: { edges: [{ node: { membersByRole: [{ role: { code: 'BOSS' } }, { role: { code: 'CALLER' } }, { role: { code: 'RECEIVER' } }], countriesOfVictims: [{ code: 'ES' }, { code: 'JP' }, { code: 'SG' }] } }] } },
    });
  });

  it('is changed by its originator alone, with a token that also names who belongs to it', async () => {
    const moved = await change(exchange, windhoek, 'correctArrest', { id: caller.id, version: caller.version, cell: 'pay' });
    expect(await attempt(exchange, windhoek, 'correctArrest', { id: caller.id, version: caller.version, cell: 'calls' })).toMatchObject({ __typename: 'Conflict' });
    expect(await attempt(exchange, windhoek, 'correctArrest', { id: moved.id, version: moved.version, cell: 'kitchen' })).toMatchObject({ issues: [{ path: 'cell' }] });
    caller = await change(exchange, windhoek, 'correctArrest', { id: moved.id, version: moved.version, group: null });
    expect(await answered(exchange, windhoek, 'query ($id: ID!) { arrest(id: $id) { groupMembership { cell } } }', { id: caller.id })).toEqual({ arrest: { groupMembership: null } });
    caller = await change(exchange, windhoek, 'correctArrest', { id: caller.id, version: caller.version, group: 'jp-ncb/crane', cell: 'calls' });
    expect(await attempt(exchange, windhoek, 'correctCriminalGroup', { id: crane.id, version: crane.version, name: 'Heron' })).toMatchObject({ __typename: 'NotFound' });
    crane = await change(exchange, tokyo, 'correctCriminalGroup', { id: crane.id, version: crane.version, name: 'Grey Crane (invented)', cells: [CRANE.cells[0]] });
    expect(await answered(exchange, windhoek, '{ criminalGroup(code: "jp-ncb/crane") { name crimeTypes { code } cells { code } } }')).toEqual({
      criminalGroup: { name: 'Grey Crane (invented)', crimeTypes: [{ code: 'VOICE_PHISHING' }], cells: [{ code: 'calls' }] },
    });
  });

  it('is released to an organisation outside, which then reads it with the members that it may read, and recalled', async () => {
    const helsinki = signedIn('liaison-outside');
    await change(exchange, tokyo, 'recordArrest', arrestOf(HARBOUR, 'JP-4', { group: 'jp-ncb/crane', role: 'LOOKOUT' }));
    const reading = '{ criminalGroup(code: "jp-ncb/crane") { name membersByRole { role { code } count } members { edges { node { reference groupMembership { group { name } } } } } } }';
    expect(await answered(exchange, helsinki, reading)).toEqual({ criminalGroup: null });
    const release = { to: { organisation: 'fi-ncb' }, purpose: 'SUPPORT_INVESTIGATION', until: '2026-07-01T00:00:00.000Z', withIdentity: false };
    crane = await change(exchange, tokyo, 'releaseCriminalGroup', { id: crane.id, version: crane.version, release });
    const name = 'Grey Crane (invented)';
    expect(await answered(exchange, helsinki, reading)).toEqual({
      criminalGroup: { name, membersByRole: [{ role: { code: 'LOOKOUT' }, count: 1 }], members: { edges: [{ node: { reference: 'JP-4', groupMembership: { group: { name } } } }] } },
    });
    await change(exchange, tokyo, 'recallCriminalGroupRelease', { id: crane.id, releaseId: crane.releases?.[0]?.id });
    expect(await answered(exchange, helsinki, reading)).toEqual({ criminalGroup: null });
  });

  it('leaves its members without a group once it is retracted', async () => {
    const { version } = await answeredGroup();
    await remove(exchange, tokyo, 'retractCriminalGroup', { id: crane.id, version });
    expect(await answered(exchange, windhoek, 'query ($id: ID!) { criminalGroup(code: "jp-ncb/crane") { name } arrest(id: $id) { reference groupMembership { cell } } }', { id: caller.id })).toEqual({
      criminalGroup: null, arrest: { reference: 'NA-1', groupMembership: null },
    });
    expect(await attempt(exchange, windhoek, 'correctArrest', { id: caller.id, version: caller.version, country: 'SG' })).toMatchObject({ __typename: 'ArrestAccepted' });
  });

  async function answeredGroup(): Promise<{ readonly version: string }> {
    const { criminalGroup } = (await answered(exchange, tokyo, '{ criminalGroup(code: "jp-ncb/crane") { version } }')) as { readonly criminalGroup: { readonly version: string } };
    return criminalGroup;
  }
});

describe('a criminal group that is wrong', () => {
  it('is refused with every fault at its place', async () => {
    const cell = { code: 'x', name: '', country: 'ZZZ', function: 'SINGING' };
    const { issues } = await attempt(exchange, tokyo, 'recordCriminalGroup', { ...CRANE, reference: 'faulty', name: ' ', crimeTypes: ['JAYWALKING'], cells: [cell, { ...CRANE.cells[0], code: 'x' }], evaluation: { source: 'Z', information: '9' } });
    expect(issues?.map(({ path }) => path).toSorted()).toEqual([
      'cells[0].country', 'cells[0].function', 'cells[0].name', 'cells[1].code', 'crimeTypes[0]', 'evaluation.information', 'evaluation.source', 'name',
    ]);
  });

  it.each([
    ['from an organisation that takes no part', 'liaison-outside', {}, { issues: [{ path: 'operation' }] }],
    ['from a body without the role', 'coordinator', {}, { __typename: 'Forbidden' }],
    ['under an operation that is not there', 'liaison-jp', { operation: 'interpol/nowhere' }, { issues: [{ path: 'operation' }] }],
  ])('is refused %s', async (_, signIn, more, outcome) => {
    expect(await attempt(exchange, signedIn(signIn), 'recordCriminalGroup', { ...CRANE, reference: 'other', ...more })).toMatchObject(outcome);
  });
});
