import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { useSession } from '../session/session.js';
import type { FaultCode } from './client.js';
import type { TadaDocumentNode } from './graphql.js';
import { asFailure, type Failure } from './use-answer.js';

export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface PageVariables {
  readonly first?: number | null;
  readonly after?: string | null;
}

export type Pages<Node> =
  | { readonly state: 'waiting' }
  | Failure
  | {
      readonly state: 'answered';
      readonly nodes: readonly Node[];
      readonly faults: readonly string[];
      /** Fetches the next page; null when there is none, or when the last attempt failed. */
      readonly more: (() => void) | null;
      readonly fetching: boolean;
      /** Why the next page did not come. What came before it stands. */
      readonly failure: Failure | null;
      readonly retry: () => void;
    };

interface Collected<Node> {
  readonly client: unknown;
  readonly key: string;
  readonly nodes: readonly Node[];
  readonly faults: readonly string[];
  readonly next: string | null;
  readonly fetching: boolean;
  readonly failure: { readonly code: FaultCode; readonly message: string } | null;
}

interface Question<Data, Variables, Node> {
  readonly document: TadaDocumentNode<Data, Variables & PageVariables>;
  readonly variables: Variables;
  readonly pick: (data: Data) => Connection<Node> | null | undefined;
  readonly pageSize: number;
  /** Fetch page after page until the end, for lists that are only useful whole. */
  readonly whole?: boolean;
}

/** A Relay connection, page by page, for the present viewer. */
export function usePages<Data, Variables, Node>(question: Question<Data, Variables, Node>): Pages<Node> {
  const { client } = useSession();
  const { document, variables, pick, pageSize, whole = false } = question;
  const key = client.keyOf(document, { ...variables, first: pageSize });
  const [collected, setCollected] = useState<Collected<Node> | null>(null);
  const present = collected?.client === client && collected.key === key ? collected : null;

  const fetchPage = useCallback((after: string | null, before: Collected<Node> | null) => {
    let wanted = true;
    const page = { ...variables, first: pageSize, after };
    client.ask(document, page).then(
      ({ data, faults }) => {
        if (!wanted) return;
        const connection = pick(data);
        setCollected({
          client, key,
          nodes: [...(before?.nodes ?? []), ...(connection?.edges.map((edge) => edge.node) ?? [])],
          faults: [...(before?.faults ?? []), ...faults],
          next: connection?.pageInfo.hasNextPage === true ? connection.pageInfo.endCursor : null,
          fetching: false,
          failure: null,
        });
      },
      (error: unknown) => {
        if (!wanted) return;
        const { code, message } = asFailure(error);
        const nodes = before ?? { client, key, nodes: [], faults: [], next: after, fetching: false };
        setCollected({ ...nodes, fetching: false, failure: { code, message } });
      },
    );
    return () => {
      wanted = false;
    };
    // `key` stands for document, variables and page size.
  }, [client, key]);

  useLayoutEffect(() => fetchPage(null, null), [fetchPage]);
  useLayoutEffect(() => {
    if (!whole || present?.failure !== null || present.next === null) return undefined;
    return fetchPage(present.next, present);
  }, [whole, present, fetchPage]);

  if (present === null) return { state: 'waiting' };
  const again = (): void => {
    client.forget(client.keyOf(document, { ...variables, first: pageSize, after: present.next }));
    setCollected(present.nodes.length === 0 ? null : { ...present, failure: null, fetching: true });
    fetchPage(present.next, present.nodes.length === 0 ? null : present);
  };
  const failure: Failure | null = present.failure === null ? null : { state: 'failed', ...present.failure, retry: again };
  if (failure !== null && (whole || present.nodes.length === 0)) return failure;
  if (whole && present.next !== null) return { state: 'waiting' };
  const more = (): void => {
    setCollected({ ...present, fetching: true });
    fetchPage(present.next, present);
  };
  const retry = (): void => {
    client.forget(client.keyOf(document, { ...variables, first: pageSize, after: null }));
    setCollected(null);
    fetchPage(null, null);
  };
  return {
    state: 'answered',
    nodes: present.nodes,
    faults: present.faults,
    more: present.next === null || failure !== null ? null : more,
    fetching: present.fetching,
    failure,
    retry,
  };
}
