import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { RequestTokenError } from './request-token-error.js';
import type { SpentTokens } from './spent-tokens.js';

/**
 * Proof that one of our own processes sends a request: to one audience, with one body, once, for a few seconds, under
 * a key that only the two ends hold. A token overheard is worth nothing elsewhere, with another body, a second time,
 * or later. There is one algorithm, so none can be chosen by the sender.
 */
const VERSION = 'v1';

export const LIFETIME_MILLISECONDS = 5_000;
/** How far the receiver's clock may lag behind the sender's. */
export const CLOCK_LAG_MILLISECONDS = 1_000;

export interface RequestKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** During a change of keys both sides hold two: the sender signs with `current`, the receiver accepts both. */
export interface RequestKeys {
  readonly current: RequestKey;
  readonly previous?: RequestKey;
}

/** What a token is bound to. */
export interface RequestBinding {
  /** Name of the receiver, and of what may be asked there. */
  readonly audience: string;
  readonly body: string | Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const payloadSchema = z.strictObject({
  aud: z.string(),
  iat: z.number().int(),
  exp: z.number().int(),
  nonce: z.string().min(16),
  body: z.string(),
  claims: z.unknown(),
});

export function signRequestToken(claims: object, key: RequestKey, { audience, body, now }: RequestBinding): string {
  if (!/^[\w-]+$/.test(key.id)) throw new TypeError(`"${key.id}" cannot name a key: use letters, digits, "-" and "_".`);
  // The nonce tells two requests apart that are alike in everything else and sent in the same millisecond.
  const payload = { aud: audience, iat: now, exp: now + LIFETIME_MILLISECONDS, nonce: randomUUID(), body: digestOf(body), claims };
  const signed = `${VERSION}.${key.id}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${signed}.${macOf(signed, key)}`;
}

/** The claims of a token that holds in every respect. It is spent by this: a second reading is refused. */
export function readRequestToken<Claims>(
  token: string,
  keys: RequestKeys,
  { audience, body, now }: RequestBinding,
  claimsSchema: z.ZodType<Claims>,
  spent: SpentTokens,
): Claims {
  const [version, keyId, encoded, mac, ...more] = token.split('.');
  if (version !== VERSION || keyId === undefined || encoded === undefined || mac === undefined || more.length > 0) {
    throw new RequestTokenError('MALFORMED');
  }
  const key = [keys.current, keys.previous].find((candidate) => candidate?.id === keyId);
  if (key === undefined) throw new RequestTokenError('UNKNOWN_KEY');
  if (!sameText(macOf(`${version}.${keyId}.${encoded}`, key), mac)) throw new RequestTokenError('TAMPERED');

  const payload = payloadSchema.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString('utf8')));
  if (!payload.success) throw new RequestTokenError('MALFORMED');
  const { aud, iat, exp, nonce, body: digest, claims } = payload.data;
  const lives = iat <= now + CLOCK_LAG_MILLISECONDS && now < exp && exp - iat <= LIFETIME_MILLISECONDS;
  if (!lives) throw new RequestTokenError('EXPIRED');
  if (aud !== audience) throw new RequestTokenError('OTHER_AUDIENCE');
  if (digest !== digestOf(body)) throw new RequestTokenError('OTHER_BODY');
  const read = claimsSchema.safeParse(claims);
  if (!read.success) throw new RequestTokenError('MALFORMED');
  spent.spend({ nonce, issuedAt: iat, expiresAt: exp }, now);
  return read.data;
}

/** As text: what is compared byte by byte has no second spelling. */
export function macOf(text: string, key: RequestKey): string {
  return createHmac('sha256', key.secret).update(text).digest('base64url');
}

export function digestOf(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}

export function sameText(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
