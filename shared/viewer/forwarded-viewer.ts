import { z } from 'zod';
import { TLP_LEVELS } from '../handling/label.js';
import { readRequestToken, signRequestToken, type RequestBinding, type RequestKey, type RequestKeys } from '../request-token/request-token.js';
import type { SpentTokens } from '../request-token/spent-tokens.js';
import { ROLES, type ViewerClaims } from './viewer.js';

/** The Viewer between processes: a request token under the key of the gateway and one subgraph says who asks. */
const claimsSchema = z.strictObject({
  subject: z.string().min(1),
  organisation: z.string().min(1),
  roles: z.array(z.enum(ROLES)),
  maxTlp: z.enum(TLP_LEVELS),
  purpose: z.string().nullable(),
  caseReference: z.string().nullable(),
});

export function signForwardedViewer(viewer: ViewerClaims, key: RequestKey, binding: RequestBinding): string {
  const { subject, organisation, roles, maxTlp, purpose, caseReference } = viewer;
  return signRequestToken({ subject, organisation, roles, maxTlp, purpose, caseReference }, key, binding);
}

/** Only `verify-forwarded-viewer.ts` makes a Viewer of these. */
export function readForwardedViewer(token: string, keys: RequestKeys, binding: RequestBinding, spent: SpentTokens): ViewerClaims {
  return readRequestToken(token, keys, binding, claimsSchema, spent);
}
