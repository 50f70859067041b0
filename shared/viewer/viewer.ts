import { TLP_LEVELS, type OrganisationId, type Tlp } from '../handling/label.js';

/** What a person or a machine may do for its organisation. Granted in the register, capped there. */
export const ROLES = ['reader', 'contributor', 'releaser', 'approver', 'registrar', 'auditor', 'dashboard'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks, for which organisation, and for what purpose. Carries no rights of its own: `mayRead` decides. */
export interface ViewerClaims {
  /** "issuer|sub" */
  readonly subject: string;
  readonly organisation: OrganisationId;
  readonly roles: readonly Role[];
  /** Nothing narrower than this is shown, whatever else follows. */
  readonly maxTlp: Tlp;
  /** One of the purposes that the organisation may state; null when none is stated. */
  readonly purpose: string | null;
  /** The case that the purpose belongs to; null when none is stated. */
  readonly caseReference: string | null;
}

declare const genuine: unique symbol;
export type Viewer = ViewerClaims & { readonly [genuine]: true };

const made = new WeakSet();

/**
 * Makes a Viewer. Only the gateway's `authenticate`, the subgraph server's `verify-viewer` and the list of
 * service viewers may import this (a lint rule holds it): everything else receives a Viewer and passes it on.
 */
export function createViewer(claims: ViewerClaims): Viewer {
  if (!TLP_LEVELS.includes(claims.maxTlp)) throw new TypeError(`Unknown TLP level "${claims.maxTlp}".`);
  const viewer = Object.freeze({ ...claims, roles: Object.freeze([...claims.roles]) }) as unknown as Viewer;
  made.add(viewer);
  return viewer;
}

/** Every store asks this first: an object that merely looks like a Viewer is a fault, not a reader. */
export function assertViewer(viewer: Viewer): void {
  if (!made.has(viewer)) throw new TypeError('This Viewer was not made by one of the places that may make one.');
}

/** A purpose counts only together with the case it serves. An empty header states neither. */
export function statesPurpose(viewer: ViewerClaims): boolean {
  return isStated(viewer.purpose) && isStated(viewer.caseReference);
}

function isStated(header: string | null): boolean {
  return header !== null && header.trim() !== '';
}
