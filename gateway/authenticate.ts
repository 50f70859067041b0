import type { IncomingHttpHeaders } from 'node:http';
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey } from 'jose';
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
  readonly keys: { readonly jwks: JSONWebKeySet } | { readonly url: URL };
}

export interface AuthenticateOptions {
  readonly issuers: readonly TrustedIssuer[];
  /** The register's say: takes away what the organisation does not grant. It never adds. */
  readonly cap: (claims: ViewerClaims) => ViewerClaims | Promise<ViewerClaims>;
  readonly clock: Clock;
}

export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Viewer>;

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
    return refuse(error);
  }
}

function keySetOf({ keys }: TrustedIssuer): JWTVerifyGetKey {
  return 'url' in keys ? createRemoteJWKSet(keys.url) : createLocalJWKSet(keys.jwks);
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
