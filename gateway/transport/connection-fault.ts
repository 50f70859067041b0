/** Connections that were refused or broke. A silence that was too long is none of them. */
const CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EAI_AGAIN', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT']);

export function isConnectionFault(fault: unknown): boolean {
  if (fault instanceof AggregateError) return fault.errors.every(isConnectionFault);
  return fault instanceof Error && 'code' in fault && CODES.has(String(fault.code));
}
