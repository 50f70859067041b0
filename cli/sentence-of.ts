/** What a person at a terminal is told: one clear sentence, no stack. */
export function sentenceOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const path = 'path' in fault && typeof fault.path === 'string' ? fault.path : null;
  switch ('code' in fault ? fault.code : undefined) {
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      return `${path ?? 'The data folder'} cannot be opened: give this user the right to, or set TESSERA_DATA to another folder.`;
    case 'ENOENT':
      return path === null ? fault.message : `There is no file ${path}.`;
    case 'EISDIR':
      return 'A folder was named where a file is needed.';
    default:
      return fault.message;
  }
}
