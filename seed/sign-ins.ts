import type { EmbeddedSignIn } from '../gateway/embedded-issuer.js';

/** Whom embedded mode lets anybody on this machine be. They exist nowhere else. */
export const READY_SIGN_INS: readonly EmbeddedSignIn[] = [
  officer('liaison-jp', 'Liaison officer, NCB Tokyo', 'jp-ncb', ['reader', 'contributor', 'releaser', 'auditor']),
  officer('police-tokyo', 'Investigator, Tokyo Metropolitan Police', 'jp-tokyo', ['reader', 'contributor']),
  officer('liaison-na', 'Liaison officer, NCB Windhoek', 'na-ncb', ['reader', 'contributor', 'releaser', 'auditor']),
  officer('liaison-outside', 'Liaison officer, NCB Helsinki (takes no part in the exercise)', 'fi-ncb', ['reader', 'contributor']),
  officer('coordinator', 'Coordinator, INTERPOL General Secretariat', 'interpol', ['reader', 'registrar', 'releaser', 'auditor']),
  { ...officer('analyst-jp', 'Analyst, NCB Tokyo, up to AMBER', 'jp-ncb', ['reader']), maxTlp: 'AMBER' },
  officer('bank-jp', 'Compliance officer, a bank', 'jp-bank', ['reader']),
  { ...officer('dashboard', 'Dashboard of the coordinating body', 'interpol', ['dashboard']), maxTlp: 'GREEN' },
];

function officer(name: string, displayName: string, organisation: string, roles: EmbeddedSignIn['roles']): EmbeddedSignIn {
  return { name, subject: name, displayName, organisation, roles, maxTlp: 'RED' };
}
