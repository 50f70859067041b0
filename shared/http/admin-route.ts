import type { Route } from './http-request.js';
import { plainText } from './plain-text.js';

/** What must hold before a process is sent requests. */
export interface ReadinessCheck {
  readonly name: string;
  readonly holds: () => boolean | Promise<boolean>;
}

export interface AdminRouteOptions {
  readonly readiness: readonly ReadinessCheck[];
  readonly metrics: { readonly contentType: string; readonly text: () => Promise<string> };
}

/** A check that hangs has failed: whoever asks wants to know now. */
const PATIENCE_MILLISECONDS = 1_000;

/** Health and metrics, for operators on a listener of their own. Nothing here speaks of records or of those who ask. */
export function adminRoute({ readiness, metrics }: AdminRouteOptions): Route {
  return async ({ method, path }) => {
    if (method !== 'GET' && method !== 'HEAD') return plainText(405, 'Method not allowed.', { allow: 'GET, HEAD' });
    switch (path) {
      case '/health/live':
        return plainText(200, 'live');
      case '/health/ready': {
        const failing = await failingChecks(readiness);
        return failing.length === 0 ? plainText(200, 'ready') : plainText(503, `not ready: ${failing.join(', ')}`);
      }
      case '/metrics':
        return plainText(200, (await metrics.text()).trimEnd(), { 'content-type': metrics.contentType });
      default:
        return plainText(404, 'Not found.');
    }
  };
}

async function failingChecks(checks: readonly ReadinessCheck[]): Promise<string[]> {
  const held = await Promise.all(checks.map(({ holds }) => holdsInTime(holds)));
  return checks.filter((_, index) => held[index] !== true).map(({ name }) => name);
}

async function holdsInTime(holds: ReadinessCheck['holds']): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => { resolve(false); }, PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([Promise.resolve().then(holds), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
