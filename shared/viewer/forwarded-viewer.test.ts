import { describe, expect, it } from '@jest/globals';
import { RequestTokenError, type RequestTokenFault } from '../request-token/request-token-error.js';
import { LIFETIME_MILLISECONDS, type RequestBinding, type RequestKeys } from '../request-token/request-token.js';
import { SpentTokens } from '../request-token/spent-tokens.js';
import { signForwardedViewer } from './forwarded-viewer.js';
import { verifyForwardedViewer } from './verify-forwarded-viewer.js';
import { assertViewer, type ViewerClaims } from './viewer.js';

const OFFICER: ViewerClaims = {
  subject: 'https://issuer.test|tanaka',
  organisation: 'jp-ncb',
  roles: ['reader', 'contributor'],
  maxTlp: 'AMBER',
  purpose: 'support-investigation',
  caseReference: '事件-7',
};

const keyOf = (id: string) => ({ id, secret: Buffer.alloc(32, id) });
const KEYS: RequestKeys = { current: keyOf('2031-05'), previous: keyOf('2031-04') };
const SENT: RequestBinding = { audience: 'arrests', body: '{"query":"{ arrests { id } }"}', now: 1_000_000 };

const unspent = (): SpentTokens => new SpentTokens({ since: 0 });
const signed = (key = KEYS.current): string => signForwardedViewer(OFFICER, key, SENT);

function faultOf(token: string, received: Partial<RequestBinding> = {}, spent = unspent()): RequestTokenFault | 'accepted' {
  try {
    verifyForwardedViewer(token, KEYS, { ...SENT, ...received }, spent);
    return 'accepted';
  } catch (error) {
    if (error instanceof RequestTokenError) return error.fault;
    throw error;
  }
}

describe('a forwarded viewer', () => {
  it('arrives as the same Viewer, made by a place that may make one', () => {
    const viewer = verifyForwardedViewer(signed(), KEYS, SENT, unspent());
    expect(viewer).toEqual(OFFICER);
    expect(() => { assertViewer(viewer); }).not.toThrow();
  });

  it('is accepted under the previous key while keys change', () => {
    expect(faultOf(signed(keyOf('2031-04')))).toBe('accepted');
  });

  it('is refused after five seconds', () => {
    expect(faultOf(signed(), { now: SENT.now + LIFETIME_MILLISECONDS - 1 })).toBe('accepted');
    expect(faultOf(signed(), { now: SENT.now + LIFETIME_MILLISECONDS })).toBe('EXPIRED');
  });

  it('is refused a second time, however it is spelled', () => {
    const [spent, token] = [unspent(), signed()];
    expect(faultOf(token, {}, spent)).toBe('accepted');
    expect(faultOf(token, {}, spent)).toBe('SPENT');
    expect(['SPENT', 'TAMPERED']).toContain(faultOf(`${token}=`, {}, spent));
    expect(faultOf(signed(), {}, spent)).toBe('accepted');
  });

  it('is refused by a process that began after it was signed, since the one before may have answered it', () => {
    expect(faultOf(signed(), {}, new SpentTokens({ since: SENT.now }))).toBe('accepted');
    expect(faultOf(signed(), {}, new SpentTokens({ since: SENT.now + 1 }))).toBe('EXPIRED');
  });

  it('is not spent by a request that it does not belong to', () => {
    const [spent, token] = [unspent(), signed()];
    expect(faultOf(token, { body: '{}' }, spent)).toBe('OTHER_BODY');
    expect(faultOf(token, {}, spent)).toBe('accepted');
  });

  it('is refused when it comes from the future', () => {
    expect(faultOf(signed(), { now: SENT.now - 2_000 })).toBe('EXPIRED');
  });

  it('is refused by another subgraph', () => {
    expect(faultOf(signed(), { audience: 'assets' })).toBe('OTHER_AUDIENCE');
  });

  it('is refused with another body', () => {
    expect(faultOf(signed(), { body: '{"query":"{ arrests { suspect { name } } }"}' })).toBe('OTHER_BODY');
  });

  it('is refused under a key that is not known', () => {
    expect(faultOf(signed(keyOf('2031-03')))).toBe('UNKNOWN_KEY');
  });

  it('is refused under a known name with another secret', () => {
    expect(faultOf(signed({ id: '2031-05', secret: Buffer.alloc(32, 'guess') }))).toBe('TAMPERED');
  });

  it('is refused when one claim was changed', () => {
    const [version, keyId, payload = '', mac] = signed().split('.');
    const claims = Buffer.from(payload, 'base64url').toString('utf8').replace('jp-ncb', 'na-ncb');
    const forged = [version, keyId, Buffer.from(claims).toString('base64url'), mac].join('.');
    expect(faultOf(forged)).toBe('TAMPERED');
  });

  it.each(['', 'v1', 'v1.2031-05..', 'v2.2031-05.e30.AA', `${signed()}.more`])('is refused when it reads "%s"', (token) => {
    expect(['MALFORMED', 'TAMPERED']).toContain(faultOf(token));
  });

  it('is refused when the gateway signed something that is no viewer', () => {
    const token = signForwardedViewer({ ...OFFICER, maxTlp: 'PURPLE' as never }, KEYS.current, SENT);
    expect(faultOf(token)).toBe('MALFORMED');
  });
});
