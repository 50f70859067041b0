import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { LOG_LEVELS } from '../../shared/logging/json-logger.js';
import type { RequestKey, RequestKeys } from '../../shared/request-token/request-token.js';
import type { Setting, SettingsReader } from './settings-reader.js';

/** Kinds of settings: how each is written, and the sentence that says so. Secrets, issuers and addresses of others have no default. */

const SECRET_BYTES = 32;
const needed = 'is needed';

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** `host:port`, `[::1]:port`. */
export const listenAddress = z.string({ error: needed }).transform((text, context): ListenAddress => {
  const [, bracketed, plain, digits] = /^(?:\[([\da-fA-F:]+)\]|([\w.-]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || port > 65_535) return refused(context, 'must be host:port, for example 0.0.0.0:4000');
  return { host, port };
});

/** `id:secret`, the secret in base64. The id tells keys apart while they change. */
export const requestKey = z.string({ error: needed }).transform((text, context): RequestKey => {
  const [, id, encoded] = /^([\w-]{1,64}):([\w+/=-]+)$/.exec(text) ?? [];
  const secret = Buffer.from(encoded ?? '', 'base64');
  if (id === undefined || secret.length < SECRET_BYTES) return refused(context, `must be id:secret with at least ${SECRET_BYTES} random bytes in base64; make one with: echo "$(date +%Y-%m):$(openssl rand -base64 32)"`);
  return { id, secret };
});

export const idKey = z.string({ error: needed }).transform((text, context): Buffer => {
  const key = Buffer.from(text, 'base64');
  return key.length >= SECRET_BYTES ? key : refused(context, `must be at least ${SECRET_BYTES} random bytes in base64; make them with: openssl rand -base64 32`);
});

export const signingKey = z.string({ error: needed }).transform((text, context): KeyObject => {
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The one sentence below says what is wrong with both.
  }
  return refused(context, 'must be an Ed25519 private key in PEM; make one with: openssl genpkey -algorithm ed25519');
});

/** One or more public keys, one after the other. */
export const publicKeys = z.string({ error: needed }).transform((text, context): KeyObject[] => {
  try {
    const keys = (text.match(/-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g) ?? []).map((pem) => createPublicKey(pem));
    if (keys.length > 0 && keys.every(({ asymmetricKeyType }) => asymmetricKeyType === 'ed25519')) return keys;
  } catch {
    // As above.
  }
  return refused(context, 'must be Ed25519 public keys in PEM; make one of a private key with: openssl pkey -pubout');
});

/** Where another process listens. Its paths are ours to choose. */
export const processUrl = z.string({ error: needed }).transform((text, context): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '' || url.username !== '') {
    return refused(context, 'must be an address without a path, for example http://arrests.internal:4000');
  }
  return url;
});

export const mongodbUri = z.string({ error: needed }).regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://');

export const logLevel = z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info');

/** A key and, while keys change, the one before it: `<NAME>` and `<NAME>_PREVIOUS`. */
export function readKeys(settings: SettingsReader, name: string): Setting<RequestKeys> {
  const [current, previous] = [settings.read(name, requestKey), settings.read(`${name}_PREVIOUS`, requestKey.optional())];
  return () => {
    const before = previous();
    return { current: current(), ...(before !== undefined && { previous: before }) };
  };
}

function refused(context: z.core.$RefinementCtx, message: string): never {
  context.issues.push({ code: 'custom', message, input: undefined });
  return z.NEVER;
}
