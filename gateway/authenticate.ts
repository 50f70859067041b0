import type { IncomingHttpHeaders } from 'node:http';
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../shared/clock/clock.js';
import { TLP_LEVELS } from '../shared/handling/label.js';
import { createViewer, ROLES, type Role, type Viewer, type ViewerClaims } from '../shared/viewer/viewer.js';
import { Refusal } from './refusal.js';
import { statedPurpose } from './stated-purpose.js';

/** Somebody whose tokens are believed: about the organisations listed, and about no other. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** `alg` values; a token chooses among these, never beyond. */
  readonly algorithms: readonly string[];
  /** `typ` of the token's header, which tells an access token from an identity token of the same issuer. */
  readonly type: string;
  readonly organisations: readonly string[];
  readonly keys: { readonly jwks: JSONWebKeySet } | RemoteKeys;
}

/** Keys that the issuer publishes and changes. */
export interface RemoteKeys {
  readonly url: URL;
  /** How long a key that was taken back may still be believed; also how long an issuer may be out of reach. */
  readonly maxAgeMilliseconds?: number;
}

export interface AuthenticateOptions {
  readonly issuers: readonly TrustedIssuer[];
  /** The register's say: takes away what the organisation does not grant. It never adds. */
  readonly cap: (claims: ViewerClaims) => ViewerClaims | Promise<ViewerClaims>;
  readonly clock: Clock;
}

export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Viewer>;

const KEY_AGE_MILLISECONDS = 60_000;
const KEY_COOLDOWN_MILLISECONDS = 5_000;
const KEY_TIMEOUT_MILLISECONDS = 3_000;

const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  organisation: z.string().min(1).max(100),
  roles: z.array(z.string()).max(50),
  maxTlp: z.enum(TLP_LEVELS),
});

/** Turns a bearer token into a Viewer. One of the few places that may make one. */
export function authenticateWith({ issuers, cap, clock }: AuthenticateOptions): Authenticate {
  const trusted = new Map(issuers.map((issuer) => [issuer.issuer, { issuer, keys: keySetOf(issuer) }]));

  return async (headers) => {
    const token = bearerToken(headers);
    const { issuer, keys } = trusted.get(unverifiedIssuer(token)) ?? refuse();
    const payload = await verified(token, keys, issuer, clock);
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success) return refuse();
    const { sub, organisation, roles, maxTlp } = claims.data;
    if (!issuer.organisations.includes(organisation)) return refuse();
    return createViewer(
      await cap({
        subject: `${issuer.issuer}|${sub}`,
        organisation,
        roles: roles.filter(isRole),
        maxTlp,
        ...statedPurpose(headers),
      }),
    );
  };
}

function bearerToken({ authorization }: IncomingHttpHeaders): string {
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization ?? '')?.[1] ?? refuse();
}

/** Only chooses whose keys are tried: what it says is believed after the signature has been checked. */
function unverifiedIssuer(token: string): string {
  try {
    return decodeJwt(token).iss ?? refuse();
  } catch (error) {
    return refuse(error);
  }
}

async function verified(token: string, keys: JWTVerifyGetKey, issuer: TrustedIssuer, clock: Clock): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: [...issuer.algorithms],
      typ: issuer.type,
      requiredClaims: ['sub', 'exp'],
      currentDate: clock.now(),
    });
    return payload;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse(error);
  }
}

function keySetOf({ keys }: TrustedIssuer): JWTVerifyGetKey {
  if (!('url' in keys)) return createLocalJWKSet(keys.jwks);
  const { url, maxAgeMilliseconds = KEY_AGE_MILLISECONDS } = keys;
  const find = createRemoteJWKSet(url, {
    cacheMaxAge: maxAgeMilliseconds,
    // A key that is not known is asked for at once, but by forged tokens no oftener than this.
    cooldownDuration: Math.min(maxAgeMilliseconds, KEY_COOLDOWN_MILLISECONDS),
    timeoutDuration: KEY_TIMEOUT_MILLISECONDS,
  });
  return async (...wanted) => {
    try {
      return await find(...wanted);
    } catch (error) {
      // A token is no worse for it that its issuer cannot be reached: nobody is told to sign in again in vain.
      if (isAboutToken(error)) throw error;
      throw new Refusal('UNAVAILABLE', 'The keys of your sign-in service cannot be read now. Try again.', { status: 503, cause: error });
    }
  };
}

function isAboutToken(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys || error instanceof errors.JOSENotSupported;
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}

/** One answer for every reason: which part of a token was wrong is of use only to whoever forges one. */
function refuse(cause?: unknown): never {
  throw new Refusal('UNAUTHENTICATED', 'Sign in with a valid access token.', {
    status: 401,
    headers: { 'www-authenticate': 'Bearer' },
    cause,
  });
}
