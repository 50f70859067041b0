import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../shared/clock/clock.js';
import type { NodeHost } from '../../shared/http/node-host.js';
import { SpentTokens } from '../../shared/request-token/spent-tokens.js';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import { createSubgraphServer } from '../../shared/subgraph-server/subgraph-server.js';
import { FORWARDED_VIEWER_HEADER, verifyForwardedViewer } from '../../shared/viewer/verify-forwarded-viewer.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import type { Gateway } from '../create-gateway.js';
import { composeSupergraph } from '../testing/compose-supergraph.js';
import { ask, testGateway } from '../testing/test-gateway.js';
import { testViewer } from '../testing/test-viewer.js';
import { httpTransport } from './http-transport.js';
import { localTransport } from './local-transport.js';
import type { SubgraphTransport } from './subgraph-transport.js';

const KEYS = { current: { id: 'k2', secret: Buffer.alloc(32, 2) }, previous: { id: 'k1', secret: Buffer.alloc(32, 1) } };

const whoAsks = (_: unknown, __: unknown, { viewer }: { viewer: Viewer }): string => `${viewer.organisation} ${viewer.subject}`;
const FIXTURES = [
  {
    name: 'operations',
    typeDefs: `
      type Query { operations: [Operation!]! operation(code: String!): Operation who: String }
      type Operation @key(fields: "id") { id: ID! name: String broken: Int }
    `,
    resolvers: {
      Query: {
        operations: () => [{ id: '1', name: 'First Light' }, { id: '2', name: '光 "HAECHI"' }],
        operation: (_: unknown, { code }: { code: string }) => ({ id: code, name: code }),
        who: whoAsks,
      },
      Operation: { broken: () => { throw new Error('store lost'); } },
    },
  },
  {
    name: 'arrests',
    typeDefs: `
      type Operation @key(fields: "id") { id: ID! tally(day: String): Int seenBy: String }
    `,
    resolvers: {
      Operation: {
        __resolveReference: (reference: object) => reference,
        tally: ({ id }: { id: string }, { day }: { day?: string }) => (day === undefined ? Number(id) : null),
        seenBy: whoAsks,
      },
    },
  },
];

const servers: Server[] = [];
const hosts: NodeHost[] = [];
const gateways: Gateway[] = [];
const transports: SubgraphTransport[] = [];

afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.stop();
  for (const transport of transports.splice(0)) await transport.close();
  for (const host of hosts.splice(0)) await host.stop();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Serves what `handle` answers to a body and a token. */
async function serve(handle: (body: string, token: string) => Promise<{ status: number; body: string }>): Promise<URL> {
  const server = createServer((request, response) => {
    void text(request)
      .then((body) => handle(body, String(request.headers[FORWARDED_VIEWER_HEADER] ?? '')))
      .then(({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return new URL(`http://127.0.0.1:${String(address.port)}/graphql`);
}

/** The subgraph in a server of its own: it believes nothing but the forwarded Viewer. */
async function serveSubgraph(subgraph: LocalSubgraph): Promise<URL> {
  const server = createSubgraphServer({ subgraph, forwardingKeys: KEYS, feed: null, clock: systemClock, drainMilliseconds: 1_000, onFault: () => undefined });
  hosts.push(server);
  const { url } = await server.listen(0, '127.0.0.1');
  return new URL('/graphql', url);
}

const unowned = (name: string, url: URL): SubgraphTransport => httpTransport({ name, url, keys: KEYS, clock: systemClock });

/** Closed after the test; a gateway closes its own. */
function transportTo(name: string, url: URL): SubgraphTransport {
  const transport = unowned(name, url);
  transports.push(transport);
  return transport;
}

async function gatewayOver(make: (subgraph: LocalSubgraph) => Promise<SubgraphTransport> | SubgraphTransport): Promise<Gateway> {
  const { subgraphs } = composeSupergraph(FIXTURES);
  const gateway = await testGateway(FIXTURES, {
    transports: await Promise.all(subgraphs.map(async (subgraph) => await make(subgraph))),
    createReference: () => 'ref',
  });
  gateways.push(gateway);
  return gateway;
}

describe('the same subgraphs in one process and behind HTTP', () => {
  it.each([
    '{ operations { name tally seenBy } who }',
    'query($code: String!) { operation(code: $code) { name } }',
    'query($code: String!, $day: String) { operation(code: $code) { id tally(day: $day) a: tally } }',
    '{ operations { id broken } }',
  ])('answer the same bytes: %s', async (query) => {
    const options = query.includes('$code') ? { variables: { code: '7' } } : {};
    const local = await ask(await gatewayOver(localTransport), query, options);
    const http = await ask(await gatewayOver(async (subgraph) => unowned(subgraph.name, await serveSubgraph(subgraph))), query, options);
    expect(local.json.data).not.toBeNull();
    expect(http).toEqual(local);
  });
});

describe('the HTTP transport', () => {
  const REQUEST = { query: '{ who }', operationName: null, variables: undefined };

  it('makes the subgraph see the very viewer that asked', async () => {
    const seen: Viewer[] = [];
    const url = await serve((body, token) => {
      seen.push(verifyForwardedViewer(token, KEYS, { audience: 'operations', body, now: Date.now() }, new SpentTokens({ since: 0 })));
      return Promise.resolve({ status: 200, body: '{"data":{"who":"x"}}' });
    });
    expect(await transportTo('operations', url).execute(REQUEST, { viewer: testViewer('na-ncb') })).toEqual({ data: { who: 'x' } });
    expect(seen).toEqual([testViewer('na-ncb')]);
  });

  it('signs for one subgraph: another refuses the token', async () => {
    const { subgraphs } = composeSupergraph(FIXTURES);
    const [operations] = subgraphs;
    if (operations === undefined) throw new Error('No fixture.');
    const url = await serveSubgraph(operations);
    await expect(transportTo('arrests', url).execute(REQUEST, { viewer: testViewer() })).rejects.toThrow('401');
  });

  it.each([
    ['an HTML page', 200, '<html>'],
    ['JSON that is no result', 200, '{"ok":true}'],
    ['errors that are none', 200, '{"errors":["text"]}'],
    ['a status of failure', 503, '{"data":{}}'],
  ])('takes %s for no answer', async (_, status, body) => {
    const url = await serve(() => Promise.resolve({ status, body }));
    await expect(transportTo('operations', url).execute(REQUEST, { viewer: testViewer() })).rejects.toThrow();
  });

  it('passes on errors of a request that the subgraph could not read', async () => {
    const url = await serve(() => Promise.resolve({ status: 400, body: '{"errors":[{"message":"no","extensions":{"code":"BAD_USER_INPUT"}}]}' }));
    const { errors } = await transportTo('operations', url).execute(REQUEST, { viewer: testViewer() });
    expect(errors?.map(({ message, extensions }) => [message, extensions['code']])).toEqual([['no', 'BAD_USER_INPUT']]);
  });

  it('gives up when the request is over', async () => {
    const url = await serve(() => new Promise(() => undefined));
    const abort = new AbortController();
    const pending = transportTo('operations', url).execute(REQUEST, { viewer: testViewer(), signal: abort.signal });
    abort.abort();
    await expect(pending).rejects.toThrow();
  });
});
