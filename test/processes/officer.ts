import { setTimeout as pause } from 'node:timers/promises';
import { signForwardedViewer } from '../../shared/viewer/forwarded-viewer.js';
import type { ViewerClaims } from '../../shared/viewer/viewer.js';
import type { SubgraphName } from '../../cli/deployment/subgraph-names.js';
import type { Deployment } from './deployment.js';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly { readonly message: string; readonly path?: readonly unknown[]; readonly extensions?: { readonly code?: string } }[];
  };
}

const PURPOSE = { 'tessera-purpose': 'SUPPORT_INVESTIGATION', 'tessera-case': 'CASE-1' };

/** Asks the gateway, as an officer's program would. */
export function ask({ gatewayUrl }: Deployment, token: string, query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return post(`${gatewayUrl}/graphql`, JSON.stringify({ query, variables }), { ...PURPOSE, authorization: `Bearer ${token}`, ...headers });
}

/** Asks a subgraph past the gateway, with the gateway's own key: as the gateway does, or as somebody who stole it. */
export function askSubgraph(deployment: Deployment, name: SubgraphName, organisation: string, query: string, variables: object = {}, url = deployment.subgraphUrl(name)): Promise<Answer> {
  const body = JSON.stringify({ query, variables });
  return post(`${url}/graphql`, body, { 'tessera-viewer': signForwardedViewer(claimsOf(organisation), deployment.forwardingKey(name), { audience: name, body, now: Date.now() }) });
}

export function claimsOf(organisation: string): ViewerClaims {
  return {
    subject: `https://issuer.test|${organisation}-officer`,
    organisation,
    roles: ['reader', 'contributor', 'releaser', 'registrar', 'auditor'],
    maxTlp: 'RED',
    purpose: 'SUPPORT_INVESTIGATION',
    caseReference: 'CASE-1',
  };
}

export async function post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith('{') ? (JSON.parse(text) as Answer['json']) : {} };
}

export const MOSAIC = 'interpol/mosaic';

const REGISTER = 'mutation ($input: RegisterOperationInput!) { registerOperation(input: $input) { __typename ... on OperationAccepted { operation { id } } ... on InvalidInput { issues { path message } } } }';

/** An operation of the secretariat in which Windhoek leads and Singapore takes part. */
export async function registerMosaic(deployment: Deployment): Promise<void> {
  const { json } = await ask(deployment, await deployment.tokenFor('secretariat'), REGISTER, {
    input: { reference: 'mosaic', name: 'Mosaic', handling: { tlp: 'CLEAR' }, participants: [{ organisation: 'na-ncb', role: 'LEAD' }, { organisation: 'sg-ncb' }] },
  });
  if (JSON.stringify(json).includes('OperationAccepted')) return;
  throw new Error(`The operation was not registered: ${JSON.stringify(json)}`);
}

const RECORD = 'mutation ($input: RecordArrestInput!) { recordArrest(input: $input) { __typename ... on ArrestAccepted { repeated receipt { seq } arrest { id } } ... on InvalidInput { issues { path message } } } }';

export function arrestInput(reference: string, tlp = 'AMBER'): { readonly query: string; readonly variables: object } {
  return { query: RECORD, variables: { input: { reference, operation: MOSAIC, country: 'NA', day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp } } } };
}

export function isAccepted({ json }: Answer): boolean {
  return JSON.stringify(json.data ?? null).includes('"ArrestAccepted"');
}

/** References of the arrests that an officer reads, over all pages. */
export async function references(deployment: Deployment, token: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const { json, text }: Answer = await ask(deployment, token, 'query ($after: String) { arrests(first: 100, after: $after) { edges { node { reference } } pageInfo { hasNextPage endCursor } } }', { after });
    if (json.errors !== undefined) throw new Error(text);
    const { edges, pageInfo } = (json.data as { arrests: { edges: { node: { reference: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }).arrests;
    found.push(...edges.map(({ node }) => node.reference));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

const PATIENCE_MILLISECONDS = 45_000;

/** Asks again until it is so; at last it fails with what was answered. */
export async function eventually<Value>(ask: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (performance.now() > deadline) throw new Error(`It never came true. The last answer: ${JSON.stringify(value)}`);
    await pause(50);
  }
}
