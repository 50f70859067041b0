import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../clock/clock.js';
import { nodeHost, type NodeHost } from '../http/node-host.js';
import { signRequestToken, type RequestKeys } from '../request-token/request-token.js';
import { SpentTokens } from '../request-token/spent-tokens.js';
import type { DirectoryState, OperationEntry } from './directory-feed.js';
import { FEED_TOKEN_HEADER } from './feed-exchange.js';
import { feedFromJson, feedToJson } from './feed-json.js';
import { feedRoute } from './feed-route.js';
import { operationHttpFeed, type ClosableFeed } from './http-feed.js';

const keyOf = (id: string) => ({ id, secret: Buffer.alloc(32, id) });
const KEYS: RequestKeys = { current: keyOf('new'), previous: keyOf('old') };

/** Of an entry, what is hard to carry: an entry may grow without this test. */
const MOSAIC = {
  id: 'op-1',
  code: 'interpol/mosaic',
  coordinatingBody: 'interpol',
  exercise: true,
  label: { originator: 'interpol', tlp: 'CLEAR', codes: [], restriction: null, operation: 'op-1', recipients: [], releaseGroup: null },
  participations: [{ organisation: 'na-ncb', role: 'LEAD', founding: false, joinedAt: 1, endedAt: null, decisions: new Map([['jp-ncb', 'REFUSED']]) }],
} as unknown as OperationEntry;

let state: DirectoryState<unknown>;
let reads: () => Promise<DirectoryState<unknown>>;
const open: (Pick<NodeHost, 'stop'> | ClosableFeed | Server)[] = [];

afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await ('stop' in opened ? opened.stop() : opened.close());
});

async function publish(): Promise<URL> {
  state = { revision: '1', entries: [MOSAIC], ageMilliseconds: 0 };
  reads = () => Promise.resolve(state);
  const spent = new SpentTokens({ since: 0 });
  const host = nodeHost({
    route: feedRoute({ publisher: 'operations', read: () => reads(), keys: KEYS, clock: systemClock, spent, onFault: () => undefined }),
    drainMilliseconds: 100,
    onFault: () => undefined,
  });
  open.push(host);
  return new URL((await host.listen(0, '127.0.0.1')).url);
}

function reader(url: URL, keys = KEYS) {
  const feed = operationHttpFeed({ publisher: 'operations', url, reader: 'arrests', keys, clock: systemClock, timeoutMilliseconds: 300 });
  open.push(feed);
  return feed;
}

/** Somebody on the way between reader and publisher, who may answer in its place. */
async function between(publisher: URL, tamper: (answer: { status: number; headers: Record<string, unknown>; body: string }, count: number) => { status: number; headers: Record<string, unknown>; body: string }): Promise<URL> {
  let count = 0;
  const server = createServer((asked, response) => {
    request(new URL(asked.url ?? '/', publisher), { headers: asked.headers }, (answered) => {
      void text(answered).then((body) => {
        count += 1;
        const { status, headers, body: given } = tamper({ status: answered.statusCode ?? 0, headers: { ...answered.headers }, body }, count);
        delete headers['content-length'];
        response.writeHead(status, headers as never).end(given);
      });
    }).end();
  });
  open.push({ stop: async () => { server.closeAllConnections(); await new Promise((resolve) => server.close(resolve)); } });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return new URL(`http://127.0.0.1:${address.port}`);
}

describe('a feed between processes', () => {
  it('arrives as it was published, the answers of originators with it', async () => {
    const { entries, revision } = await reader(await publish()).read();
    expect(entries).toEqual([MOSAIC]);
    expect(revision).not.toBe('');
  });

  it('is not sent again while it has not changed, and is when it has', async () => {
    const url = await publish();
    const bodies: string[] = [];
    const feed = reader(await between(url, (answer) => { bodies.push(answer.body); return answer; }));
    const first = await feed.read();
    expect((await feed.read()).entries).toBe(first.entries);
    state = { revision: '2', entries: [] };
    expect((await feed.read()).entries).toEqual([]);
    expect(bodies.map((body) => body.length > 0)).toEqual([true, false, true]);
  });

  it('has one revision wherever the same is published, whatever the publisher counts', async () => {
    const feed = reader(await publish());
    const first = await feed.read();
    state = { revision: '7', entries: [MOSAIC] };
    expect((await feed.read()).revision).toBe(first.revision);
  });

  it('tells how old it is', async () => {
    const feed = reader(await publish());
    state = { revision: '1', entries: [], ageMilliseconds: 1234.2 };
    expect((await feed.read()).ageMilliseconds).toBe(1235);
  });

  it('is no answer where the publisher does not know it', async () => {
    const feed = reader(await publish());
    reads = () => Promise.reject(new Error('store lost'));
    await expect(feed.read()).rejects.toThrow('503');
  });

  it('does not wait for ever', async () => {
    const feed = reader(await publish());
    reads = () => new Promise(() => undefined);
    await expect(feed.read()).rejects.toThrow();
  });

  it('is read under the previous key while keys change', async () => {
    expect((await reader(await publish(), { current: keyOf('old') }).read()).entries).toHaveLength(1);
  });

  it.each([
    ['without a token', () => ''],
    ['with a key that is not known', () => signRequestToken({ reader: 'x' }, keyOf('other'), { audience: 'operations/directory', body: '', now: Date.now() })],
    ['with a token for the graph', () => signRequestToken({ reader: 'x' }, KEYS.current, { audience: 'operations', body: '', now: Date.now() })],
    ['with a token that names a viewer', () => signRequestToken({ reader: 'x', organisation: 'jp-ncb' }, KEYS.current, { audience: 'operations/directory', body: '', now: Date.now() })],
    ['too late', () => signRequestToken({ reader: 'x' }, KEYS.current, { audience: 'operations/directory', body: '', now: Date.now() - 5_000 })],
  ])('is told to nobody %s', async (_, tokenOf) => {
    const url = await publish();
    const response = await fetch(new URL('/directory', url), { headers: { [FEED_TOKEN_HEADER]: tokenOf() } });
    expect([response.status, await response.text()]).toEqual([401, 'Refused.\n']);
  });

  it('is told to a token once', async () => {
    const url = await publish();
    const headers = { [FEED_TOKEN_HEADER]: signRequestToken({ reader: 'x' }, KEYS.current, { audience: 'operations/directory', body: '', now: Date.now() }) };
    expect((await fetch(new URL('/directory', url), { headers })).status).toBe(200);
    expect((await fetch(new URL('/directory', url), { headers })).status).toBe(401);
  });
});

describe('somebody between reader and publisher', () => {
  it('cannot change an entry', async () => {
    const url = await between(await publish(), (answer) => ({ ...answer, body: answer.body.replace('REFUSED', 'ACCEPTED') }));
    await expect(reader(url).read()).rejects.toThrow('not proven');
  });

  it('cannot play an old answer again', async () => {
    let first: { status: number; headers: Record<string, unknown>; body: string } | undefined;
    const feed = reader(await between(await publish(), (answer) => { first ??= structuredClone(answer); return structuredClone(first); }));
    await feed.read();
    state = { revision: '2', entries: [] };
    await expect(feed.read()).rejects.toThrow('not proven');
  });

  it('cannot say that nothing has changed', async () => {
    const feed = reader(await between(await publish(), (answer, count) => (count === 1 ? answer : { ...answer, status: 304, body: '' })));
    await feed.read();
    state = { revision: '2', entries: [] };
    await expect(feed.read()).rejects.toThrow('not proven');
  });

  it('cannot make it younger', async () => {
    const url = await publish();
    state = { revision: '1', entries: [], ageMilliseconds: 9_000 };
    await expect(reader(await between(url, (answer) => ({ ...answer, headers: { ...answer.headers, 'tessera-feed-age': '0' } }))).read()).rejects.toThrow('not proven');
  });
});

describe('the JSON of a feed', () => {
  it('keeps Maps inside of lists and Maps', () => {
    const held = { entries: [{ a: new Map([['x', new Map([['y', [1, null, 'z']]])]]) }] };
    expect(feedFromJson(feedToJson(held))).toEqual(held);
  });

  it.each([['a Set', new Set(['a'])], ['a Date', new Date(0)], ['a bigint', 1n], ['no number', Number.NaN], ['a function', () => 1]])('refuses %s rather than lose it', (_, value) => {
    expect(() => feedToJson({ entries: [value] })).toThrow('state.entries[0] cannot travel');
  });
});
