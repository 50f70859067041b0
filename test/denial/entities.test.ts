import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, type Changed } from '../../shared/testing/change.js';
import { authority } from '../../shared/testing/organisations.js';
import { ask } from '../../shared/testing/ask.js';
import { arrestOfWindhoek, entities, MOSAIC, openDenialWorld, secretariat, seoul, singapore, windhoek, type DenialWorld } from './denial-world.js';

const FORGED = ['AAAAAAAAAAAAAAAAAAAAAA', '', 'interpol/mosaic', '../arrests', '{"$ne":null}'];

let world: DenialWorld;
let arrest: Changed;
let rescue: Changed;
let asset: Changed;
let hidden: Changed;

beforeAll(async () => {
  world = await openDenialWorld();
  const { exchange } = world;
  arrest = await arrestOfWindhoek(world, 'A-1');
  const shared = { reference: 'R-1', operation: MOSAIC, country: 'NA', day: '2026-04-01', handling: { tlp: 'AMBER' } };
  rescue = await change(exchange, windhoek, 'recordRescue', { ...shared, victimState: 'TRAFFICKED' });
  asset = await change(exchange, windhoek, 'recordAsset', { ...shared, kind: 'FIAT_MONEY', custodyState: 'SEIZED' });
  hidden = await change(exchange, secretariat, 'registerOperation', {
    reference: 'hidden', name: 'Hidden', handling: { tlp: 'RED', recipients: [{ organisation: 'na-ncb' }] }, participants: [{ organisation: 'na-ncb' }],
  });
  await exchange.register(authority('na-quiet', 'NA', { tlp: 'RED' }));
});

afterAll(async () => {
  await world.close();
});

describe('a subgraph asked for entities past the gateway', () => {
  it.each([
    ['Arrest', 'id', () => arrest.id, () => world.exchange.exchange.arrests.local],
    ['Rescue', 'id', () => rescue.id, () => world.exchange.exchange.arrests.local],
    ['Asset', 'id', () => asset.id, () => world.exchange.exchange.assets.local],
    ['Operation', 'ref', () => hidden.id, () => world.exchange.exchange.operations.local],
    ['Operation', 'ref', () => hidden.id, () => world.exchange.exchange.arrests.local],
    ['Operation', 'ref', () => hidden.id, () => world.exchange.exchange.assets.local],
    ['Agency', 'ref', () => 'na-quiet', () => world.exchange.exchange.agencies.local],
  ])('gives an outsider no %s by its real %s, and the same null by forged ones', async (typeName, key, real, subgraph) => {
    const keys = [real(), ...FORGED, 7, null, { $ne: null }, [real()]];
    const { data, errors } = await entities(subgraph(), seoul, keys.map((value) => ({ __typename: typeName, [key]: value })), '');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: keys.map(() => null) });
  });

  it('gives them to those who may read them', async () => {
    const { arrests, operations } = world.exchange.exchange;
    expect(await entities(arrests.local, singapore, [{ __typename: 'Arrest', id: arrest.id }], '')).toEqual({ data: { _entities: [{ __typename: 'Arrest' }] } });
    expect(await entities(operations.local, windhoek, [{ __typename: 'Operation', ref: hidden.id }], '')).toEqual({ data: { _entities: [{ __typename: 'Operation' }] } });
  });

  it('knows nothing of a type that it does not own', async () => {
    const { errors } = await entities(world.exchange.exchange.assets.local, windhoek, [{ __typename: 'Arrest', id: arrest.id }], '');
    expect(errors).toHaveLength(1);
  });
});

describe('a reference', () => {
  it('to a hidden organisation is null, its name of a type included', async () => {
    const { exchange } = world;
    await exchange.register(authority('na-veiled', 'NA', { tlp: 'CLEAR' }));
    const { id } = await arrestOfWindhoek(world, 'A-veiled', { agency: 'na-veiled', handling: { tlp: 'CLEAR' } });
    const query = 'query ($id: ID!) { arrest(id: $id) { agency { __typename } originator { __typename } } }';
    expect(await ask(exchange, seoul, query, { id })).toEqual({ data: { arrest: { agency: { __typename: 'Agency' }, originator: { __typename: 'Agency' } } } });
    await exchange.register(authority('na-veiled', 'NA', { tlp: 'RED' }));
    expect(await ask(exchange, seoul, query, { id })).toEqual({ data: { arrest: { agency: null, originator: { __typename: 'Agency' } } } });
  });

  it('to a hidden operation is never met: a record under it is hidden with it, however widely it is labelled', async () => {
    const { exchange } = world;
    const { id } = await arrestOfWindhoek(world, 'A-under-hidden', { operation: 'interpol/hidden', handling: { tlp: 'CLEAR' } });
    const query = 'query ($id: ID!) { arrest(id: $id) { operation { __typename } } }';
    expect(await ask(exchange, windhoek, query, { id })).toEqual({ data: { arrest: { operation: { __typename: 'Operation' } } } });
    for (const viewer of [seoul, singapore]) expect(await ask(exchange, viewer, query, { id })).toEqual({ data: { arrest: null } });
    expect(await ask(exchange, seoul, 'query ($code: String) { operation(code: $code) { __typename } }', { code: 'interpol/hidden' })).toEqual({ data: { operation: null } });
  });
});
