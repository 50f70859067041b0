import type { RequestBinding, RequestKeys } from '../request-token/request-token.js';
import type { SpentTokens } from '../request-token/spent-tokens.js';
import { readForwardedViewer } from './forwarded-viewer.js';
import { createViewer, type Viewer } from './viewer.js';

/** The header in which the gateway forwards the Viewer. */
export const FORWARDED_VIEWER_HEADER = 'tessera-viewer';

/** Rebuilds, in a subgraph's own process, the Viewer that the gateway authenticated. Throws where anything is amiss. */
export function verifyForwardedViewer(token: string, keys: RequestKeys, binding: RequestBinding, spent: SpentTokens): Viewer {
  return createViewer(readForwardedViewer(token, keys, binding, spent));
}
