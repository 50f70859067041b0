import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { useSession } from '../session/session.js';
import { RequestFailed, type FaultCode } from './client.js';
import type { TadaDocumentNode } from './graphql.js';

export interface Failure {
  readonly state: 'failed';
  readonly code: FaultCode;
  readonly message: string;
  readonly retry: () => void;
}

export type Asked<Data> =
  | { readonly state: 'waiting' }
  | Failure
  | { readonly state: 'answered'; readonly data: Data; readonly faults: readonly string[]; readonly retry: () => void };

type Outcome<Data> =
  | { readonly key: string; readonly data: Data; readonly faults: readonly string[] }
  | { readonly key: string; readonly failure: RequestFailed };

/**
 * Asks the gateway on behalf of the present viewer. What another viewer was told is never shown:
 * an answer counts only while its question and its client are the present ones.
 */
export function useAnswer<Data, Variables>(document: TadaDocumentNode<Data, Variables>, variables: Variables): Asked<Data> {
  const { client } = useSession();
  const key = client.keyOf(document, variables);
  const [outcome, setOutcome] = useState<{ client: unknown; of: Outcome<Data> } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => {
    client.forget(key);
    setOutcome(null);
    setAttempt((count) => count + 1);
  }, [client, key]);

  useLayoutEffect(() => {
    let present = true;
    client.ask(document, variables).then(
      ({ data, faults }) => present && setOutcome({ client, of: { key, data, faults } }),
      (error: unknown) => present && setOutcome({ client, of: { key, failure: asFailure(error) } }),
    );
    return () => void (present = false);
    // `key` stands for document and variables.
  }, [client, key, attempt]);

  if (outcome?.client !== client || outcome.of.key !== key) return { state: 'waiting' };
  if ('failure' in outcome.of) {
    return { state: 'failed', code: outcome.of.failure.code, message: outcome.of.failure.message, retry };
  }
  return { state: 'answered', data: outcome.of.data, faults: outcome.of.faults, retry };
}

export function asFailure(error: unknown): RequestFailed {
  if (error instanceof RequestFailed) return error;
  throw error;
}
