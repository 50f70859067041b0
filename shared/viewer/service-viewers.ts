import type { OrganisationId } from '../handling/label.js';
import { createViewer, type Role, type Viewer, type ViewerClaims } from './viewer.js';

/**
 * Every viewer that is a program and no person, with the narrowest roles that its work needs; `reader`, because each
 * reads what it wrote before it goes on, unless it says otherwise. The whole list.
 */
const SERVICES = {
  /** Enters organisations into the register: those of the embedded mode, and with `tessera register` those of a deployment. */
  'register-keeper': ['reader', 'registrar'],
  /** Imports published operations, CLEAR, for the coordinating body that published them. */
  'published-import': ['reader', 'registrar'],
  /** Records the rows of a file for the organisation that an operator of this deployment names. It reads nothing. */
  'record-import': ['contributor'],
  /** Plays the organisations of the exercise: registers it and records what they would. Embedded mode only. */
  exercise: ['reader', 'registrar', 'contributor', 'releaser'],
} as const satisfies Record<string, readonly Role[]>;

export type ServiceName = keyof typeof SERVICES;

const NOTHING_STATED = { purpose: null, caseReference: null };

/** What it states is the operator's to state; whoever makes it asks the register whether the organisation may. */
export function serviceViewer(
  service: ServiceName,
  organisation: OrganisationId,
  { purpose, caseReference }: Pick<ViewerClaims, 'purpose' | 'caseReference'> = NOTHING_STATED,
): Viewer {
  return createViewer({
    subject: `tessera:service|${service}`,
    organisation,
    roles: SERVICES[service],
    maxTlp: 'RED',
    purpose,
    caseReference,
  });
}
