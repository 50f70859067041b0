import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config.js';
import { readGatewayConfig } from './gateway-config.js';
import { readAuditConfig, readStoreConfig } from './store-config.js';
import { readSubgraphConfig } from './subgraph-config.js';
import { settingOf, SUBGRAPH_NAMES } from './subgraph-names.js';

const folder = mkdtempSync(join(tmpdir(), 'tessera-config-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const KEY = `2026-01:${randomBytes(32).toString('base64')}`;
const pair = generateKeyPairSync('ed25519');
const SIGNING = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const PUBLIC = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const ISSUER = { issuer: 'https://login.na.test', audience: 'tessera', algorithms: ['ES256'], type: 'at+jwt', organisations: ['na-ncb'], jwksUrl: 'https://login.na.test/jwks' };
const GATEWAY = {
  TESSERA_ISSUERS: JSON.stringify([ISSUER]),
  TESSERA_FEED_KEY: KEY,
  ...Object.fromEntries(SUBGRAPH_NAMES.flatMap((name) => [[settingOf(name, 'URL'), `http://${name}:4000`], [settingOf(name, 'KEY'), KEY]])),
};
const STORE = { MONGODB_URI: 'mongodb://a,b,c/?replicaSet=rs0', TESSERA_ID_KEY: randomBytes(32).toString('base64'), TESSERA_SIGNING_KEY: SIGNING };
const ARRESTS = { ...STORE, TESSERA_FEED_KEY: KEY, TESSERA_ARRESTS_KEY: KEY, TESSERA_AGENCIES_URL: 'http://agencies:4000', TESSERA_OPERATIONS_URL: 'http://operations:4000' };

function faultsOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (fault) {
    if (fault instanceof ConfigError) return fault.message.split('\n');
    throw fault;
  }
}

describe('the settings of a gateway', () => {
  it('are read', () => {
    const config = readGatewayConfig({ ...GATEWAY, TESSERA_LISTEN: '[::1]:4100', TESSERA_ARRESTS_KEY_PREVIOUS: `2025-12:${randomBytes(32).toString('base64')}` });
    expect(config.listen).toEqual({ host: '::1', port: 4100 });
    expect(config.subgraphs.get('arrests')).toMatchObject({ url: new URL('http://arrests:4000'), keys: { current: { id: '2026-01' }, previous: { id: '2025-12' } } });
    expect(config.subgraphs.get('assets')?.keys.previous).toBeUndefined();
    expect(config.issuers).toEqual([{ issuer: 'https://login.na.test', audience: 'tessera', algorithms: ['ES256'], type: 'at+jwt', organisations: ['na-ncb'], keys: { url: new URL('https://login.na.test/jwks'), maxAgeMilliseconds: 60_000 } }]);
  });

  it('have no default for anything that is secret, trusted or elsewhere: all that is missing is told at once', () => {
    expect(faultsOf(() => readGatewayConfig({})).toSorted()).toEqual(Object.keys(GATEWAY).map((name) => `${name} is needed.`).toSorted());
  });

  it.each([
    ['the ready sign-ins of the embedded mode', { issuer: 'urn:tessera:embedded' }, 'at 0.issuer'],
    ['a shared secret as signature', { algorithms: ['HS256'] }, 'at 0.algorithms.0'],
    ['no signature', { algorithms: ['none'] }, 'at 0.algorithms.0'],
    ['keys over an open connection', { jwksUrl: 'http://login.na.test/jwks' }, 'at 0.jwksUrl'],
    ['keys from nowhere', { jwksUrl: undefined }, 'at 0: needs either'],
    ['an issuer that speaks for nobody', { organisations: [] }, 'at 0.organisations'],
    ['a word that is not known', { organisation: 'na-ncb' }, 'at 0'],
  ])('refuse %s', (_, different, told) => {
    const faults = faultsOf(() => readGatewayConfig({ ...GATEWAY, TESSERA_ISSUERS: JSON.stringify([{ ...ISSUER, ...different }]) }));
    expect(faults).toEqual([expect.stringContaining(`TESSERA_ISSUERS ${told}`)]);
  });

  it('refuse two issuers of one name, of which one would speak for the other’s organisations', () => {
    expect(faultsOf(() => readGatewayConfig({ ...GATEWAY, TESSERA_ISSUERS: JSON.stringify([ISSUER, { ...ISSUER, organisations: ['jp-ncb'] }]) }))).toEqual([expect.stringContaining('names an issuer twice')]);
  });
});

describe('the settings of a subgraph', () => {
  it('are read, secrets from files where that is said', () => {
    const file = join(folder, 'signing.pem');
    writeFileSync(file, SIGNING);
    const { TESSERA_SIGNING_KEY: _, ...rest } = ARRESTS;
    const config = readSubgraphConfig('arrests', { ...rest, TESSERA_SIGNING_KEY_FILE: file });
    expect(config.keys.signingKey.asymmetricKeyType).toBe('ed25519');
    expect([...config.publishers.keys()]).toEqual(['agencies', 'operations']);
  });

  it('ask nobody for what the subgraph publishes itself', () => {
    const { TESSERA_OPERATIONS_URL, TESSERA_ARRESTS_KEY, ...rest } = ARRESTS;
    expect([...readSubgraphConfig('agencies', { ...rest, TESSERA_OPERATIONS_URL, TESSERA_AGENCIES_KEY: TESSERA_ARRESTS_KEY }).publishers.keys()]).toEqual(['operations']);
  });

  it.each([
    ['a short key', { TESSERA_ARRESTS_KEY: 'id:c2hvcnQ=' }, 'TESSERA_ARRESTS_KEY must be id:secret'],
    ['a key without a name', { TESSERA_FEED_KEY: randomBytes(32).toString('base64') }, 'TESSERA_FEED_KEY must be id:secret'],
    ['an id key that can be guessed', { TESSERA_ID_KEY: 'password' }, 'TESSERA_ID_KEY must be at least 32 random bytes'],
    ['a public key where a private one is needed', { TESSERA_SIGNING_KEY: PUBLIC }, 'TESSERA_SIGNING_KEY must be an Ed25519 private key'],
    ['a store of another kind', { MONGODB_URI: 'postgres://a' }, 'MONGODB_URI must begin with'],
    ['an address with a path', { TESSERA_AGENCIES_URL: 'http://agencies/graphql' }, 'TESSERA_AGENCIES_URL must be an address without a path'],
    ['a port that is none', { TESSERA_LISTEN: '0.0.0.0:70000' }, 'TESSERA_LISTEN must be host:port'],
    ['a secret said twice', { TESSERA_ID_KEY_FILE: '/dev/null' }, 'TESSERA_ID_KEY_FILE is set beside TESSERA_ID_KEY'],
    ['a file that is not there', { TESSERA_FEED_KEY: '', TESSERA_FEED_KEY_FILE: '/nowhere/key' }, 'TESSERA_FEED_KEY_FILE names /nowhere/key'],
  ])('refuse %s in one sentence that shows no secret', (_, different, told) => {
    const faults = faultsOf(() => readSubgraphConfig('arrests', { ...ARRESTS, ...different }));
    expect(faults).toEqual([expect.stringContaining(told)]);
    expect(faults.join()).not.toMatch(/c2hvcnQ|password|BEGIN/);
  });
});

describe('the settings of commands', () => {
  it('are the store and its keys for those that write, public keys for an auditor', () => {
    expect(readStoreConfig(STORE).mongodbUri).toBe(STORE.MONGODB_URI);
    expect(readAuditConfig({ MONGODB_URI: STORE.MONGODB_URI, TESSERA_VERIFYING_KEYS: `${PUBLIC}\n${PUBLIC}` }).publicKeys).toHaveLength(2);
    expect(faultsOf(() => readAuditConfig({ MONGODB_URI: STORE.MONGODB_URI, TESSERA_VERIFYING_KEYS: SIGNING }))).toEqual([expect.stringContaining('must be Ed25519 public keys')]);
  });
});
