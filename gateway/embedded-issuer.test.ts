import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { authenticateWith } from './authenticate.js';
import { createEmbeddedIssuer, type EmbeddedSignIn } from './embedded-issuer.js';

const SIGN_INS: readonly EmbeddedSignIn[] = [
  { name: 'liaison-jp', subject: 'liaison-jp', displayName: 'Liaison officer, Tokyo', organisation: 'jp-ncb', roles: ['reader', 'contributor'], maxTlp: 'RED' },
  { name: 'dashboard', subject: 'dashboard', displayName: 'Wall screen', organisation: 'interpol', roles: ['dashboard'], maxTlp: 'GREEN' },
];

let folder = '';
let now = new Date('2031-05-01T08:00:00Z');
const clock = { now: () => now };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-issuer-'));
  now = new Date('2031-05-01T08:00:00Z');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const issuerIn = (path: string) => createEmbeddedIssuer({ folder: path, signIns: SIGN_INS, clock });
const keyFile = async (): Promise<string> => join(folder, (await readdir(folder))[0] ?? '');

describe('the embedded issuer', () => {
  it('signs sign-ins that the gateway accepts for twelve hours', async () => {
    const issuer = await issuerIn(folder);
    const authenticate = authenticateWith({ issuers: [issuer.trusted], cap: (claims) => claims, clock });
    const authorization = `Bearer ${await issuer.tokenFor('liaison-jp')}`;
    expect(await authenticate({ authorization })).toMatchObject({
      subject: 'urn:tessera:embedded|liaison-jp',
      organisation: 'jp-ncb',
      roles: ['reader', 'contributor'],
      maxTlp: 'RED',
    });
    now = new Date('2031-05-01T19:59:59Z');
    await expect(authenticate({ authorization })).resolves.toBeDefined();
    now = new Date('2031-05-01T20:00:00Z');
    await expect(authenticate({ authorization })).rejects.toThrow('Sign in');
  });

  it('offers every sign-in with a token', async () => {
    const ready = await (await issuerIn(folder)).readySignIns();
    expect(ready.map(({ name, displayName, organisation }) => [name, displayName, organisation])).toEqual([
      ['liaison-jp', 'Liaison officer, Tokyo', 'jp-ncb'],
      ['dashboard', 'Wall screen', 'interpol'],
    ]);
    expect(ready.every(({ token }) => token.split('.').length === 3)).toBe(true);
  });

  it('keeps its key between starts, so that tokens outlive a restart', async () => {
    const token = await (await issuerIn(folder)).tokenFor('dashboard');
    const later = await issuerIn(folder);
    const authenticate = authenticateWith({ issuers: [later.trusted], cap: (claims) => claims, clock });
    await expect(authenticate({ authorization: `Bearer ${token}` })).resolves.toMatchObject({ organisation: 'interpol' });
  });

  it('has one key when two processes start at once', async () => {
    const [first, second] = await Promise.all([issuerIn(folder), issuerIn(folder)]);
    expect(first.trusted.keys).toEqual(second.trusted.keys);
  });

  it('lets nobody else on the machine read its key', async () => {
    await issuerIn(folder);
    expect((await stat(await keyFile())).mode & 0o777).toBe(0o600);
    await chmod(await keyFile(), 0o644);
    await expect(issuerIn(folder)).rejects.toThrow('Others on this machine can read');
  });

  it('publishes no private part', async () => {
    expect(JSON.stringify((await issuerIn(folder)).trusted)).not.toContain('"d"');
  });

  it('says in one sentence that its key is damaged', async () => {
    await issuerIn(folder);
    await writeFile(await keyFile(), 'not JSON');
    await expect(issuerIn(folder)).rejects.toThrow(/is damaged\. Delete it/);
  });

  it('names the sign-ins that there are', async () => {
    await expect((await issuerIn(folder)).tokenFor('nobody')).rejects.toThrow('liaison-jp, dashboard');
  });
});
