import { describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { assertViewer, type ViewerClaims } from '../shared/viewer/viewer.js';
import { authenticateWith, type TrustedIssuer } from './authenticate.js';
import { Refusal } from './refusal.js';

const NOW = new Date('2031-05-01T12:00:00Z');
const keys = await generateKeyPair('ES256', { extractable: true });
const strangers = await generateKeyPair('ES256');

const POLICE: TrustedIssuer = {
  issuer: 'https://id.npa.example',
  audience: 'tessera',
  algorithms: ['ES256'],
  type: 'at+jwt',
  organisations: ['jp-ncb', 'jp-tokyo'],
  keys: { jwks: { keys: [{ ...(await exportJWK(keys.publicKey)), alg: 'ES256' }] } },
};

const CLAIMS = { sub: 'tanaka', organisation: 'jp-ncb', roles: ['reader', 'contributor'], maxTlp: 'AMBER', name: 'Tanaka' };
const UNCAPPED = (claims: ViewerClaims): ViewerClaims => claims;

interface Deviation {
  readonly claims?: JWTPayload;
  readonly issuer?: string;
  readonly audience?: string;
  readonly type?: string;
  readonly expires?: Date;
  readonly key?: CryptoKey;
}

function token({ claims, issuer, audience, type, expires, key }: Deviation = {}): Promise<string> {
  return new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: type ?? 'at+jwt' })
    .setIssuer(issuer ?? POLICE.issuer)
    .setAudience(audience ?? POLICE.audience)
    .setIssuedAt(NOW)
    .setExpirationTime(expires ?? new Date(NOW.getTime() + 60_000))
    .sign(key ?? keys.privateKey);
}

const authenticate = authenticateWith({ issuers: [POLICE], cap: UNCAPPED, clock: { now: () => NOW } });

async function refusedCode(authorization: string | undefined, headers: Record<string, string> = {}): Promise<unknown> {
  try {
    await authenticate({ ...(authorization !== undefined && { authorization }), ...headers });
    return 'accepted';
  } catch (error) {
    return error instanceof Refusal ? error.extensions['code'] : error;
  }
}

describe('authenticate', () => {
  it('makes a Viewer of a valid token, its purpose and its case', async () => {
    const viewer = await authenticate({
      authorization: `Bearer ${await token()}`,
      'tessera-purpose': 'support-investigation',
      'tessera-case': encodeURIComponent('事件 7'),
    });
    assertViewer(viewer);
    expect(viewer).toEqual({
      subject: 'https://id.npa.example|tanaka',
      organisation: 'jp-ncb',
      roles: ['reader', 'contributor'],
      maxTlp: 'AMBER',
      purpose: 'support-investigation',
      caseReference: '事件 7',
    });
  });

  it('lets the register take rights away', async () => {
    const capped = authenticateWith({
      issuers: [POLICE],
      cap: (claims) => ({ ...claims, roles: ['reader'], maxTlp: 'GREEN', purpose: null }),
      clock: { now: () => NOW },
    });
    const viewer = await capped({ authorization: `Bearer ${await token()}`, 'tessera-purpose': 'border-control' });
    expect(viewer).toMatchObject({ roles: ['reader'], maxTlp: 'GREEN', purpose: null });
  });

  it('gives nothing for a role that does not exist', async () => {
    const viewer = await authenticate({ authorization: `Bearer ${await token({ claims: { roles: ['reader', 'superuser'] } })}` });
    expect(viewer.roles).toEqual(['reader']);
  });

  it.each<[string, Deviation]>([
    ['an organisation that this issuer may not speak for', { claims: { organisation: 'na-ncb' } }],
    ['another issuer', { issuer: 'https://id.elsewhere.example' }],
    ['another audience', { audience: 'another-service' }],
    ['an identity token', { type: 'JWT' }],
    ['a token that is over', { expires: NOW }],
    ['a token signed by somebody else', { key: strangers.privateKey }],
    ['a token without a person', { claims: { sub: '' } }],
    ['a ceiling that does not exist', { claims: { maxTlp: 'PURPLE' } }],
    ['roles that are no list', { claims: { roles: 'reader' } }],
  ])('refuses %s', async (_, deviation) => {
    expect(await refusedCode(`Bearer ${await token(deviation)}`)).toBe('UNAUTHENTICATED');
  });

  it('refuses an unsigned token', async () => {
    const unsigned = new UnsecuredJWT(CLAIMS).setIssuer(POLICE.issuer).setAudience(POLICE.audience).setExpirationTime('1h').encode();
    expect(await refusedCode(`Bearer ${unsigned}`)).toBe('UNAUTHENTICATED');
  });

  it('refuses an algorithm that is not listed for the issuer', async () => {
    const strict = authenticateWith({ issuers: [{ ...POLICE, algorithms: ['EdDSA'] }], cap: UNCAPPED, clock: { now: () => NOW } });
    await expect(strict({ authorization: `Bearer ${await token()}` })).rejects.toBeInstanceOf(Refusal);
  });

  it.each([undefined, '', 'Basic dGFuYWthOng=', 'Bearer', 'Bearer a.b.c', 'Bearer not a token'])('refuses the header "%s"', async (authorization) => {
    expect(await refusedCode(authorization)).toBe('UNAUTHENTICATED');
  });

  it.each(['x'.repeat(201), '%E4%BA', '%00', '   '])('refuses a case that is not readable: "%s"', async (value) => {
    expect(await refusedCode(`Bearer ${await token()}`, { 'tessera-case': value })).toBe('BAD_USER_INPUT');
  });
});
