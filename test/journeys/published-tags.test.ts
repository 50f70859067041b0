import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { lacksTags, loadTags } from '../../seed/load-tags.js';
import { ask, officer } from '../../shared/testing/ask.js';
import { openTestExchange, type TestExchange } from '../../shared/testing/open-test-exchange.js';
import { authority, coordinatingBody, institution } from '../../shared/testing/organisations.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import type { Viewer } from '../../shared/viewer/viewer.js';

const MINUTE = 60_000;
const FILES = 'seed/data/attribution';
const tokyo = officer('jp-ncb');
const bank = officer('jp-bank', { roles: ['reader'] });

const told = z.object({ label: z.string(), category: z.string().nullable(), abuse: z.string().nullable(), actor: z.string().nullable(), pack: z.string() });
const expected = z.object({ files: z.record(z.string(), z.record(z.string(), z.object({ tags: z.array(told) }))) });
type Told = z.infer<typeof told>;

const code = z.object({ code: z.string() }).nullable();
const answered = z.object({
  addresses: z.array(
    z.object({
      tags: z.object({ edges: z.array(z.object({ node: z.object({ label: z.string(), category: code, abuse: code, actor: z.string().nullable(), pack: z.string() }) })), pageInfo: z.object({ hasNextPage: z.boolean() }) }),
      operators: z.array(z.object({ actor: z.string() })),
    }),
  ),
});

const QUERY = `query ($addresses: [AddressInput!]!) { addresses(addresses: $addresses) {
  tags(first: 100) { edges { node { label category { code } abuse { code } actor pack } } pageInfo { hasNextPage } } operators { actor }
} }`;

let store: TestStore;
let exchange: TestExchange;
let folder: string;
let hits: { readonly network: string; readonly address: string; readonly tags: readonly Told[] }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-tags-'));
  store = await startStore();
  exchange = await openTestExchange({ store });
  await exchange.register(coordinatingBody('interpol'), authority('jp-ncb', 'JP'), institution('jp-bank', 'JP'));
  const { files } = expected.parse(JSON.parse(await readFile('test/journeys/attribution/expected-attribution-hits.json', 'utf8')));
  const found = Object.values(files).flatMap((addresses) => Object.entries(addresses).map(([address, { tags }]) => ({ network: address.startsWith('0x') ? 'ETHEREUM' : 'BITCOIN', address, tags })));
  hits = [...new Map(found.map((hit) => [hit.address, hit])).values()];
}, MINUTE);

afterAll(async () => {
  await exchange.close();
  await store.stop();
  await rm(folder, { recursive: true });
});

const inOrder = (tags: readonly Told[]): string[] => tags.map(({ label, category, abuse, actor, pack }) => JSON.stringify([label, category, abuse, actor, pack])).sort();

async function taggedFor(viewer: Viewer): Promise<{ readonly address: string; readonly tags: string[]; readonly actors: string[] }[]> {
  const all = [];
  for (let start = 0; start < hits.length; start += 50) {
    const page = hits.slice(start, start + 50);
    const { data, errors } = await ask(exchange, viewer, QUERY, { addresses: page.map(({ network, address }) => ({ network, address })) });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    for (const [index, { tags, operators }] of answered.parse(data).addresses.entries()) {
      expect(tags.pageInfo.hasNextPage).toBe(false);
      const said = tags.edges.map(({ node }) => ({ ...node, category: node.category?.code ?? null, abuse: node.abuse?.code ?? null }));
      all.push({ address: page[index]?.address ?? '', tags: inOrder(said), actors: operators.map(({ actor }) => actor) });
    }
  }
  return all;
}

describe('the published tags of the first start', () => {
  it('load once, all but six whose addresses cannot be right', async () => {
    expect(await lacksTags(folder)).toBe(true);
    expect(await loadTags(exchange.exchange, { folder, files: FILES })).toEqual({ recorded: 30_502, repeated: 0, refused: 6 });
    expect(await lacksTags(folder)).toBe(false);
  }, 10 * MINUTE);

  it('name the addresses of real transactions as expected, every tag of every source, and their operators', async () => {
    const found = await taggedFor(tokyo);
    expect(found.map(({ address, tags }) => ({ address, tags }))).toEqual(hits.map(({ address, tags }) => ({ address, tags: inOrder(tags) })));
    for (const [index, { actors }] of found.entries()) expect(actors).toEqual([...new Set(hits[index]?.tags.flatMap(({ actor }) => actor ?? []))].sort());
    expect(hits).toHaveLength(76);
  }, MINUTE);

  it('are read by an institution too, and by no dashboard', async () => {
    expect(await taggedFor(bank)).toEqual(await taggedFor(tokyo));
    const blind = await taggedFor(officer('jp-ncb', { roles: ['dashboard'] }));
    expect(blind.filter(({ tags, actors }) => tags.length + actors.length > 0)).toEqual([]);
  }, MINUTE);

  it('find the Ronin bridge exploiter, of whom four sources speak', async () => {
    const query = '{ address(network: "ETHEREUM", address: "0x098B716B8Aaf21512996dC57EB0615e2383E2f96") { tags { edges { node { label confidenceLevel } } } disagreements { about statements { value } } operators { name } } }';
    const { data } = await ask(exchange, tokyo, query);
    expect(data).toMatchObject({ address: { disagreements: [{ about: 'ABUSE', statements: [{ value: 'sanction' }, { value: 'service_hack' }] }] } });
    expect((data as { readonly address: { readonly tags: { readonly edges: readonly unknown[] } } }).address.tags.edges).toHaveLength(4);
  });
});
