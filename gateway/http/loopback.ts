const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

export function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.has(host.toLowerCase());
}

/**
 * Whether a Host header names this machine. A site elsewhere may let its own name point to 127.0.0.1 (DNS rebinding)
 * and would then read the ready sign-ins from a visitor's browser; its name stands in Host.
 */
export function isLoopbackHostHeader(host: string | undefined): boolean {
  return host !== undefined && isLoopback(host.replace(/:\d{1,5}$/, ''));
}
