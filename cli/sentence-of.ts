/** What a person at a terminal is told: one clear sentence, no stack. */
export function sentenceOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if ('code' in fault && (fault.code === 'EACCES' || fault.code === 'EROFS' || fault.code === 'EPERM')) {
    const path = 'path' in fault && typeof fault.path === 'string' ? fault.path : 'The data folder';
    return `${path} cannot be written: give this user the right to, or set TESSERA_DATA to another folder.`;
  }
  return fault.message;
}
