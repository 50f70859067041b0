import { z } from 'zod';
import type { TrustedIssuer } from '../../gateway/authenticate.js';

/** What only signs in on one machine, over the embedded store. */
const EMBEDDED_ISSUER = 'urn:tessera:embedded';
const ASYMMETRIC = /^(RS|PS|ES)(256|384|512)$|^EdDSA$|^Ed25519$/;

const secureUrl = z.string().refine(isSecure, 'must be an https address (http only on this machine)');

const issuerSchema = z
  .strictObject({
    issuer: z.string().min(1).refine((issuer) => issuer !== EMBEDDED_ISSUER, 'is the issuer of the ready sign-ins, which exist only on one machine'),
    audience: z.string().min(1),
    // A shared secret would let whoever checks tokens make them, and "none" lets anybody.
    algorithms: z.array(z.string().regex(ASYMMETRIC, 'must be an asymmetric algorithm, for example ES256')).min(1),
    type: z.string().min(1),
    /** The organisations that it may speak for: an issuer of one country says nothing of another's. */
    organisations: z.array(z.string().min(1)).min(1),
    jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) }).optional(),
    jwksUrl: secureUrl.optional(),
    /** How long a key that its issuer took back may still be believed. */
    jwksSeconds: z.number().int().min(1).max(3_600).default(60),
  })
  .refine(({ jwks, jwksUrl }) => (jwks === undefined) !== (jwksUrl === undefined), 'needs either jwks or jwksUrl');

const fileSchema = z
  .array(issuerSchema)
  .min(1)
  .refine((issuers) => new Set(issuers.map(({ issuer }) => issuer)).size === issuers.length, 'names an issuer twice');

/** The setting TESSERA_ISSUERS: a JSON list of those whose tokens are believed. */
export const issuers = z.string({ error: 'is needed' }).transform((text, context): TrustedIssuer[] => {
  const checked = fileSchema.safeParse(parseJson(text));
  if (checked.success) return checked.data.map(toTrusted);
  for (const { path, message } of checked.error.issues) {
    context.issues.push({ code: 'custom', message: path.length === 0 ? `must be a JSON list of issuers: ${message}` : `at ${path.join('.')}: ${message}`, input: undefined });
  }
  return z.NEVER;
});

function toTrusted({ issuer, audience, algorithms, type, organisations, jwks, jwksUrl, jwksSeconds }: z.infer<typeof issuerSchema>): TrustedIssuer {
  const keys = jwksUrl === undefined ? { jwks: { keys: jwks?.keys ?? [] } } : { url: new URL(jwksUrl), maxAgeMilliseconds: jwksSeconds * 1_000 };
  return { issuer, audience, algorithms, type, organisations, keys };
}

/** Whoever can answer in the place of a key set can sign in as anybody. */
function isSecure(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
