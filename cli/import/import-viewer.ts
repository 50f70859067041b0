import { serviceViewer } from '../../shared/viewer/service-viewers.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import type { Exchange } from '../open-exchange.js';

/** For whom an import records. */
export interface ImportsFor {
  /** Code of the organisation that gives the records. */
  readonly organisation: string;
  /** Stated where an operation is open only to those who state a purpose. */
  readonly purpose: string | null;
  readonly caseReference: string | null;
}

/** The organisation must be one that may record and state this now; the register is asked as it is for a person. */
export function importViewer({ directory }: Pick<Exchange, 'directory'>, { organisation, purpose, caseReference }: ImportsFor): Viewer {
  const viewer = serviceViewer('record-import', organisation, { purpose, caseReference });
  const granted = directory.current().cap(viewer);
  if (granted === null) throw new Error(`There is no organisation "${organisation}" in the register that may act now.`);
  if (granted.purpose !== purpose) throw new Error(`The register does not let ${organisation} state the purpose "${String(purpose)}".`);
  if (!granted.roles.includes('contributor') || granted.maxTlp !== 'RED') throw new Error(`The register does not let ${organisation} record.`);
  return viewer;
}
