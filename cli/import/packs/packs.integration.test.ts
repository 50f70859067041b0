import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { ask, officer } from '../../../shared/testing/ask.js';
import { change } from '../../../shared/testing/change.js';
import { openTestExchange, type TestExchange } from '../../../shared/testing/open-test-exchange.js';
import { authority, coordinatingBody } from '../../../shared/testing/organisations.js';
import { startStore, type TestStore } from '../../../shared/testing/start-store.js';
import { importPack, type PackImport } from './import-pack.js';

const HOT = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const GENESIS = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';

let store: TestStore;
let exchange: TestExchange;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-packs-'));
  store = await startStore();
  exchange = await openTestExchange({ store });
  await exchange.register(coordinatingBody('interpol'), ...['JP', 'NA', 'KR', 'SG', 'FI'].map((country) => authority(`${country.toLowerCase()}-ncb`, country)));
});

afterAll(async () => {
  await exchange.close();
  await store.stop();
  await rm(folder, { recursive: true });
});

interface Imported {
  readonly text: string;
  readonly complete: boolean;
  readonly refused: readonly string[][];
}

async function imported(name: string, content: string | Buffer, different: Partial<PackImport> = {}): Promise<Imported> {
  const file = join(folder, name);
  await writeFile(file, content);
  const asked: PackImport = {
    file, organisation: 'jp-ncb', purpose: null, caseReference: null, refusedFile: null, operation: null, handling: { tlp: 'GREEN', codes: [], recipients: [] }, ...different,
  };
  const end = await importPack(exchange.exchange, asked, Object.assign(new PassThrough() as unknown as NodeJS.WriteStream, { isTTY: false as never }));
  const refused = await readFile(`${file}.refused.csv`, 'utf8').then((text) => parseCsv(text), () => []);
  return { ...end, refused };
}

type TagNode = Readonly<Record<string, unknown>>;

const FIELDS = 'statedAddress transaction currency label source confidence { code } lastModified category { code known } abuse { code } concepts { code } actor isClusterDefiner context network { code }';

async function tags(of: string, filter: object = { originator: 'mine' }): Promise<TagNode[]> {
  const { data, errors } = await ask(exchange, officer(of), `query ($filter: TagFilter) { tags(first: 100, filter: $filter) { edges { node { ${FIELDS} } } } }`, { filter });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { readonly tags: { readonly edges: readonly { readonly node: TagNode }[] } }).tags.edges.map(({ node }) => node);
}

const PACK = `# A licence
---
title: A demonstration
creator: Somebody
description: |
  Several lines
  tags: not the list
lastmod: "2019-06-03"
label: Internet Archive
source: https://archive.test/donate
category: Organization
confidence: service_data
tags:
  # a comment
  - address: ${GENESIS}
    currency: BTC
    is_cluster_definer: true
  - address: ${HOT.toLowerCase()}
    currency: ETH
    label: 007
    lastmod: 2021-12-23
    concepts: [exchange, phishing]
  - {address: "${HOT}", currency: USDT, label: "=cmd()", actor: archive}
  - tx_hash: ${'ab'.repeat(32)}
    currency: BTC
    context: >-
      folded
      text
    tag_type: whatever
  - address: ${GENESIS.slice(0, -1)}b
    currency: BTC
    label: =HYPERLINK("x")
  - address: [
    currency: BTC
`;

describe('a TagPack', () => {
  it('is read entry by entry, with the values of its header, and says what it did not take', async () => {
    const { text, complete, refused } = await imported('demo.yaml', PACK);
    expect(complete).toBe(false);
    expect(text).toContain('4 recorded, 0 recorded before, 2 refused.');
    expect(text).toContain('Not kept: the field "tag_type" of 1 entries.');
    expect(refused.slice(1).map(([line, , field]) => [line, field])).toEqual([['30', 'address'], ['33', '']]);
    const found = await tags('jp-ncb');
    expect(found).toContainEqual(expect.objectContaining({ statedAddress: GENESIS, label: 'Internet Archive', category: { code: 'Organization', known: false }, isClusterDefiner: true, lastModified: '2019-06-03', network: { code: 'BITCOIN' } }));
    expect(found).toContainEqual(expect.objectContaining({ statedAddress: HOT.toLowerCase(), label: '007', lastModified: '2021-12-23', concepts: [{ code: 'exchange' }, { code: 'phishing' }], network: { code: 'ETHEREUM' } }));
    expect(found).toContainEqual(expect.objectContaining({ statedAddress: HOT, label: '=cmd()', currency: 'USDT', actor: 'archive', network: { code: 'ETHEREUM' } }));
    expect(found).toContainEqual(expect.objectContaining({ transaction: 'ab'.repeat(32), context: 'folded text', statedAddress: null }));
  });

  it('defuses in its report what a spreadsheet would run', async () => {
    const { refused } = await imported('formula.jsonl', `{"address":"x","currency":"BTC","label":"l","source":"s"}\n=1+1\n`);
    expect(refused.slice(1).map((cells) => cells.at(-1))).toEqual(expect.arrayContaining(["'=1+1"]));
  });

  it('changes nothing the second time', async () => {
    expect((await imported('demo.yaml', PACK)).text).toContain('0 recorded, 4 recorded before, 2 refused.');
  });

  it('may be written in brackets or without indentation', async () => {
    const inline = `label: Inline\nsource: s\ncurrency: LTC\ntags: [{address: LVXXmgcVYBZAuiJM3V99uG48o3yG89h2Ph}, {address: LVXXmgcVYBZAuiJM3V99uG48o3yG89h2Ph}]\n`;
    expect((await imported('inline.yml', inline, { organisation: 'kr-ncb' })).text).toContain('1 recorded, 1 recorded before, 0 refused.');
    const flat = `source: s\ncurrency: LTC\ntags:\n- address: LVXXmgcVYBZAuiJM3V99uG48o3yG89h2Ph\n  label: Flat\nlastmod: 2020-01-01\n`;
    expect((await imported('flat.yml', flat, { organisation: 'kr-ncb' })).text).toContain('1 recorded');
    expect((await tags('kr-ncb')).map(({ label, lastModified }) => [label, lastModified]).sort()).toEqual([['Flat', '2020-01-01'], ['Inline', null]]);
  });

  it.each([
    ['an alias', `source: s\ntags:\n  - address: &a ${GENESIS}\n    currency: BTC\n    label: *a\n`, 'not followed'],
    ['the same key twice', `source: s\ntags:\n  - address: ${GENESIS}\n    address: ${GENESIS}\n`, 'no well-formed YAML'],
    ['brackets without an end', `source: s\ntags:\n  - address: ${'['.repeat(50_000)}\n`, 'Maximum call stack|nested too deeply'],
    ['too much in one entry', `source: s\ntags:\n  - address: x\n${'    # a comment of some length\n'.repeat(5_000)}`, 'more than 100000 characters'],
  ])('with %s costs that entry alone', async (_, content, why) => {
    const { refused, text } = await imported('hostile.yaml', content);
    expect(text).toContain('1 refused');
    expect(refused[1]?.[3]).toMatch(new RegExp(why));
  });

  it.each([
    ['an unfolding header', `a: &a [x, x]\nb: &b [*a, *a]\nlabel: *b\ntags:\n  - address: x\n`, /not followed/],
    ['a header without an end', `${'# long\n'.repeat(200_000)}tags:\n  - address: x\n`, /more than 1000000 characters/],
    ['a line without an end', `tags: ${'x'.repeat(1_100_000)}`, /line of more than 1000000 characters/],
    ['no list', 'title: x\n', /it is no pack/],
    ['another encoding', Buffer.from([0x74, 0xff, 0x0a]), /is not in UTF-8/],
    ['two documents', 'tags:\n  - address: x\n---\ntags:\n  - address: y\n', /second document|names "tags" and then/],
  ])('with %s is refused as a whole, before anything is written', async (_, content, why) => {
    await expect(imported('refused.yaml', content)).rejects.toThrow(why);
  });

  it('that is no gzip says so', async () => {
    await expect(imported('damaged.jsonl.gz', 'plain text')).rejects.toThrow(/cannot be unpacked/);
  });
});

describe('an actor pack', () => {
  const ACTORS = `title: Actors\nactors:\n- id: internet_archive\n  uri: https://archive.test\n  label: Internet Archive\n  jurisdictions: [US]\n  categories: [organization]\n  context: '{"uris": ["https://other.test"], "twitter_handle": "x"}'\n- id: nowhere\n  label: Nowhere\n  jurisdictions: [XX]\n`;

  it('makes exchange operators, by which tags are named', async () => {
    const { text, refused } = await imported('demo.actorpack.yaml', ACTORS);
    expect(text).toContain('1 recorded, 0 recorded before, 1 refused.');
    expect(refused[1]?.[2]).toBe('jurisdictions[0]');
    const query = '{ exchangeOperator(code: "jp-ncb/internet_archive") { name webAddresses jurisdictions { country { code } } categories { code } } }';
    expect((await ask(exchange, officer('kr-ncb'), query)).data).toEqual({
      exchangeOperator: { name: 'Internet Archive', webAddresses: ['https://archive.test', 'https://other.test'], jurisdictions: [{ country: { code: 'US' } }], categories: [{ code: 'organization' }] },
    });
  });

  it('may come as JSON lines, packed', async () => {
    const lines = gzipSync('{"id":"1coin","label":"1Coin","uri":"1coin.io","categories":["exchange"],"jurisdictions":["CA","US"]}\n');
    expect(await imported('actors.jsonl.gz', lines)).toMatchObject({ text: '1 recorded, 0 recorded before, 0 refused.\n', complete: true });
  });
});

describe('Query.tagPack', () => {
  const EXPORT = 'query ($filter: TagFilter) { tagPack(first: 100, filter: $filter) { yaml tagCount leftOut } }';
  const exportOf = async (of: string, filter: object): Promise<{ readonly yaml: string; readonly tagCount: number; readonly leftOut: number }> => {
    const { data } = await ask(exchange, officer(of), EXPORT, { filter });
    return (data as { readonly tagPack: { readonly yaml: string; readonly tagCount: number; readonly leftOut: number } }).tagPack;
  };

  it('reads back the same', async () => {
    const awkward = ['true', '~', '0x10', '1e3', '2020-01-01', "it's: #1", '- dash', '"quoted"', ' \\ ', 'yes', '秘密\u2028', 'multi\nline', '&anchor *x', '%TAG', '@at', ': ', '=1+1'];
    const lines = awkward.map((label, index) => JSON.stringify({ address: GENESIS, currency: 'BTC', label, source: `s ${index}`, context: label, actor: 'binance', isClusterDefiner: index % 2 === 0 }));
    await imported('awkward.jsonl', lines.join('\n'), { organisation: 'na-ncb' });
    await imported('more.jsonl', '{"address":"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed","currency":"BEP20","label":"l","source":"s","lastmod":"2023-08-16 12:18:52.619444","abuse":"scam","concepts":["exchange"]}', { organisation: 'na-ncb' });
    const before = await tags('na-ncb');
    const { yaml, tagCount, leftOut } = await exportOf('na-ncb', { originator: 'mine' });
    expect([tagCount, leftOut, before.length]).toEqual([18, 0, 18]);
    expect((await imported('again.yaml', yaml, { organisation: 'sg-ncb' })).text).toContain('18 recorded, 0 recorded before, 0 refused.');
    const inOrder = (nodes: readonly TagNode[]): string[] => nodes.map((node) => JSON.stringify(node)).sort();
    expect(inOrder(await tags('sg-ncb'))).toEqual(inOrder(before));
  });

  it('holds what its reader sees, with the handling above each tag, and leaves out what must not be passed on', async () => {
    const line = (label: string): string => JSON.stringify({ address: GENESIS, currency: 'BTC', label, source: 's' });
    const handling = { recipients: [{ organisation: 'kr-ncb' }] };
    await imported('red.jsonl', line('Red'), { organisation: 'fi-ncb', handling: { tlp: 'RED', codes: ['H1'], recipients: [] } });
    await imported('kept.jsonl', line('Kept'), { organisation: 'fi-ncb', handling: { tlp: 'RED', codes: ['H1'], ...handling } });
    await change(exchange, officer('interpol'), 'registerOperation', { reference: 'mosaic', name: 'Mosaic', handling: { tlp: 'CLEAR' }, participants: [{ organisation: 'fi-ncb' }, { organisation: 'kr-ncb' }] });
    await imported('bound.jsonl', line('Bound'), { organisation: 'fi-ncb', operation: 'interpol/mosaic', handling: { tlp: 'AMBER', codes: ['H2'], recipients: [] } });
    const seen = await exportOf('kr-ncb', { originator: 'fi-ncb' });
    expect([seen.tagCount, seen.leftOut]).toEqual([1, 1]);
    expect(seen.yaml).toContain('# TLP:RED H1\n');
    expect(seen.yaml).toContain('label: Kept');
    expect(seen.yaml).not.toMatch(/Red$|Bound/m);
    expect(await exportOf('fi-ncb', { originator: 'mine' })).toMatchObject({ tagCount: 3, leftOut: 0 });
    expect(await exportOf('sg-ncb', { originator: 'fi-ncb' })).toMatchObject({ tagCount: 0, leftOut: 0 });
  });
});
