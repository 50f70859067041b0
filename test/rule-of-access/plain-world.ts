/**
 * The words of the rule of access as plain data. The files of this folder that state the rule import nothing
 * from the code: a mistake there must not be able to repeat itself here.
 */
export type PlainTlp = 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER_STRICT' | 'RED';
export type PlainRole = 'reader' | 'contributor' | 'releaser' | 'approver' | 'registrar' | 'auditor' | 'dashboard';

export interface PlainReader {
  readonly subject: string;
  readonly organisation: string;
  readonly roles: readonly PlainRole[];
  readonly maxTlp: PlainTlp;
  readonly purpose: string | null;
  readonly caseReference: string | null;
}

export type PlainName =
  | { readonly kind: 'ORGANISATION'; readonly organisation: string }
  | { readonly kind: 'SUBJECT'; readonly organisation: string; readonly subject: string };
export type PlainTarget =
  | PlainName
  | { readonly kind: 'NCB'; readonly country: string }
  | { readonly kind: 'OPERATION'; readonly operation: string };

export interface PlainLabel {
  readonly originator: string;
  readonly tlp: PlainTlp;
  readonly codes: readonly ('H0' | 'H1' | 'H2' | 'H3')[];
  readonly restriction: string | null;
  readonly operation: string | null;
  readonly recipients: readonly PlainName[];
  readonly releaseGroup: string | null;
}

export interface PlainPart {
  readonly label: PlainLabel;
  readonly reviewMonth: string | null;
  readonly erased: boolean;
}

export interface PlainOrganisation {
  readonly id: string;
  readonly class: 'AUTHORITY' | 'COORDINATING_BODY' | 'INSTITUTION';
  readonly country: string | null;
  readonly ncb: boolean;
  readonly suspended: boolean;
  readonly succeededBy: string | null;
}

export interface PlainParticipation {
  readonly organisation: string;
  readonly role: 'LEAD' | 'PARTICIPANT' | 'OBSERVER';
  readonly founding: boolean;
  readonly joinedAt: number;
  readonly endedAt: number | null;
  /** Originator → what it answered. */
  readonly answers: Readonly<Record<string, 'ACCEPTED' | 'REFUSED'>>;
}

export interface PlainOperation {
  readonly id: string;
  readonly coordinatingBody: string;
  readonly label: PlainLabel;
  readonly participations: readonly PlainParticipation[];
}

export interface PlainRelease {
  readonly id: string;
  readonly to: PlainTarget;
  readonly purpose: string;
  readonly until: number;
  readonly recalled: boolean;
}

export interface PlainReleaseGroup {
  readonly id: string;
  readonly originator: string;
  readonly extends: string | null;
  readonly grants: readonly PlainRelease[];
}

export interface PlainWorld {
  readonly now: number;
  readonly organisations: readonly PlainOrganisation[];
  readonly suspendedSubjects: readonly string[];
  readonly operations: readonly PlainOperation[];
  readonly releaseGroups: readonly PlainReleaseGroup[];
}
