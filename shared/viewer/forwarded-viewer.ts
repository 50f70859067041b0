import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { TLP_LEVELS } from '../handling/label.js';
import { ROLES, type ViewerClaims } from './viewer.js';

/**
 * The Viewer between processes. A token says who asks, to one subgraph, in one request body, for a few seconds, under
 * a key that only the gateway and that subgraph hold. A token overheard is worth nothing elsewhere, with another
 * body, or later. There is one algorithm, so none can be chosen by the sender.
 */
const VERSION = 'v1';

export const LIFETIME_MILLISECONDS = 5_000;
/** How far the subgraph's clock may lag behind the gateway's. */
const CLOCK_LAG_MILLISECONDS = 1_000;

export interface ForwardingKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** During a change of keys both sides hold two: the gateway signs with `current`, the subgraph accepts both. */
export interface ForwardingKeys {
  readonly current: ForwardingKey;
  readonly previous?: ForwardingKey;
}

/** What a token is bound to. */
export interface Forwarding {
  /** Name of the subgraph. */
  readonly audience: string;
  readonly body: string | Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type ForwardedViewerFault = 'MALFORMED' | 'UNKNOWN_KEY' | 'TAMPERED' | 'EXPIRED' | 'OTHER_AUDIENCE' | 'OTHER_BODY';

export class ForwardedViewerError extends Error {
  readonly fault: ForwardedViewerFault;

  constructor(fault: ForwardedViewerFault) {
    super(`The forwarded viewer is refused: ${fault}.`);
    this.name = 'ForwardedViewerError';
    this.fault = fault;
  }
}

const payloadSchema = z.strictObject({
  aud: z.string(),
  iat: z.number().int(),
  exp: z.number().int(),
  body: z.string(),
  viewer: z.strictObject({
    subject: z.string().min(1),
    organisation: z.string().min(1),
    roles: z.array(z.enum(ROLES)),
    maxTlp: z.enum(TLP_LEVELS),
    purpose: z.string().nullable(),
    caseReference: z.string().nullable(),
  }),
});

export function signForwardedViewer(viewer: ViewerClaims, key: ForwardingKey, { audience, body, now }: Forwarding): string {
  if (!/^[\w-]+$/.test(key.id)) throw new TypeError(`"${key.id}" cannot name a forwarding key: use letters, digits, "-" and "_".`);
  const { subject, organisation, roles, maxTlp, purpose, caseReference } = viewer;
  const payload = {
    aud: audience,
    iat: now,
    exp: now + LIFETIME_MILLISECONDS,
    body: digestOf(body),
    viewer: { subject, organisation, roles, maxTlp, purpose, caseReference },
  };
  const signed = `${VERSION}.${key.id}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${signed}.${macOf(signed, key).toString('base64url')}`;
}

/** The claims of a token that holds in every respect. Only `verify-forwarded-viewer.ts` makes a Viewer of them. */
export function readForwardedViewer(token: string, keys: ForwardingKeys, { audience, body, now }: Forwarding): ViewerClaims {
  const [version, keyId, encoded, mac, ...more] = token.split('.');
  if (version !== VERSION || keyId === undefined || encoded === undefined || mac === undefined || more.length > 0) {
    throw new ForwardedViewerError('MALFORMED');
  }
  const key = [keys.current, keys.previous].find((candidate) => candidate?.id === keyId);
  if (key === undefined) throw new ForwardedViewerError('UNKNOWN_KEY');
  if (!sameBytes(macOf(`${version}.${keyId}.${encoded}`, key), Buffer.from(mac, 'base64url'))) {
    throw new ForwardedViewerError('TAMPERED');
  }

  const payload = payloadSchema.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString('utf8')));
  if (!payload.success) throw new ForwardedViewerError('MALFORMED');
  const { aud, iat, exp, body: digest, viewer } = payload.data;
  const lives = iat <= now + CLOCK_LAG_MILLISECONDS && now < exp && exp - iat <= LIFETIME_MILLISECONDS;
  if (!lives) throw new ForwardedViewerError('EXPIRED');
  if (aud !== audience) throw new ForwardedViewerError('OTHER_AUDIENCE');
  if (digest !== digestOf(body)) throw new ForwardedViewerError('OTHER_BODY');
  return viewer;
}

function macOf(text: string, key: ForwardingKey): Buffer {
  return createHmac('sha256', key.secret).update(text).digest();
}

function digestOf(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}

function sameBytes(expected: Buffer, given: Buffer): boolean {
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
