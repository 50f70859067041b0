import { print } from 'graphql';
import type { ResultOf, TadaDocumentNode } from './graphql.js';

/** Who asks and what for. A change of any part makes a new client, so that no answer outlives its viewer. */
export interface Identity {
  readonly token: string;
  readonly purpose: string | null;
  readonly caseReference: string | null;
}

export interface Answer<Data> {
  readonly data: Data;
  /** Sentences about parts that could not be answered; the rest of `data` stands. */
  readonly faults: readonly string[];
}

export type FaultCode = 'UNAUTHENTICATED' | 'UNREACHABLE' | 'REFUSED';

/** Nothing of the request could be answered. */
export class RequestFailed extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string) {
    super(message);
    this.name = 'RequestFailed';
    this.code = code;
  }
}

export interface Client {
  ask<Data, Variables>(document: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Answer<Data>>;
  /** Identifies a question, so that a component can tell an old answer from the one it waits for. */
  keyOf<Data, Variables>(document: TadaDocumentNode<Data, Variables>, variables: Variables): string;
  forget(key: string): void;
  /** Sends a change. It is never answered from memory, and afterwards no earlier answer is taken for the present. */
  change<Data, Variables>(document: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Answer<Data>>;
}

interface GraphqlBody<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Answers are kept in memory for this identity only, and are gone with it. */
export function createClient(identity: Identity): Client {
  const answers = new Map<string, Promise<unknown>>();
  const keyOf: Client['keyOf'] = (document, variables) => `${print(document)}\n${JSON.stringify(variables)}`;
  return {
    keyOf,
    ask<Data, Variables>(document: TadaDocumentNode<Data, Variables>, variables: Variables) {
      const key = keyOf(document, variables);
      const known = answers.get(key);
      // The key holds the whole document and its variables, which determine the type of the answer.
      if (known !== undefined) return known as Promise<Answer<Data>>;
      const asked = post<Data>(identity, print(document), variables);
      answers.set(key, asked);
      asked.catch(() => answers.delete(key));
      return asked;
    },
    forget: (key) => void answers.delete(key),
    change(document, variables) {
      return post<ResultOf<typeof document>>(identity, print(document), variables).finally(() => answers.clear());
    },
  };
}

async function post<Data>(identity: Identity, query: string, variables: unknown): Promise<Answer<Data>> {
  let response: Response;
  let body: GraphqlBody<Data>;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: headersOf(identity),
      body: JSON.stringify({ query, variables }),
      cache: 'no-store',
      credentials: 'omit',
    });
    // The gateway validates the document against the schema it was typed with.
    body = (await response.json()) as GraphqlBody<Data>;
  } catch {
    throw new RequestFailed('UNREACHABLE', '');
  }
  const errors = body.errors ?? [];
  if (response.status === 401 || errors.some((error) => error.extensions?.code === 'UNAUTHENTICATED')) {
    throw new RequestFailed('UNAUTHENTICATED', errors[0]?.message ?? '');
  }
  if (body.data === undefined || body.data === null) throw new RequestFailed('REFUSED', errors[0]?.message ?? '');
  return { data: body.data, faults: errors.map((error) => error.message) };
}

function headersOf(identity: Identity): Headers {
  const headers = new Headers({ 'content-type': 'application/json', authorization: `Bearer ${identity.token}` });
  // Headers carry ASCII: the gateway reads a case reference in another script as percent-encoded UTF-8.
  if (identity.purpose !== null) headers.set('tessera-purpose', identity.purpose);
  if (identity.caseReference !== null) headers.set('tessera-case', encodeURIComponent(identity.caseReference));
  return headers;
}
