import type { Identity } from '../api/client.js';
import type { ReadySignIn } from './ready-sign-ins.js';

const KEY = 'tessera.identity';

/** The identity lives as long as the tab, and never in the address, which is shared. */
export function rememberIdentity(identity: Identity | null): void {
  if (identity === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(identity));
}

/** Where ready sign-ins exist, a token that is not one of them is of an earlier start and is dropped. */
export function recallIdentity(signIns: readonly ReadySignIn[]): Identity | null {
  const stored = sessionStorage.getItem(KEY);
  if (stored === null) return null;
  const identity: unknown = JSON.parse(stored);
  if (!isIdentity(identity)) return null;
  const fromEarlierStart = signIns.length > 0 && !signIns.some((signIn) => signIn.token === identity.token);
  return fromEarlierStart ? null : identity;
}

function isIdentity(value: unknown): value is Identity {
  if (typeof value !== 'object' || value === null) return false;
  const textOrNull = (field: string): boolean => {
    const content: unknown = Reflect.get(value, field);
    return content === null || typeof content === 'string';
  };
  return typeof Reflect.get(value, 'token') === 'string' && textOrNull('purpose') && textOrNull('caseReference');
}
