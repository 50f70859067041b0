import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localTransport } from '../../gateway/transport/local-transport.js';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { arrestOfWindhoek, openDenialWorld, windhoek, type DenialWorld } from './denial-world.js';

let world: DenialWorld;
let id: string;

beforeAll(async () => {
  world = await openDenialWorld();
  ({ id } = await arrestOfWindhoek(world, 'A-1'));
});

afterAll(async () => {
  await world.close();
});

/** What a fault in the code, or somebody inside it, might hold up as a Viewer. */
const FORGERIES: readonly (readonly [string, () => unknown])[] = [
  ['a plain object', (): unknown => JSON.parse(JSON.stringify(windhoek))],
  ['an object that inherits from one', (): unknown => Object.create(windhoek)],
  ['a spread copy', () => ({ ...windhoek })],
  ['a structured clone', () => structuredClone(windhoek)],
  ['a proxy of one', () => new Proxy(windhoek, {})],
  ['nothing', () => undefined],
];

const subgraphs: readonly (readonly [string, string, () => LocalSubgraph])[] = [
  ['agencies', '{ agencies { edges { cursor } } }', () => world.exchange.exchange.agencies.local],
  ['agencies', '{ countries { edges { cursor } } }', () => world.exchange.exchange.agencies.local],
  ['agencies', '{ currencies { code } }', () => world.exchange.exchange.agencies.local],
  ['agencies', '{ viewer { subject } }', () => world.exchange.exchange.agencies.local],
  ['operations', '{ operations { edges { cursor } } }', () => world.exchange.exchange.operations.local],
  ['operations', '{ operation(code: "interpol/mosaic") { id } }', () => world.exchange.exchange.operations.local],
  ['arrests', '{ arrests { edges { cursor } } }', () => world.exchange.exchange.arrests.local],
  ['arrests', '{ arrests(orderBy: SUSPECT_NAME_ASC) { edges { cursor } } }', () => world.exchange.exchange.arrests.local],
  ['arrests', '{ rescues { edges { cursor } } }', () => world.exchange.exchange.arrests.local],
  ['assets', '{ assets { edges { cursor } } }', () => world.exchange.exchange.assets.local],
  ['virtual-assets', '{ tags { edges { cursor } } }', () => world.exchange.exchange.virtualAssets.local],
];

describe.each(FORGERIES)('%s in the place of a Viewer', (_what, forge) => {
  it.each(subgraphs)('is refused by the %s subgraph: %s', async (_name, query, subgraph) => {
    const outcome = Promise.resolve().then(() => localTransport(subgraph()).execute({ query, variables: {}, operationName: null }, { viewer: forge() as Viewer }));
    const answer = await outcome.catch((fault: unknown) => ({ data: null, errors: [fault] }));
    expect(answer.errors).not.toBeUndefined();
    expect(JSON.stringify(answer.data ?? null)).not.toMatch(/"cursor"|"id"|"code"|"subject"/);
  });

  it('is refused by the stores, whatever it asks by', async () => {
    const { arrests } = world.exchange.exchange;
    const viewer = forge() as Viewer;
    const reads = [
      () => arrests.stores.arrests.findReadable(viewer, [id]),
      () => arrests.stores.arrests.pageByDay(viewer, {}, { first: 1, after: null }),
      () => arrests.stores.arrests.countable(viewer, {}),
      () => arrests.stores.rescues.findReadable(viewer, [id]),
    ];
    for (const read of reads) await expect(Promise.resolve().then((): Promise<unknown> => read())).rejects.toThrow(TypeError);
  });
});

describe('a genuine Viewer', () => {
  it('is answered', async () => {
    expect(await world.exchange.exchange.arrests.stores.arrests.findReadable(windhoek, [id])).toHaveLength(1);
  });

  it('cannot be changed after it was made', () => {
    expect(() => Object.assign(windhoek, { organisation: 'kr-ncb' })).toThrow(TypeError);
    expect(() => (windhoek.roles as string[]).push('approver')).toThrow(TypeError);
  });
});
