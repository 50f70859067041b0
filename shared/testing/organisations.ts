import type { AgencyEntry } from '../../subgraphs/agencies/agency/agency.service.js';

/** An authority of a country, CLEAR, that may do everything; say what is different. */
export function authority(code: string, country: string | null, different: Partial<AgencyEntry> = {}): AgencyEntry {
  return {
    code,
    country,
    name: `Organisation ${code}`,
    nameLocal: null,
    class: 'AUTHORITY',
    kind: 'POLICE',
    ncb: code.endsWith('-ncb'),
    suspended: false,
    suspendedSubjects: [],
    purposes: ['SUPPORT_INVESTIGATION', 'TREND_ANALYSIS'],
    roles: ['reader', 'contributor', 'releaser', 'approver', 'registrar', 'auditor', 'dashboard'],
    maxTlp: 'RED',
    succeededBy: null,
    tlp: 'CLEAR',
    ...different,
  };
}

export function coordinatingBody(code: string): AgencyEntry {
  return authority(code, null, { class: 'COORDINATING_BODY', kind: 'COORDINATING_BODY' });
}

export function institution(code: string, country: string): AgencyEntry {
  return authority(code, country, { class: 'INSTITUTION', kind: 'BANK' });
}
