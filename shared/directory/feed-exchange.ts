import { z } from 'zod';
import { digestOf, macOf, type RequestKey } from '../request-token/request-token.js';

/** The path of a feed, the only thing that may be asked there. */
export const FEED_PATH = '/directory';
/** The header with the reader's token. */
export const FEED_TOKEN_HEADER = 'tessera-feed-reader';
/** The header with the publisher's proof of its answer. */
export const FEED_PROOF_HEADER = 'tessera-feed-proof';
/** How old the state is, in milliseconds, by the publisher's own clockwork. */
export const FEED_AGE_HEADER = 'tessera-feed-age';

/** Whom a token speaks for: one of our own processes. It is no Viewer, and nothing but the feed is told to it. */
export const feedReaderSchema = z.strictObject({ reader: z.string().min(1).max(64) });

export const feedAudience = (publisher: string): string => `${publisher}${FEED_PATH}`;

export interface FeedAnswer {
  readonly status: number;
  readonly etag: string;
  readonly age: string;
  readonly body: string;
}

/**
 * Rights follow from a feed, so an answer proves that it is the publisher's, and the answer to this very request: on
 * the network nobody can put another in its place, nor an old one that still lists a participation that has ended.
 */
export function feedProof(token: string, { status, etag, age, body }: FeedAnswer, key: RequestKey): string {
  return macOf(['feed-answer', token, String(status), etag, age, digestOf(body)].join('\n'), key);
}
