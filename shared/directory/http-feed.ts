import { Pool } from 'undici';
import { z } from 'zod';
import type { Clock } from '../clock/clock.js';
import { sameText, signRequestToken, type RequestKeys } from '../request-token/request-token.js';
import type { DirectoryFeed, DirectoryState, OrganisationEntry, OrganisationFeed, OperationEntry, OperationFeed } from './directory-feed.js';
import { feedFromJson } from './feed-json.js';
import { FEED_AGE_HEADER, FEED_PATH, FEED_PROOF_HEADER, FEED_TOKEN_HEADER, feedAudience, feedProof, type FeedAnswer } from './feed-exchange.js';

export interface HttpFeedOptions {
  /** Name of the subgraph that publishes. */
  readonly publisher: string;
  /** Where that subgraph listens. */
  readonly url: URL;
  /** Name of this process. */
  readonly reader: string;
  readonly keys: RequestKeys;
  readonly clock: Clock;
  readonly timeoutMilliseconds?: number;
}

/** Shorter than the directory's lifetime: a read that hangs must leave time for another. */
const TIMEOUT_MILLISECONDS = 2_000;

export class FeedError extends Error {
  constructor(publisher: string, because: string) {
    super(`The directory feed of ${publisher} cannot be read: ${because}.`);
    this.name = 'FeedError';
  }
}

const stateSchema = z.looseObject({ entries: z.array(z.unknown()) });
const organisationsSchema = stateSchema.extend({ suspendedSubjects: z.array(z.string()) });

/** The feed of a subgraph in another process. What has not changed is not sent again. */
class HttpFeed<State extends DirectoryState<unknown>> {
  readonly #options: HttpFeedOptions;
  readonly #schema: z.ZodType;
  readonly #pool: Pool;
  #held: { readonly etag: string; readonly state: State } | null = null;

  constructor(options: HttpFeedOptions, schema: z.ZodType) {
    this.#options = options;
    this.#schema = schema;
    const timeout = options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS;
    this.#pool = new Pool(options.url.origin, { connections: 2, connectTimeout: timeout, headersTimeout: timeout, bodyTimeout: timeout });
  }

  async read(): Promise<State> {
    const { publisher, reader, keys, clock, timeoutMilliseconds = TIMEOUT_MILLISECONDS } = this.#options;
    const token = signRequestToken({ reader }, keys.current, { audience: feedAudience(publisher), body: '', now: clock.now().getTime() });
    const { statusCode, headers, body } = await this.#pool.request({
      method: 'GET',
      path: FEED_PATH,
      headers: { [FEED_TOKEN_HEADER]: token, ...(this.#held !== null && { 'if-none-match': this.#held.etag }) },
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const answer: FeedAnswer = { status: statusCode, etag: textOf(headers['etag']), age: textOf(headers[FEED_AGE_HEADER]), body: await body.text() };
    if (statusCode !== 200 && statusCode !== 304) throw new FeedError(publisher, `HTTP status ${statusCode}`);
    if (!sameText(feedProof(token, answer, keys.current), textOf(headers[FEED_PROOF_HEADER]))) throw new FeedError(publisher, 'the answer is not proven to be its own');
    if (!/^\d{1,9}$/.test(answer.age)) throw new FeedError(publisher, 'its age is not told');
    return { ...this.#stateOf(answer), ageMilliseconds: Number(answer.age) };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #stateOf({ status, etag, body }: FeedAnswer): State {
    if (this.#held?.etag === etag) return this.#held.state;
    if (status === 304) throw new FeedError(this.#options.publisher, 'it calls unchanged what is not held');
    // The publisher is proven, so the shape of entries is as its version of the code writes them.
    const content = this.#schema.parse(feedFromJson(body)) as Omit<State, 'revision'>;
    const state = { ...content, revision: etag } as State;
    this.#held = { etag, state };
    return state;
  }
}

export interface ClosableFeed {
  close(): Promise<void>;
}

export function organisationHttpFeed(options: HttpFeedOptions): OrganisationFeed & ClosableFeed {
  return new HttpFeed<Awaited<ReturnType<OrganisationFeed['read']>>>(options, organisationsSchema) satisfies DirectoryFeed<OrganisationEntry>;
}

export function operationHttpFeed(options: HttpFeedOptions): OperationFeed & ClosableFeed {
  return new HttpFeed<DirectoryState<OperationEntry>>(options, stateSchema);
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}
