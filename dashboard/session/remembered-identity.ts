import type { ReadySignIn } from './ready-sign-ins.js';

const KEY = 'tessera.identity';

/** Who the person of this tab is. A ready sign-in is kept by name, because its token is made anew for each page. */
export interface Remembered {
  readonly signIn: string | null;
  /** A token that the person pasted; null with a ready sign-in. */
  readonly token: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
}

/** It lives as long as the tab, and never in the address, which is shared. */
export function remember(person: Remembered | null): void {
  if (person === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(person));
}

export function recall(): Remembered | null {
  const stored = sessionStorage.getItem(KEY);
  if (stored === null) return null;
  const person: unknown = JSON.parse(stored);
  return isRemembered(person) ? person : null;
}

/** The token to send; null where neither a pasted one nor a ready sign-in of that name is there. */
export function tokenOf({ signIn, token }: Remembered, signIns: readonly ReadySignIn[]): string | null {
  return token ?? signIns.find(({ name }) => name === signIn)?.token ?? null;
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  return ['signIn', 'token', 'purpose', 'caseReference'].every((field) => {
    const content: unknown = Reflect.get(value, field);
    return content === null || typeof content === 'string';
  });
}
