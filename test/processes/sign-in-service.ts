import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider, type Configuration } from 'oidc-provider';

/** Who signs in by the service, and what it says of them. */
export interface SignIn {
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly maxTlp: string;
}

/** A real OpenID provider, whose programs sign in with a secret of their own. */
export interface SignInService {
  readonly issuer: string;
  readonly jwksUrl: string;
  /** For Tessera, unless another service is named. */
  tokenFor(name: string, audience?: string): Promise<string>;
  /** From now on it signs with a new key and publishes no other. */
  rotateKeys(): Promise<void>;
  stop(): Promise<void>;
}

export const AUDIENCE = 'urn:tessera:test';

export async function startSignInService(signIns: Readonly<Record<string, SignIn>>): Promise<SignInService> {
  let answer: RequestListener = (_, response) => { response.writeHead(503).end(); };
  const server = createServer((request, response) => { answer(request, response); });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  const issuer = `http://127.0.0.1:${address.port}`;
  const rotateKeys = async (): Promise<void> => {
    const provide = providerOf(issuer, signIns, await newKey()).callback();
    answer = (request, response) => { void provide(request, response); };
  };
  await rotateKeys();
  return {
    issuer,
    jwksUrl: `${issuer}/jwks`,
    async tokenFor(name, audience = AUDIENCE) {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${name}:secret-of-${name}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience }),
      });
      const answered = (await response.json()) as { access_token?: string };
      if (answered.access_token === undefined) throw new Error(`The provider gave no token: ${JSON.stringify(answered)}`);
      return answered.access_token;
    },
    rotateKeys,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function providerOf(issuer: string, signIns: Readonly<Record<string, SignIn>>, key: JWK): Provider {
  const configuration: Configuration = {
    jwks: { keys: [key] },
    clients: Object.keys(signIns).map((name) => ({ client_id: name, client_secret: `secret-of-${name}`, grant_types: ['client_credentials'], redirect_uris: [], response_types: [], id_token_signed_response_alg: 'ES256' })),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, audience) => ({ scope: '', audience, accessTokenTTL: 3_600, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
      },
    },
    extraTokenClaims: (_, token) => ({ ...signIns[String(token.clientId)] }),
  };
  return new Provider(issuer, configuration);
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: crypto.randomUUID() };
}
