const KEY = 'tessera.renewed';
const SOONEST_AGAIN_MS = 60_000;

/**
 * Whether a fresh token of a ready sign-in may be fetched. Not twice in a minute:
 * a token that is refused although it is fresh would otherwise be fetched for ever.
 */
export function mayRenew(now: number): boolean {
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  if (now - last < SOONEST_AGAIN_MS) return false;
  sessionStorage.setItem(KEY, String(now));
  return true;
}
