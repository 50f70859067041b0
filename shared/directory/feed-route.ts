import type { Clock } from '../clock/clock.js';
import type { Route } from '../http/http-request.js';
import { plainText } from '../http/plain-text.js';
import { RequestTokenError, type RequestTokenFault } from '../request-token/request-token-error.js';
import { digestOf, readRequestToken, type RequestKeys } from '../request-token/request-token.js';
import type { SpentTokens } from '../request-token/spent-tokens.js';
import type { DirectoryState } from './directory-feed.js';
import { feedToJson } from './feed-json.js';
import { FEED_AGE_HEADER, FEED_PROOF_HEADER, FEED_TOKEN_HEADER, feedAudience, feedProof, feedReaderSchema, type FeedAnswer } from './feed-exchange.js';

export interface FeedRouteOptions {
  /** Name of the publishing subgraph. */
  readonly publisher: string;
  /** The state and its age. Rejects where that is not known: no answer is better than an old one. */
  readonly read: () => Promise<DirectoryState<unknown>>;
  /** Shared by the processes of a deployment. */
  readonly keys: RequestKeys;
  readonly clock: Clock;
  readonly spent: SpentTokens;
  readonly onFault: (fault: unknown) => void;
  readonly onRefusedToken?: (fault: RequestTokenFault) => void;
}

/** GET /directory of a subgraph that publishes: everything, or "unchanged" to whoever holds it already. */
export function feedRoute({ publisher, read, keys, clock, spent, onFault, onRefusedToken }: FeedRouteOptions): Route {
  let written: { readonly revision: string; readonly body: string; readonly etag: string } | null = null;

  /** The etag is one of the content: two processes that publish the same hold it under the same name. */
  const write = (state: DirectoryState<unknown>): { readonly body: string; readonly etag: string } => {
    if (written?.revision !== state.revision) {
      const { revision, ageMilliseconds: _, ...content } = state;
      const body = feedToJson(content);
      written = { revision, body, etag: `"${digestOf(body)}"` };
    }
    return written;
  };

  return async ({ method, headers }) => {
    if (method !== 'GET') return plainText(405, 'Method not allowed.', { allow: 'GET' });
    const given = headers[FEED_TOKEN_HEADER];
    const token = typeof given === 'string' ? given : '';
    try {
      readRequestToken(token, keys, { audience: feedAudience(publisher), body: '', now: clock.now().getTime() }, feedReaderSchema, spent);
    } catch (fault) {
      if (!(fault instanceof RequestTokenError)) throw fault;
      onRefusedToken?.(fault.fault);
      return plainText(401, 'Refused.');
    }
    try {
      const state = await read();
      const { body, etag } = write(state);
      const unchanged = headers['if-none-match'] === etag;
      const answer: FeedAnswer = { status: unchanged ? 304 : 200, etag, age: String(Math.ceil(state.ageMilliseconds ?? 0)), body: unchanged ? '' : body };
      // The key that the reader used: it knows no other one yet, or any more.
      const key = [keys.current, keys.previous].find((candidate) => candidate?.id === token.split('.')[1]) ?? keys.current;
      return {
        status: answer.status,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
          etag,
          [FEED_AGE_HEADER]: answer.age,
          [FEED_PROOF_HEADER]: feedProof(token, answer, key),
        },
        body: answer.body,
      };
    } catch (fault) {
      onFault(fault);
      return plainText(503, 'The feed cannot be read now.');
    }
  };
}
