import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officer, post } from '../../shared/testing/ask.js';
import { attempt, change, type Changed } from '../../shared/testing/change.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { bank, entities, helsinki, MOSAIC, openDenialWorld, seoul, singapore, windhoek, type DenialWorld } from './denial-world.js';

const WALLET = '0xde709f2102306220921060314715629080e2fb77';
const UNTAGGED = '0xde709f2102306220921060314715629080e2fb78';
const FORGED = ['AAAAAAAAAAAAAAAAAAAAAA', '', 'interpol/mosaic', `ETHEREUM:${WALLET}`, '{"$ne":null}', 7, null, { $ne: null }];

let world: DenialWorld;
let tag: Changed;
let operator: Changed;

beforeAll(async () => {
  world = await openDenialWorld();
  const { exchange } = world;
  const said = { network: 'ETHEREUM', address: WALLET, label: 'Cash-out', source: 'Case 1', category: 'exchange', actor: 'hidden-exchange', currency: 'ETH' };
  tag = await change(exchange, windhoek, 'recordTag', { ...said, reference: 'T-1', operation: MOSAIC, handling: { tlp: 'AMBER' } });
  await change(exchange, windhoek, 'recordTag', { ...said, reference: 'T-2', category: 'mixing_service', handling: { tlp: 'RED' } });
  operator = await change(exchange, windhoek, 'recordExchangeOperator', {
    reference: 'hidden-exchange', actor: 'hidden-exchange', name: 'Hidden Exchange', jurisdictions: ['SG'], handling: { tlp: 'RED', recipients: [{ organisation: 'sg-ncb' }] },
  });
  await change(exchange, windhoek, 'recordAsset', {
    reference: 'W-1', operation: MOSAIC, country: 'NA', day: '2026-04-01', kind: 'VIRTUAL_ASSET', custodyState: 'FROZEN', value: { amount: '1', network: 'ETHEREUM' }, identifiers: { walletAddress: WALLET }, handling: { tlp: 'AMBER' },
  });
});

afterAll(async () => {
  await world.close();
});

const ABOUT = `query ($address: String!) { address(network: "ETHEREUM", address: $address) {
  tags { edges { cursor node { label } } pageInfo { hasNextPage startCursor } } disagreements { about } operators { name } elsewhere { id } isPartial assets { edges { cursor } }
} }`;

const about = async (viewer: Viewer, address: string): Promise<string> => (await post(world.exchange, viewer, JSON.stringify({ query: ABOUT, variables: { address } }))).text;

describe('an address', () => {
  it.each<[string, Viewer]>([
    ['an outsider', seoul],
    ['an authority that takes no part', helsinki],
    ['an institution', bank],
    ['a participant who states no purpose', officer('sg-ncb', { purpose: null })],
    ['a dashboard', officer('sg-ncb', { roles: ['dashboard'] })],
    ['somebody without a role', officer('sg-ncb', { roles: [] })],
  ])('with hidden tags is to %s as one that nobody tagged, in every byte', async (_who, viewer) => {
    expect(await about(viewer, WALLET)).toBe((await about(viewer, UNTAGGED)).replaceAll(UNTAGGED, WALLET));
  });

  it('says to a participant what it may read, and no word of the other side', async () => {
    const answer = JSON.parse(await about(singapore, WALLET)) as unknown;
    expect(answer).toMatchObject({ data: { address: { tags: { edges: [{ node: { label: 'Cash-out' } }] }, disagreements: [], operators: [{ name: 'Hidden Exchange' }], assets: { edges: [{}] } } } });
    expect(await about(windhoek, WALLET)).toContain('CATEGORY');
  });
});

describe('a tag or an operator', () => {
  it.each([
    ['Tag', (): string => tag.id],
    ['ExchangeOperator', (): string => operator.id],
  ])('is no entity for an outsider by its real key: %s', async (typeName, real) => {
    const keys = [real(), ...FORGED];
    const { data, errors } = await entities(world.exchange.exchange.virtualAssets.local, seoul, keys.map((id) => ({ __typename: typeName, id })), '');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: keys.map(() => null) });
    expect(await entities(world.exchange.exchange.virtualAssets.local, windhoek, [{ __typename: typeName, id: real() }], '')).toEqual({ data: { _entities: [{ __typename: typeName }] } });
  });

  it('is one answer, hidden or absent, by id, by code and to whoever would change it', async () => {
    const query = 'query ($id: ID!, $code: String!) { tag(id: $id) { label } exchangeOperator(code: $code) { name } }';
    const answers = await Promise.all(
      [{ id: tag.id, code: 'na-ncb/hidden-exchange' }, { id: 'AAAAAAAAAAAAAAAAAAAAAA', code: 'na-ncb/absent' }].map((variables) => post(world.exchange, seoul, JSON.stringify({ query, variables }))),
    );
    expect(answers[0]).toEqual(answers[1]);
    for (const [mutation, { id, version }] of [['retractTag', tag], ['retractExchangeOperator', operator]] as const) {
      const [real, absent] = await Promise.all([id, 'AAAAAAAAAAAAAAAAAAAAAA'].map((one) => attempt(world.exchange, seoul, mutation, { id: one, version })));
      expect(real).toEqual(absent);
      expect(real).toMatchObject({ __typename: 'NotFound' });
    }
  });

  it('is found by no filter and in no export of who may not read it', async () => {
    for (const filter of [{ actor: 'hidden-exchange' }, { address: WALLET }, { category: 'exchange' }, { search: 'cash' }, { originator: 'na-ncb' }]) {
      const query = 'query ($filter: TagFilter) { tags(filter: $filter) { edges { cursor } pageInfo { endCursor } } tagPack(filter: $filter) { tagCount leftOut } }';
      const { text } = await post(world.exchange, seoul, JSON.stringify({ query, variables: { filter } }));
      expect(JSON.parse(text)).toEqual({ data: { tags: { edges: [], pageInfo: { endCursor: null } }, tagPack: { tagCount: 0, leftOut: 0 } } });
    }
  });
});
