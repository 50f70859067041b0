import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from '../../shared/testing/ask.js';
import { change, type Changed } from '../../shared/testing/change.js';
import { arrestOfWindhoek, MOSAIC, openDenialWorld, seoul, singapore, windhoek, type DenialWorld } from './denial-world.js';

let world: DenialWorld;
let arrests: readonly Changed[];
let asset: Changed;

beforeAll(async () => {
  world = await openDenialWorld();
  const suspects = [
    { name: 'Bravo', nameOriginal: 'B', aliases: ['Bee'], documents: [{ type: 'PASSPORT', number: 'N-1' }] },
    { name: 'Alpha', nameOriginal: 'A', aliases: ['Ay'], documents: [{ type: 'PASSPORT', number: 'N-2' }] },
  ];
  arrests = await Promise.all(
    suspects.map((suspect, index) => arrestOfWindhoek(world, `A-${index}`, { suspect: { ...suspect, handling: { tlp: 'AMBER_STRICT' } }, handling: { tlp: 'CLEAR' } })),
  );
  asset = await change(world.exchange, windhoek, 'recordAsset', {
    reference: 'S-1', operation: MOSAIC, country: 'NA', day: '2026-04-01', kind: 'BANK_ACCOUNT', custodyState: 'FROZEN', handling: { tlp: 'CLEAR' },
    identifiers: { holder: 'Alpha', account: 'NA-1', walletAddress: 'W-1', handling: { tlp: 'RED' } },
  });
});

afterAll(async () => {
  await world.close();
});

const LIST = 'query ($filter: ArrestFilter) { arrests(filter: $filter) { edges { node { id } } } }';
const TALLY = `query ($filter: ArrestFilter) { operation(code: "${MOSAIC}") { arrestTally(filter: $filter) { status count } } }`;

describe('a part that is withheld', () => {
  it.each([{ suspectName: 'Alpha' }, { suspectName: 'A' }, { suspectName: 'Ay' }, { documentNumber: 'N-2' }])('cannot be found by %j, nor counted', async (filter) => {
    expect(await ask(world.exchange, windhoek, LIST, { filter })).toEqual({ data: { arrests: { edges: [{ node: { id: arrests[1]?.id } }] } } });
    for (const viewer of [singapore, seoul]) {
      expect(await ask(world.exchange, viewer, LIST, { filter })).toEqual({ data: { arrests: { edges: [] } } });
      expect(await ask(world.exchange, viewer, TALLY, { filter })).toEqual({ data: { operation: { arrestTally: { status: 'NO_RECORDS_CONTRIBUTED', count: null } } } });
    }
  });

  it.each([{ account: 'NA-1' }, { walletAddress: 'W-1' }])('of an asset cannot be found by %j, nor counted', async (filter) => {
    const query = `query ($filter: AssetFilter) { assets(filter: $filter) { edges { node { id } } } operation(code: "${MOSAIC}") { assetTally(filter: $filter) { count } } }`;
    expect(await ask(world.exchange, windhoek, query, { filter })).toEqual({ data: { assets: { edges: [{ node: { id: asset.id } }] }, operation: { assetTally: { count: 1 } } } });
    expect(await ask(world.exchange, singapore, query, { filter })).toEqual({ data: { assets: { edges: [] }, operation: { assetTally: { count: null } } } });
  });

  it('of an asset takes the legal bases of its moves with it, which the moves themselves do not tell', async () => {
    const legalBasis = 'Warrant against Alpha';
    const moved = await change(world.exchange, windhoek, 'moveAsset', { id: asset.id, version: asset.version, from: 'FROZEN', to: 'SEIZED', day: '2026-04-02', legalBasis });
    const query = 'query ($id: ID!) { asset(id: $id) { custodyChain { from { code } to { code } day legalBasis } withheld { field } } }';
    const step = { from: { code: 'FROZEN' }, to: { code: 'SEIZED' }, day: '2026-04-02' };
    expect(await ask(world.exchange, windhoek, query, { id: asset.id })).toEqual({ data: { asset: { custodyChain: [{ ...step, legalBasis }], withheld: [] } } });
    for (const viewer of [singapore, seoul]) {
      expect(await ask(world.exchange, viewer, query, { id: asset.id })).toEqual({
        data: { asset: { custodyChain: [{ ...step, legalBasis: null }], withheld: [{ field: 'identifiers' }] } },
      });
    }
    const [moveId] = (moved.custodyChain ?? []).map(({ id }) => id);
    await change(world.exchange, windhoek, 'retractAssetMove', { id: asset.id, version: moved.version, moveId });
    expect(JSON.stringify(await ask(world.exchange, singapore, query, { id: asset.id }))).not.toContain('Warrant');
  });

  it('orders nothing: a list by the name of the suspect is one by id', async () => {
    const query = '{ arrests(orderBy: SUSPECT_NAME_ASC) { edges { cursor node { id } } } }';
    const ids = (answer: unknown): string[] => [...JSON.stringify(answer).matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids(await ask(world.exchange, windhoek, query))).toEqual([arrests[1]?.id, arrests[0]?.id]);
    const seen = await ask(world.exchange, singapore, query);
    expect(ids(seen)).toEqual(arrests.map(({ id }) => id).sort());
    for (const [, cursor = ''] of JSON.stringify(seen).matchAll(/"cursor":"([^"]+)"/g)) {
      expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/Alpha|Bravo/);
    }
  });

  it('changes no version that others read when it is corrected', async () => {
    const query = 'query ($id: ID!) { arrest(id: $id) { version recordedAt } }';
    const id = arrests[0]?.id;
    const before = await ask(world.exchange, singapore, query, { id });
    const own = await ask(world.exchange, windhoek, query, { id });
    await change(world.exchange, windhoek, 'correctArrest', { id, version: arrests[0]?.version, suspect: { name: 'Zulu' } });
    expect(await ask(world.exchange, singapore, query, { id })).toEqual(before);
    expect(await ask(world.exchange, windhoek, query, { id })).not.toEqual(own);
  });
});
