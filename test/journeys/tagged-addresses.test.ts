import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, officer, type GraphqlAnswer } from '../../shared/testing/ask.js';
import { attempt, change, remove } from '../../shared/testing/change.js';
import { openTestExchange, type TestExchange } from '../../shared/testing/open-test-exchange.js';
import { authority, coordinatingBody } from '../../shared/testing/organisations.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import type { Viewer } from '../../shared/viewer/viewer.js';

const HOT_WALLET = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const LOWER = HOT_WALLET.toLowerCase();
const GENESIS = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';

const tokyo = officer('jp-ncb');
const windhoek = officer('na-ncb');
const seoul = officer('kr-ncb');
const dashboard = officer('jp-ncb', { roles: ['dashboard'] });

let store: TestStore;
let exchange: TestExchange;

beforeAll(async () => {
  store = await startStore();
  exchange = await openTestExchange({ store });
  await exchange.register(coordinatingBody('interpol'), authority('jp-ncb', 'JP'), authority('na-ncb', 'NA'), authority('kr-ncb', 'KR'));
  await change(exchange, tokyo, 'recordExchangeOperator', {
    reference: 'binance', actor: 'binance', name: 'Binance', categories: ['exchange'], jurisdictions: ['NA', 'KR', 'MT'], webAddresses: ['www.binance.com'], handling: { tlp: 'GREEN' },
  });
  const shared = { network: 'ETHEREUM', address: HOT_WALLET, handling: { tlp: 'GREEN' } };
  await change(exchange, tokyo, 'recordTag', {
    ...shared, reference: 'T-1', label: 'Binance 9', source: 'https://explorer.test/', confidence: 'web_crawl', category: 'exchange', actor: 'binance', currency: 'ETH', lastModified: '2023-08-16 12:18:52.619444',
  });
  await change(exchange, windhoek, 'recordTag', {
    ...shared, address: LOWER, reference: 'T-2', label: 'Mixer of the ring', source: 'Case 7', confidence: 'forensic_investigation', category: 'mixing_service', abuse: 'scam', handling: { tlp: 'RED' },
  });
});

afterAll(async () => {
  await exchange.close();
  await store.stop();
});

const ADDRESS = `query ($network: String!, $address: String!) { address(network: $network, address: $address) {
  id address network { code label }
  tags { edges { node { label statedAddress confidenceLevel confidence { code } category { label } originator { code } operators { name } address { id } } } }
  disagreements { about statements { value tagCount sources } }
  operators { name code jurisdictions { country { code } bureau { code } } }
  elsewhere { id } isPartial assets { edges { node { reference } } }
} }`;

interface Answered {
  readonly address: {
    readonly tags: { readonly edges: readonly { readonly node: { readonly label: string } }[] };
    readonly disagreements: readonly unknown[];
    readonly operators: readonly unknown[];
    readonly assets: { readonly edges: readonly { readonly node: { readonly reference: string } }[] };
  };
}

const addressFor = async (viewer: Viewer, address: string = HOT_WALLET, network = 'ETHEREUM'): Promise<Answered['address']> => {
  const { data, errors } = await ask(exchange, viewer, ADDRESS, { network, address });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as Answered).address;
};

const messageOf = ({ errors }: GraphqlAnswer): string => errors?.[0]?.message ?? '';

describe('Query.address', () => {
  it('shows the tags side by side, in whatever spelling it is asked, and whom to ask', async () => {
    const answer = await addressFor(seoul, `0x${HOT_WALLET.slice(2).toUpperCase()}`);
    expect(answer).toMatchObject({
      id: `ETHEREUM:${LOWER}`,
      address: LOWER,
      network: { code: 'ETHEREUM', label: 'Ethereum' },
      tags: { edges: [{ node: { label: 'Binance 9', statedAddress: HOT_WALLET, confidenceLevel: 20, originator: { code: 'jp-ncb' }, operators: [{ name: 'Binance' }], address: { id: `ETHEREUM:${LOWER}` } } }] },
      disagreements: [],
      operators: [{ name: 'Binance', code: 'jp-ncb/binance', jurisdictions: [{ country: { code: 'KR' }, bureau: { code: 'kr-ncb' } }, { country: { code: 'MT' }, bureau: null }, { country: { code: 'NA' }, bureau: { code: 'na-ncb' } }] }],
      elsewhere: [],
      isPartial: false,
    });
  });

  it('shows a disagreement to whoever reads both sides of it, the stronger tag first', async () => {
    const answer = await addressFor(windhoek);
    expect(answer.tags.edges.map(({ node }) => node.label)).toEqual(['Mixer of the ring', 'Binance 9']);
    expect(answer.disagreements).toEqual([
      { about: 'CATEGORY', statements: [{ value: 'exchange', tagCount: 1, sources: ['https://explorer.test/'] }, { value: 'mixing_service', tagCount: 1, sources: ['Case 7'] }] },
    ]);
  });

  it('shows a dashboard nothing that anybody recorded', async () => {
    expect(await addressFor(dashboard)).toMatchObject({ tags: { edges: [] }, disagreements: [], operators: [], elsewhere: [] });
    expect(await ask(exchange, dashboard, '{ tags { edges { cursor } } exchangeOperators { edges { cursor } } tagPack { tagCount } }')).toEqual({
      data: { tags: { edges: [] }, exchangeOperators: { edges: [] }, tagPack: { tagCount: 0 } },
    });
  });

  it('answers for an address of which nobody said anything', async () => {
    expect(await addressFor(seoul, GENESIS, 'BITCOIN')).toMatchObject({ id: `BITCOIN:${GENESIS}`, tags: { edges: [] }, operators: [], isPartial: false });
  });

  it.each([
    ['BITCOIN', `${GENESIS.slice(0, -1)}b`, '`address`: This is no address of the Bitcoin network'],
    ['ETHEREUM', `${HOT_WALLET.slice(0, -1)}D`, 'EIP-55'],
    ['no network', GENESIS, '`network` is no name of a network'],
    ['LITECOIN', 'two words', 'without a space'],
  ])('refuses %s %s and says what is wrong', async (network, address, why) => {
    const answer = await ask(exchange, seoul, ADDRESS, { network, address });
    expect(messageOf(answer)).toContain(why);
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('takes fifty at once, and says which is wrong', async () => {
    const query = 'query ($addresses: [AddressInput!]!) { addresses(addresses: $addresses) { id } }';
    const many = Array.from({ length: 50 }, () => ({ network: 'ETHEREUM', address: HOT_WALLET }));
    expect(await ask(exchange, seoul, query, { addresses: many })).toEqual({ data: { addresses: many.map(() => ({ id: `ETHEREUM:${LOWER}` })) } });
    expect(messageOf(await ask(exchange, seoul, query, { addresses: [...many, ...many] }))).toContain('these are 100');
    expect(messageOf(await ask(exchange, seoul, query, { addresses: [] }))).toContain('these are 0');
    expect(messageOf(await ask(exchange, seoul, query, { addresses: [...many.slice(1), { network: 'BITCOIN', address: 'x' }] }))).toContain('`addresses[49].address`');
  });
});

describe('the wallet of a seized asset', () => {
  it('leads to its address, and the address back to the asset, where the identifiers may be read', async () => {
    const asset = { country: 'NA', day: '2026-04-01', kind: 'VIRTUAL_ASSET', custodyState: 'FROZEN', value: { amount: '1.5', network: 'ETHEREUM' }, handling: { tlp: 'GREEN' } };
    await change(exchange, windhoek, 'recordAsset', { ...asset, reference: 'W-1', identifiers: { walletAddress: LOWER } });
    await change(exchange, windhoek, 'recordAsset', { ...asset, reference: 'W-2', identifiers: { walletAddress: HOT_WALLET, handling: { tlp: 'RED' } } });
    await change(exchange, windhoek, 'recordAsset', { ...asset, reference: 'W-3', identifiers: { walletAddress: '0xde709f2102306220921060314715629080e2fb77' } });
    const query = '{ assets { edges { node { reference identifiers { wallet { id tags { edges { node { label } } } } } } } } }';
    const { data } = await ask(exchange, seoul, query);
    const nodes = (data as { readonly assets: { readonly edges: readonly { readonly node: { readonly reference: string } }[] } }).assets.edges.map(({ node }) => node);
    expect(nodes.find(({ reference }) => reference === 'W-1')).toMatchObject({ identifiers: { wallet: { id: `ETHEREUM:${LOWER}`, tags: { edges: [{ node: { label: 'Binance 9' } }] } } } });
    expect(nodes.find(({ reference }) => reference === 'W-2')).toMatchObject({ identifiers: null });
    expect((await addressFor(seoul)).assets.edges.map(({ node }) => node.reference)).toEqual(['W-1']);
    expect((await addressFor(windhoek)).assets.edges.map(({ node }) => node.reference).sort()).toEqual(['W-1', 'W-2']);
  });

  it('is no address where it says so of no network', async () => {
    await change(exchange, windhoek, 'recordAsset', {
      reference: 'W-4', country: 'NA', day: '2026-04-02', kind: 'WALLET', custodyState: 'SEIZED', handling: { tlp: 'GREEN' }, identifiers: { walletAddress: LOWER },
    });
    expect((await addressFor(windhoek)).assets.edges.map(({ node }) => node.reference).sort()).toEqual(['W-1', 'W-2']);
  });
});

describe('what an officer says of an address', () => {
  it('is refused with every fault at once', async () => {
    const input = { reference: '', network: 'TULIP', label: ' ', source: '', category: 'kiosk', abuse: 'mischief', concepts: ['weather'], confidence: 'hunch', lastModified: 'yesterday', handling: { tlp: 'GREEN' } };
    const { issues } = await attempt(exchange, tokyo, 'recordTag', input);
    expect(issues?.map(({ path }) => path).sort()).toEqual(['abuse', 'address', 'category', 'concepts[0]', 'confidence', 'label', 'lastModified', 'network', 'reference', 'source']);
    const faulty = { ...input, reference: 'T-X', network: 'BITCOIN', address: `${GENESIS.slice(0, -1)}b`, transaction: 'ab' };
    expect((await attempt(exchange, tokyo, 'recordTag', faulty)).issues?.filter(({ path }) => ['address', 'transaction'].includes(path))).toHaveLength(3);
  });

  it('comes in batches, each row with what became of it', async () => {
    const row = (reference: string, address: string): object => ({ reference, network: 'BITCOIN', address, label: 'Genesis', source: 'a source', handling: { tlp: 'CLEAR' } });
    const query = 'mutation ($input: RecordTagsInput!) { recordTags(input: $input) { __typename ... on BatchReport { recorded refused rows { outcome issues { path } } } } }';
    const { data } = await ask(exchange, tokyo, query, { input: { mode: 'SKIP_INVALID', rows: [row('B-1', GENESIS), row('B-2', 'x')] } });
    expect(data).toEqual({ recordTags: { __typename: 'BatchReport', recorded: 1, refused: 1, rows: [{ outcome: 'RECORDED', issues: [] }, { outcome: 'REFUSED', issues: [{ path: 'address' }] }] } });
  });

  it('is corrected, released and taken back by its originator alone', async () => {
    const tag = await change(exchange, windhoek, 'recordTag', { reference: 'T-9', network: 'BITCOIN', address: GENESIS, label: 'Doubtful', source: 'Case 9', confidence: 'heuristic', handling: { tlp: 'RED' } });
    expect(await attempt(exchange, seoul, 'correctTag', { id: tag.id, version: tag.version, label: 'Mine' })).toMatchObject({ __typename: 'NotFound' });
    const corrected = await change(exchange, windhoek, 'correctTag', { id: tag.id, version: tag.version, label: 'Certain', confidence: 'ownership', category: 'wallet' });
    const release = { to: { organisation: 'kr-ncb' }, purpose: 'SUPPORT_INVESTIGATION', until: '2026-07-01T00:00:00.000Z', withIdentity: false };
    const { version } = await change(exchange, windhoek, 'releaseTag', { id: tag.id, version: corrected.version, release });
    const query = 'query ($id: ID!) { tag(id: $id) { label confidenceLevel category { code } } }';
    expect((await ask(exchange, seoul, query, { id: tag.id })).data).toEqual({ tag: { label: 'Certain', confidenceLevel: 100, category: { code: 'wallet' } } });
    expect((await addressFor(seoul, GENESIS, 'BITCOIN')).tags.edges.map(({ node }) => node.label)).toEqual(['Certain', 'Genesis']);
    await remove(exchange, windhoek, 'retractTag', { id: tag.id, version });
    for (const viewer of [seoul, windhoek]) expect((await ask(exchange, viewer, query, { id: tag.id })).data).toEqual({ tag: null });
    expect((await addressFor(seoul, GENESIS, 'BITCOIN')).tags.edges.map(({ node }) => node.label)).toEqual(['Genesis']);
  });
});

describe('Query.exchangeOperators', () => {
  it('finds by name, actor, web address, category and jurisdiction, and lists the tagged addresses', async () => {
    const query = 'query ($filter: ExchangeOperatorFilter) { exchangeOperators(filter: $filter) { edges { node { name addresses { edges { node { id } } } } } } }';
    const found = { exchangeOperators: { edges: [{ node: { name: 'Binance', addresses: { edges: [{ node: { id: `ETHEREUM:${LOWER}` } }] } } }] } };
    for (const filter of [{ search: 'BINAN' }, { search: 'www.' }, { actor: 'binance' }, { category: 'exchange' }, { jurisdiction: 'MT' }, { originator: 'jp-ncb' }]) {
      expect((await ask(exchange, seoul, query, { filter })).data).toEqual(found);
    }
    for (const filter of [{ search: 'b.nance' }, { category: 'gambling' }, { jurisdiction: 'JP' }, { originator: 'mine' }]) {
      expect((await ask(exchange, seoul, query, { filter })).data).toEqual({ exchangeOperators: { edges: [] } });
    }
  });

  it('pages through the addresses of an actor, each once', async () => {
    for (const [index, address] of [GENESIS, GENESIS, '12c6DSiU4Rq3P4ZxziKxzrL5LmMBrzjrJX', '1HLoD9E4SDFFPDiYfNYnkBLQ85Y51J3Zb1'].entries()) {
      await change(exchange, tokyo, 'recordTag', { reference: `P-${index}`, network: 'BITCOIN', address, label: 'Cold wallet', source: `source ${index}`, actor: 'binance', handling: { tlp: index === 3 ? 'RED' : 'GREEN' } });
    }
    const query = 'query ($after: String) { exchangeOperator(code: "jp-ncb/binance") { addresses(first: 1, after: $after) { edges { node { address } } pageInfo { hasNextPage endCursor } } } }';
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await ask(exchange, seoul, query, { after });
      const { edges, pageInfo } = (data as { exchangeOperator: { addresses: { edges: { node: { address: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } }).exchangeOperator.addresses;
      pages.push(...edges.map(({ node }) => node.address));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(pages).toEqual(['0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', '12c6DSiU4Rq3P4ZxziKxzrL5LmMBrzjrJX', GENESIS]);
  });
});
