import { createViewer, type Role, type Viewer, type ViewerClaims } from '../viewer/viewer.js';
import type { TestExchange } from './open-test-exchange.js';

/** Everything that the caller receives. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: unknown; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

export const OFFICER_ROLES: readonly Role[] = ['reader', 'contributor', 'releaser', 'registrar', 'auditor'];

/** An officer who states a purpose and a case, unless told otherwise. */
export function officer(organisation: string, claims: Partial<ViewerClaims> = {}): Viewer {
  return createViewer({
    subject: `https://issuer.test|${organisation}-officer`,
    organisation,
    roles: OFFICER_ROLES,
    maxTlp: 'RED',
    purpose: 'SUPPORT_INVESTIGATION',
    caseReference: 'CASE-1',
    ...claims,
  });
}

/** Sends a body to the gateway, over the same path as HTTP, without a socket. */
export async function post({ gateway, authorisationOf }: TestExchange, viewer: Viewer, body: string): Promise<Answer> {
  const response = await gateway.executeHttp({
    method: 'POST',
    path: '/graphql',
    search: '',
    headers: { authorization: authorisationOf(viewer), 'content-type': 'application/json' },
    body: [Buffer.from(body)],
  });
  return { status: response.status, headers: response.headers, text: Buffer.from(response.body).toString('utf8') };
}

/** Asks the gateway and gives data and errors as they were answered. */
export async function ask(exchange: TestExchange, viewer: Viewer, query: string, variables: object = {}): Promise<GraphqlAnswer> {
  const { text } = await post(exchange, viewer, JSON.stringify({ query, variables }));
  return JSON.parse(text) as GraphqlAnswer;
}
