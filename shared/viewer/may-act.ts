import type { Role, Viewer } from './viewer.js';

const TASKS: Readonly<Record<Role, string>> = {
  reader: 'reads',
  contributor: 'records, corrects and retracts for its organisation',
  releaser: 'labels, releases, recalls and erases for its organisation',
  approver: 'approves as the second person',
  registrar: 'registers operations and participations and reports figures',
  auditor: "reads its organisation's journal and disclosure log",
  dashboard: 'reads tallies',
};

/**
 * Why a viewer may not act in a role, as a sentence, or null when it may. A viewer whose ceiling hides records of
 * its own organisation writes nothing: the answer to a repeated reference would tell it what it may not see.
 */
export function refusalToAct(viewer: Viewer, role: Role): string | null {
  if (!viewer.roles.includes(role)) return `This needs the role "${role}", which ${TASKS[role]}.`;
  if (viewer.maxTlp !== 'RED') return 'Only a person without a ceiling may write: yours may hide records of your own organisation.';
  return null;
}
