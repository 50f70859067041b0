import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { z } from 'zod';
import type { Clock } from '../shared/clock/clock.js';
import type { Tlp } from '../shared/handling/label.js';
import type { Role } from '../shared/viewer/viewer.js';
import type { TrustedIssuer } from './authenticate.js';
import type { ReadySignIn } from './gateway-options.js';

/** Somebody whom embedded mode lets anybody on this machine be. */
export interface EmbeddedSignIn {
  readonly name: string;
  readonly subject: string;
  readonly displayName: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
  readonly maxTlp: Tlp;
}

export interface EmbeddedIssuer {
  readonly trusted: TrustedIssuer;
  /** A fresh token; throws for a name that is not in the list. */
  tokenFor(name: string): Promise<string>;
  readySignIns(): Promise<readonly ReadySignIn[]>;
}

export interface EmbeddedIssuerOptions {
  /** The data folder; the key stays in it. */
  readonly folder: string;
  readonly signIns: readonly EmbeddedSignIn[];
  readonly clock: Clock;
}

const ISSUER = 'urn:tessera:embedded';
const AUDIENCE = 'tessera';
const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';
const KEY_FILE = 'embedded-issuer.key.json';
const LIFETIME_MILLISECONDS = 12 * 60 * 60 * 1_000;

const keySchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() });
type Ed25519Key = z.infer<typeof keySchema>;

/** An issuer of our own for the first minute on one machine. It knows its sign-ins and nobody else. */
export async function createEmbeddedIssuer({ folder, signIns, clock }: EmbeddedIssuerOptions): Promise<EmbeddedIssuer> {
  const jwk = await loadOrCreateKey(folder);
  const privateKey = await importJWK(jwk, ALGORITHM);
  const byName = new Map(signIns.map((signIn) => [signIn.name, signIn]));

  const tokenFor = async (name: string): Promise<string> => {
    const signIn = byName.get(name);
    if (signIn === undefined) throw new Error(`There is no sign-in "${name}". There are: ${[...byName.keys()].join(', ')}.`);
    const { subject, displayName, organisation, roles, maxTlp } = signIn;
    const now = clock.now();
    return await new SignJWT({ organisation, roles, maxTlp, name: displayName })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + LIFETIME_MILLISECONDS))
      .sign(privateKey);
  };

  return {
    trusted: {
      issuer: ISSUER,
      audience: AUDIENCE,
      algorithms: [ALGORITHM],
      type: TYPE,
      organisations: [...new Set(signIns.map(({ organisation }) => organisation))],
      keys: { jwks: { keys: [publicPart(jwk)] } },
    },
    tokenFor,
    readySignIns: () =>
      Promise.all(
        signIns.map(async ({ name, displayName, organisation }) => ({ name, displayName, organisation, token: await tokenFor(name) })),
      ),
  };
}

async function loadOrCreateKey(folder: string): Promise<Ed25519Key> {
  const file = join(folder, KEY_FILE);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const created = keySchema.parse(await exportJWK(privateKey));
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(created), { mode: 0o600, flag: 'wx' });
  try {
    // Two processes that start together must end up with one key, and neither may read a file half written: a link
    // appears whole or not at all.
    await link(draft, file);
    return created;
  } catch (error) {
    if (!isFileExists(error)) throw error;
    return await loadKey(file);
  } finally {
    await unlink(draft);
  }
}

async function loadKey(file: string): Promise<Ed25519Key> {
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) throw new Error(`Others on this machine can read the key ${file}. Delete it to get a new one.`);
  try {
    return keySchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new Error(`The key ${file} is damaged. Delete it to get a new one.`, { cause: error });
  }
}

function publicPart({ kty, crv, x }: Ed25519Key): JWK {
  return { kty, crv, x, alg: ALGORITHM, use: 'sig' };
}

function isFileExists(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
}
