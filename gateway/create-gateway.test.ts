import { once } from 'node:events';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { CodedError } from '../shared/errors/coded-error.js';
import type { Gateway } from './create-gateway.js';
import type { GatewayOptions } from './gateway-options.js';
import { PortTakenError } from '../shared/http/port-taken-error.js';
import { ask, post, testGateway } from './testing/test-gateway.js';

const TOKEN = 'token-of-liaison-jp';
const EMBEDDED = {
  signIns: [{ name: 'liaison-jp', displayName: 'Liaison </script><b>$& Japan', organisation: 'jp-ncb', token: TOKEN }],
};

let gateway: Gateway | undefined;
let release: () => void = () => undefined;
let held = Promise.resolve();
let arrived = Promise.resolve();

/** A subgraph that answers when it is let go. */
function slowOperations() {
  held = new Promise((resolve) => { release = resolve; });
  let announce: () => void = () => undefined;
  arrived = new Promise((resolve) => { announce = resolve; });
  return {
    name: 'operations',
    typeDefs: 'type Query { operation: Operation slow: Int } type Operation { name: String } type Mutation { touch: Int }',
    resolvers: {
      Query: { operation: () => ({ name: 'First Light' }), slow: async () => { announce(); await held; return 1; } },
      Mutation: { touch: () => 1 },
    },
  };
}

async function started(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  gateway = await testGateway([slowOperations()], options);
  return gateway;
}

afterEach(async () => {
  release();
  await gateway?.stop();
  gateway = undefined;
});

const get = (path: string, headers: Record<string, string> = { host: '127.0.0.1:4000' }, method = 'GET') => {
  const [pathname = '', query] = path.split('?');
  const search = query === undefined ? '' : `?${query}`;
  return gateway?.executeHttp({ method, path: pathname, search, headers, body: [] }) ?? Promise.reject(new Error('No gateway.'));
};
const textOf = ({ body }: { body: string | Uint8Array }): string => Buffer.from(body).toString('utf8');

describe('POST /graphql', () => {
  it('answers with nothing that differs from request to request', async () => {
    const subject = await started();
    const [first, second] = [await ask(subject, '{ operation { name } }'), await ask(subject, '{ operation { name } }')];
    expect(first.text).toBe('{"data":{"operation":{"name":"First Light"}}}');
    expect(second).toEqual(first);
    expect(first.headers).toEqual({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['GET', 'PUT', 'OPTIONS', 'HEAD'])('refuses %s', async (method) => {
    await started();
    const response = await gateway?.executeHttp({
      method,
      path: '/graphql',
      search: '?query=mutation{touch}',
      headers: { authorization: 'Bearer good' },
      body: [],
    });
    expect(response).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'refuses what a form of another site could send: "%s"',
    async (type) => {
      const subject = await started();
      const { status, json } = await post(subject, '{"query":"mutation { touch }"}', { 'content-type': type });
      expect(status).toBe(415);
      expect(json).toEqual({ errors: [{ message: 'Queries are sent as application/json.', extensions: { code: 'BAD_USER_INPUT' } }] });
    },
  );

  it('refuses a caller without a Viewer before it reads the body', async () => {
    const subject = await started();
    const { status, json } = await post(subject, 'not even JSON', { authorization: '' });
    expect(status).toBe(401);
    expect(json.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  });
});

describe('a Viewer that cannot be made', () => {
  it('is no fault of the caller when the register is too old to decide by', async () => {
    const subject = await started({ authenticate: () => Promise.reject(new CodedError('UNAVAILABLE', 'Try again shortly.')) });
    const { status, json } = await ask(subject, '{ operation { name } }');
    expect(status).toBe(503);
    expect(json).toEqual({ errors: [{ message: 'Try again shortly.', extensions: { code: 'UNAVAILABLE' } }] });
  });

  it('is masked when something broke', async () => {
    const authenticate = () => Promise.reject(new TypeError('register of jp-ncb is null'));
    const subject = await started({ authenticate, createReference: () => 'ref' });
    const { status, json } = await ask(subject, '{ operation { name } }');
    expect(status).toBe(500);
    expect(json).toEqual({ errors: [{ message: 'Something failed on our side.', extensions: { code: 'INTERNAL', reference: 'ref' } }] });
  });
});

describe('a body that grows past the limit while it arrives', () => {
  it('is answered, not cut off', async () => {
    const subject = await started({ limits: { bodyBytes: 100 } });
    const { url } = await subject.listen(0, '127.0.0.1');
    const request = httpRequest(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: 'Bearer good', 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    });
    request.write(' '.repeat(200));
    const [response] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
    expect(response.statusCode).toBe(413);
    response.resume();
    request.destroy();
  });
});

describe('stop', () => {
  it('lets a request in flight complete, and takes no new one', async () => {
    const subject = await started();
    const { url } = await subject.listen(0, '127.0.0.1');
    const agent = new Agent({ keepAlive: true });
    const request = httpRequest(`${url}/graphql`, {
      agent,
      method: 'POST',
      headers: { authorization: 'Bearer good', 'content-type': 'application/json' },
    });
    request.end(JSON.stringify({ query: '{ slow }' }));
    await arrived;

    const stopped = subject.stop();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const [refused] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(refused.code).toBe('ECONNREFUSED');

    release();
    const [response] = (await once(request, 'response')) as [AsyncIterable<Buffer> & { headers: Record<string, string> }];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString('utf8')).toBe('{"data":{"slow":1}}');
    expect(response.headers['connection']).toBe('close');
    await stopped;
    agent.destroy();
    gateway = undefined;
  });

  it('says which port is taken', async () => {
    const subject = await started();
    const { url } = await subject.listen(0, '127.0.0.1');
    const second = await testGateway([slowOperations()]);
    const port = Number(new URL(url).port);
    const failure = second.listen(port, '127.0.0.1');
    await expect(failure).rejects.toBeInstanceOf(PortTakenError);
    await expect(failure).rejects.toMatchObject({ port });
    await second.stop();
  });
});

describe('the page', () => {
  let folder = '';

  const serve = async (options: Partial<GatewayOptions> = {}): Promise<void> => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-dashboard-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<html><head><title>Tessera</title></head><body></body></html>');
    await writeFile(join(folder, 'assets', 'index-C0ffee12.js'), 'export {};');
    await writeFile(join(folder, 'favicon.svg'), '<svg/>');
    await started({ dashboardFolder: folder, ...options });
  };

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('is served under every address that is a state of it', async () => {
    await serve();
    for (const path of ['/', '/index.html', '/operations/first-light-2024']) {
      const response = await get(path);
      expect(response).toMatchObject({
        status: 200,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'content-security-policy':
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        },
      });
      expect(textOf(response)).not.toContain('ready-sign-ins');
    }
  });

  it('lets hashed assets be kept for ever, and others not', async () => {
    await serve();
    expect(await get('/assets/index-C0ffee12.js')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(await get('/favicon.svg')).toMatchObject({ headers: { 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' } });
  });

  it.each(['/assets/missing.js', '/../package.json', '/..%2fpackage.json', '/assets/../../../etc/passwd.txt'])('finds no %s', async (path) => {
    await serve();
    expect((await get(path)).status).toBe(404);
  });

  it('carries the ready sign-ins in embedded mode, and no name can end their block', async () => {
    await serve({ embedded: EMBEDDED });
    const html = textOf(await get('/'));
    const block = /<script type="application\/json" id="ready-sign-ins">(.*?)<\/script><\/head>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(block)).toEqual(EMBEDDED.signIns);
  });

  it('takes fresh sign-ins at every load when it is given a source of them', async () => {
    let load = 0;
    const signIns = () => Promise.resolve([{ name: 'a', displayName: 'A', organisation: 'x', token: `t${String(++load)}` }]);
    await serve({ embedded: { signIns } });
    expect(textOf(await get('/'))).toContain('"t1"');
    expect(textOf(await get('/'))).toContain('"t2"');
  });

  it('says in the page what must be known of its data, for as long as it holds', async () => {
    let notice: string | null = 'Numbers <grow> & grow.';
    await serve({ embedded: { ...EMBEDDED, notice: () => notice } });
    expect(textOf(await get('/operations'))).toContain('<body><p class="notice" role="status">Numbers &lt;grow> &amp; grow.</p>');
    notice = null;
    expect(textOf(await get('/operations'))).not.toContain('role="status"');
  });
});

describe('embedded mode', () => {
  it.each(['127.0.0.1:4000', 'localhost:4000', 'LOCALHOST', '[::1]:4000'])('answers for this machine as "%s"', async (host) => {
    await started({ embedded: EMBEDDED });
    expect((await get('/health', { host })).status).toBe(200);
  });

  it.each(['evil.example', '127.0.0.1.evil.example:4000', 'localhost.evil.example', ''])('answers for no other host: "%s"', async (host) => {
    await started({ embedded: EMBEDDED });
    for (const path of ['/', '/graphiql', '/graphql', '/health']) expect((await get(path, { host })).status).toBe(421);
  });

  it('listens on no address that others reach', async () => {
    const subject = await started({ embedded: EMBEDDED });
    await expect(subject.listen(0, '0.0.0.0')).rejects.toThrow('loopback');
  });

  it('offers GraphiQL with the sign-ins, under a policy that runs only its own script', async () => {
    await started({ embedded: EMBEDDED });
    const response = await get('/graphiql?as=liaison-jp');
    const html = textOf(response);
    const nonce = /script-src 'nonce-([^']+)'/.exec(response.headers['content-security-policy'] ?? '')?.[1] ?? 'none';
    expect(response.headers['content-security-policy']).toContain("connect-src 'self'");
    expect(html).toContain(`<script nonce="${nonce}">`);
    expect(html).toContain('href="/graphiql?as=liaison-jp" aria-current="true"');
    expect(html).toContain(`Bearer ${TOKEN}`);
    expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="https?:/);
  });

  it('is the only mode with GraphiQL', async () => {
    await started();
    expect((await get('/graphiql')).status).toBe(404);
  });
});

describe('a supergraph that is none', () => {
  it('is refused at the start', async () => {
    await expect(started({ supergraphSdl: 'type Query { a: Int }' })).rejects.toThrow('names no subgraph');
  });

  it('is refused when nothing leads to one of its subgraphs', async () => {
    await expect(started({ transports: [] })).rejects.toThrow('operations');
  });
});
