import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FEED_TOKEN_HEADER } from '../../shared/directory/feed-exchange.js';
import { signRequestToken } from '../../shared/request-token/request-token.js';
import { signForwardedViewer } from '../../shared/viewer/forwarded-viewer.js';
import type { Deployment } from './deployment.js';
import { arrestInput, ask, askSubgraph, claimsOf, eventually, isAccepted, MOSAIC, post, type Answer } from './officer.js';

const WHO = '{ viewer { organisation { code } } }';
const ARRESTS = '{ arrests(first: 1) { edges { cursor } } }';
const ARREST = 'query ($id: ID!) { arrest(id: $id) { reference } }';
const REFUSED = { status: 401, text: 'Refused.\n' };

/** Who must not get in, and what must not get through. */
export function denialStories(current: () => Deployment): void {
  describe('the gateway', () => {
    it('answers nobody without a token, its schema included', async () => {
      for (const query of [WHO, '{ __typename }', '{ __schema { queryType { name } } }']) {
        const { status, json } = await post(`${current().gatewayUrl}/graphql`, JSON.stringify({ query }), {});
        expect([status, json.data, json.errors?.[0]?.extensions?.code]).toEqual([401, undefined, 'UNAUTHENTICATED']);
      }
    });

    it('believes no header that imitates a forwarded viewer, with a token or without', async () => {
      const deployment = current();
      const body = JSON.stringify({ query: WHO, variables: {} });
      const imitated = { 'tessera-viewer': signForwardedViewer(claimsOf('interpol'), deployment.forwardingKey('agencies'), { audience: 'agencies', body, now: Date.now() }) };
      expect((await post(`${deployment.gatewayUrl}/graphql`, body, imitated)).status).toBe(401);
      const { json } = await ask(deployment, await deployment.tokenFor('singapore'), WHO, {}, imitated);
      expect(json.data).toEqual({ viewer: { organisation: { code: 'sg-ncb' } } });
    });

    it('believes an issuer about no organisation but those listed for it', async () => {
      const deployment = current();
      expect((await ask(deployment, await deployment.foreignSignIn.tokenFor('own'), WHO)).json.data).toEqual({ viewer: { organisation: { code: 'fi-ncb' } } });
      const { status, json } = await ask(deployment, await deployment.foreignSignIn.tokenFor('foreign'), WHO);
      expect([status, json.errors?.[0]?.extensions?.code]).toEqual([401, 'UNAUTHENTICATED']);
    });

    it('shows health and metrics to nobody who may ask for records', async () => {
      for (const path of ['/metrics', '/health/ready', '/health/live']) {
        const text = await (await fetch(`${current().gatewayUrl}${path}`)).text();
        expect(text).not.toMatch(/ready|live\b|tessera_/);
      }
    });
  });

  describe('a subgraph that is asked past the gateway', () => {
    const direct = (headers: Readonly<Record<string, string>>, body: string): Promise<Answer> => post(`${current().subgraphUrl('arrests')}/graphql`, body, headers);
    const bodyOf = (query: string): string => JSON.stringify({ query });
    const token = (body: string, different: { audience?: string; now?: number } = {}): string =>
      signForwardedViewer(claimsOf('na-ncb'), current().forwardingKey('arrests'), { audience: 'arrests', body, now: Date.now(), ...different });

    it.each([ARRESTS, '{ _service { sdl } }', '{ __schema { types { name } } }'])('says nothing without a token: %s', async (query) => {
      expect(await direct({}, bodyOf(query))).toMatchObject(REFUSED);
      expect(await direct({ authorization: `Bearer ${await current().tokenFor('windhoek')}` }, bodyOf(query))).toMatchObject(REFUSED);
      expect((await direct({ 'tessera-viewer': token(bodyOf(query)) }, bodyOf(query))).status).toBe(200);
    });

    it.each([
      ['that has expired', () => token(bodyOf(ARRESTS), { now: Date.now() - 5_000 })],
      ['for another subgraph', () => token(bodyOf(ARRESTS), { audience: 'assets' })],
      ['for another body', () => token(bodyOf('{ __typename }'))],
      ['under the key of another subgraph', () => signForwardedViewer(claimsOf('na-ncb'), current().forwardingKey('assets'), { audience: 'arrests', body: bodyOf(ARRESTS), now: Date.now() })],
      ['of who may read the feed', () => signRequestToken({ reader: 'assets' }, current().feedKey, { audience: 'arrests', body: bodyOf(ARRESTS), now: Date.now() })],
    ])('says nothing to a token %s', async (_, tokenOf) => {
      expect(await direct({ 'tessera-viewer': tokenOf() }, bodyOf(ARRESTS))).toMatchObject(REFUSED);
    });

    it('answers a token once', async () => {
      const headers = { 'tessera-viewer': token(bodyOf(ARRESTS)) };
      expect((await direct(headers, bodyOf(ARRESTS))).status).toBe(200);
      expect(await direct(headers, bodyOf(ARRESTS))).toMatchObject(REFUSED);
    });
  });

  describe('the directory’s feed', () => {
    it('is told to nobody who brings no token for it, the gateway’s own for the graph included', async () => {
      const deployment = current();
      for (const publisher of ['agencies', 'operations'] as const) {
        const url = `${deployment.subgraphUrl(publisher)}/directory`;
        const binding = { audience: publisher, body: '', now: Date.now() };
        const headers = [{}, { [FEED_TOKEN_HEADER]: signForwardedViewer(claimsOf('interpol'), deployment.forwardingKey(publisher), binding) }];
        for (const given of headers) expect((await fetch(url, { headers: given as Record<string, string> })).status).toBe(401);
        const proper = signRequestToken({ reader: 'arrests' }, deployment.feedKey, { ...binding, audience: `${publisher}/directory` });
        expect((await fetch(url, { headers: { [FEED_TOKEN_HEADER]: proper } })).status).toBe(200);
      }
    });
  });

  it('counts each refused token by its reason, for whoever operates the subgraph', async () => {
    const refusals = await (await fetch(`${current().subgraph('arrests').adminUrl}/metrics`)).text();
    for (const fault of ['SPENT', 'EXPIRED', 'OTHER_AUDIENCE', 'OTHER_BODY', 'TAMPERED', 'MALFORMED']) expect(refusals).toContain(`tessera_refused_tokens_total{fault="${fault}"}`);
  });

  describe('a participation that ended while the directory could not be read', () => {
    let copy: Awaited<ReturnType<Deployment['startCopy']>>;
    let id: string;
    const seen = (): Promise<Answer> => askSubgraph(current(), 'arrests', 'sg-ncb', ARREST, { id });

    beforeAll(async () => {
      copy = await current().startCopy('operations');
      const { query, variables } = arrestInput('D-1');
      const windhoek = await current().tokenFor('windhoek');
      const { json } = await eventually(() => ask(current(), windhoek, query, variables), isAccepted);
      ({ id } = (json.data as { recordArrest: { arrest: { id: string } } }).recordArrest.arrest);
    }, 60_000);
    afterAll(async () => {
      current().subgraph('operations').signal('SIGCONT');
      copy.process.signal('SIGTERM');
      await copy.process.ended;
    });

    it('opens nothing once the directory is old, and nothing when it is read again', async () => {
      expect((await seen()).json.data).toEqual({ arrest: { reference: 'D-1' } });

      // The process from which everybody reads the feed stops answering, and the participation ends through another.
      current().subgraph('operations').signal('SIGSTOP');
      await endSingapore(current(), copy.url);
      await eventually(seen, ({ json }) => json.errors !== undefined);
      expect((await seen()).json).toEqual({ data: { arrest: null }, errors: [{ message: expect.any(String) as unknown, path: ['arrest'], extensions: { code: 'UNAVAILABLE' } }] });
      // The gateway holds a directory of its own, which may have been read a moment later.
      const singapore = await current().tokenFor('singapore');
      expect((await eventually(() => ask(current(), singapore, WHO), ({ status }) => status !== 200)).status).toBe(503);

      current().subgraph('operations').signal('SIGCONT');
      const again = await eventually(seen, ({ json }) => json.errors === undefined);
      expect(again.json.data).toEqual({ arrest: null });
      expect((await askSubgraph(current(), 'arrests', 'na-ncb', ARREST, { id })).json.data).toEqual({ arrest: { reference: 'D-1' } });
    });
  });
}

const PARTICIPATIONS = 'query ($code: String!) { operation(code: $code) { participations(first: 10) { edges { node { id version organisation { ref } } } } } }';
const END = 'mutation ($input: EndParticipationInput!) { endParticipation(input: $input) { __typename } }';

async function endSingapore(deployment: Deployment, url: string): Promise<void> {
  const asked = (query: string, variables: object): Promise<Answer> => askSubgraph(deployment, 'operations', 'interpol', query, variables, url);
  const { json } = await asked(PARTICIPATIONS, { code: MOSAIC });
  const edges = (json.data as { operation: { participations: { edges: { node: { id: string; version: string; organisation: { ref: string } } }[] } } }).operation.participations.edges;
  const singapore = edges.map(({ node }) => node).find(({ organisation }) => organisation.ref === 'sg-ncb');
  const ended = await asked(END, { input: { id: singapore?.id, version: singapore?.version } });
  expect(ended.json.data).toEqual({ endParticipation: { __typename: 'ParticipationAccepted' } });
}
