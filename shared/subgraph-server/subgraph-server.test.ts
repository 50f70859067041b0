import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { systemClock } from '../clock/clock.js';
import { CodedError } from '../errors/coded-error.js';
import type { NodeHost } from '../http/node-host.js';
import { signRequestToken } from '../request-token/request-token.js';
import { signForwardedViewer } from '../viewer/forwarded-viewer.js';
import type { Viewer, ViewerClaims } from '../viewer/viewer.js';
import { createSubgraphServer } from './subgraph-server.js';

const KEYS = { current: { id: 'k2', secret: Buffer.alloc(32, 2) } };
const OFFICER: ViewerClaims = { subject: 'https://issuer.test|hana', organisation: 'jp-ncb', roles: ['reader'], maxTlp: 'RED', purpose: null, caseReference: null };

const schema = buildSubgraphSchema({
  typeDefs: parse('type Query { who: String held: String secret: String closed: String }'),
  resolvers: {
    Query: {
      who: (_: unknown, __: unknown, context: unknown) => (context as { viewer: Viewer }).viewer.organisation,
      held: async () => { arrive(); await released; return 'held'; },
      secret: () => { throw new Error('E11000 duplicate key: Tanaka'); },
      closed: () => { throw new CodedError('UNAVAILABLE', 'Closed now.'); },
    },
  },
});

let server: NodeHost;
let url: string;
let faults: unknown[];
let refused: string[];
let release: () => void;
let released: Promise<void>;
let arrive: () => void;
let arrived: Promise<void>;

beforeEach(async () => {
  faults = [];
  refused = [];
  released = new Promise((resolve) => { release = resolve; });
  arrived = new Promise((resolve) => { arrive = resolve; });
  server = createSubgraphServer({
    subgraph: { name: 'arrests', schema, createContext: (viewer) => ({ viewer }) },
    forwardingKeys: KEYS,
    feed: null,
    clock: systemClock,
    drainMilliseconds: 5_000,
    onFault: (fault) => { faults.push(fault); },
    onRefusedToken: (fault) => { refused.push(fault); },
  });
  ({ url } = await server.listen(0, '127.0.0.1'));
});
afterEach(async () => {
  release();
  await server.stop();
});

const bodyOf = (query: string): string => JSON.stringify({ query });
const tokenFor = (body: string, different: Partial<{ audience: string; now: number }> = {}): string =>
  signForwardedViewer(OFFICER, KEYS.current, { audience: 'arrests', body, now: Date.now(), ...different });

async function send(body: string, token: string | null, path = '/graphql', method = 'POST'): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token !== null && { 'tessera-viewer': token }) },
    ...(method === 'POST' && { body }),
  });
  return { status: response.status, text: await response.text() };
}

const REFUSED = { status: 401, text: 'Refused.\n' };

describe('the server of a subgraph', () => {
  it('answers whom the gateway names', async () => {
    const body = bodyOf('{ who }');
    expect(await send(body, tokenFor(body))).toEqual({ status: 200, text: '{"data":{"who":"jp-ncb"}}' });
  });

  it.each(['{ _service { sdl } }', '{ __schema { queryType { name } } }', '{ who }'])('answers %s to nobody without a token', async (query) => {
    expect(await send(bodyOf(query), null)).toEqual(REFUSED);
    expect((await send(bodyOf(query), tokenFor(bodyOf(query)))).status).toBe(200);
  });

  it('refuses each kind of wrong token in the same bytes, and tells only its own log which it was', async () => {
    const body = bodyOf('{ who }');
    const spent = tokenFor(body);
    await send(body, spent);
    const other = { current: { id: 'k2', secret: Buffer.alloc(32, 9) } };
    const wrong = [
      tokenFor(bodyOf('{ held }')),
      tokenFor(body, { audience: 'assets' }),
      tokenFor(body, { now: Date.now() - 5_000 }),
      spent,
      signForwardedViewer(OFFICER, other.current, { audience: 'arrests', body, now: Date.now() }),
      signRequestToken({ reader: 'assets' }, KEYS.current, { audience: 'arrests', body, now: Date.now() }),
    ];
    for (const token of wrong) expect(await send(body, token)).toEqual(REFUSED);
    expect(refused).toEqual(['OTHER_BODY', 'OTHER_AUDIENCE', 'EXPIRED', 'SPENT', 'TAMPERED', 'MALFORMED']);
  });

  it.each([['GET', '/graphql', 405], ['POST', '/', 404], ['POST', '/graphql/', 404], ['GET', '/directory', 404], ['GET', '/metrics', 404], ['GET', '/health/live', 404]])('answers nothing to %s %s', async (method, path, status) => {
    const body = bodyOf('{ who }');
    expect((await send(body, tokenFor(body), path, method)).status).toBe(status);
  });

  it('keeps the words of a fault to itself', async () => {
    const body = bodyOf('{ secret who }');
    const { text } = await send(body, tokenFor(body));
    expect(JSON.parse(text)).toEqual({ data: { secret: null, who: 'jp-ncb' }, errors: [{ message: 'A fault in the subgraph.', path: ['secret'], extensions: { code: 'INTERNAL' } }] });
    expect(faults).toHaveLength(1);
  });

  it('passes on what is written for callers', async () => {
    const body = bodyOf('{ closed }');
    expect(JSON.parse((await send(body, tokenFor(body))).text)).toEqual({ data: { closed: null }, errors: [{ message: 'Closed now.', path: ['closed'], extensions: { code: 'UNAVAILABLE' } }] });
  });

  it.each(['{', '{ nothing }', '{ who { name } }'])('refuses a query that its schema does not have: %s', async (query) => {
    const { status, text } = await send(bodyOf(query), tokenFor(bodyOf(query)));
    expect([status, Object.keys(JSON.parse(text) as object)]).toEqual([400, ['errors']]);
  });

  it('finishes what it has begun before it stops', async () => {
    const body = bodyOf('{ held }');
    const answer = send(body, tokenFor(body));
    await arrived;
    const stopped = server.stop();
    await expect(send(body, tokenFor(body))).rejects.toThrow();
    release();
    expect(await answer).toEqual({ status: 200, text: '{"data":{"held":"held"}}' });
    await stopped;
  });
});
