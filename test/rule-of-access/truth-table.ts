import { label, reader } from './literal-world.js';
import type { PlainLabel, PlainPart, PlainReader } from './plain-world.js';

type Verdict = 'READS' | 'REFUSED' | 'ONLY COUNTS';
export type Row = readonly [says: string, verdict: Verdict, reader: PlainReader, part: PlainPart];

const READS = 'READS';
const REFUSED = 'REFUSED';
const COUNTS = 'ONLY COUNTS';

const silent = { purpose: null, caseReference: null };
const jp = reader('jp-ncb');
const na = reader('na-ncb');
const de = reader('de-ncb');
const bank = reader('jp-bank');
const interpol = reader('interpol');
const europol = reader('europol');
const dashboard = reader('jp-ncb', { roles: ['dashboard'] });

const clear = label('na-ncb', 'CLEAR');
const green = label('na-ncb', 'GREEN');
const amber = label('na-ncb', 'AMBER', { operation: 'joint' });
const amberAlone = label('na-ncb', 'AMBER');
const strict = label('na-ncb', 'AMBER_STRICT', { operation: 'joint' });
const red = label('na-ncb', 'RED', { operation: 'joint' });
const ofJapan = label('jp-ncb', 'AMBER', { operation: 'joint' });
const ofPolice = label('jp-police', 'AMBER', { operation: 'joint' });
const toGermany = { recipients: [{ kind: 'ORGANISATION', organisation: 'de-ncb' }] } as const;
const toOfficer = { recipients: [{ kind: 'SUBJECT', organisation: 'de-ncb', subject: 'issuer|de-ncb' }] } as const;
const toBank = { recipients: [{ kind: 'ORGANISATION', organisation: 'jp-bank' }] } as const;
const toJapan = { recipients: [{ kind: 'ORGANISATION', organisation: 'jp-ncb' }] } as const;
const redToGermany = label('na-ncb', 'RED', toGermany);

function part(of: PlainLabel, changes: Partial<PlainPart> = {}): PlainPart {
  return { label: of, reviewMonth: null, erased: false, ...changes };
}
function released(by: string, tlp: PlainLabel['tlp'] = 'RED', changes: Partial<PlainLabel> = {}): PlainPart {
  return part(label('na-ncb', tlp, { releaseGroup: by, ...changes }));
}

const levels: readonly Row[] = [
  ['CLEAR: an authority outside reads', READS, de, part(clear)],
  ['CLEAR: a bank reads', READS, bank, part(clear)],
  ['CLEAR: without purpose', READS, reader('de-ncb', silent), part(clear)],
  ['GREEN: an authority outside reads', READS, de, part(green)],
  ['GREEN: a coordinating body reads', READS, europol, part(green)],
  ['GREEN: without purpose', READS, reader('de-ncb', silent), part(green)],
  ['GREEN: a bank is refused', REFUSED, bank, part(green)],
  ['GREEN: a bank that takes part is refused', REFUSED, bank, part(label('na-ncb', 'GREEN', { operation: 'open' }))],
  ['AMBER: the lead reads', READS, jp, part(amber)],
  ['AMBER: a participant reads', READS, na, part(ofJapan)],
  ['AMBER: the coordinating body reads', READS, interpol, part(amber)],
  ['AMBER: another coordinating body is refused', REFUSED, europol, part(amber)],
  ['AMBER: an authority outside is refused', REFUSED, de, part(amber)],
  ['AMBER: the sibling of a participant is refused', REFUSED, reader('jp-police'), part(amber)],
  ['AMBER: an outsider is refused under a CLEAR operation too', REFUSED, de, part(label('na-ncb', 'AMBER', { operation: 'open' }))],
  ['AMBER without an operation: a partner elsewhere is refused', REFUSED, jp, part(amberAlone)],
  ['AMBER without an operation: the coordinating body is refused', REFUSED, interpol, part(amberAlone)],
  ['AMBER: a bank that takes part is refused', REFUSED, bank, part(amber)],
  ['AMBER+STRICT: a participant is refused', REFUSED, jp, part(strict)],
  ['AMBER+STRICT: the coordinating body is refused', REFUSED, interpol, part(strict)],
  ['AMBER+STRICT: a sibling of the originator is refused', REFUSED, reader('jp-police'), part(label('jp-ncb', 'AMBER_STRICT'))],
  ['RED: a participant is refused', REFUSED, jp, part(red)],
  ['RED: the coordinating body is refused', REFUSED, interpol, part(red)],
  ['RED: a bank is refused', REFUSED, bank, part(red)],
];

const originators: readonly Row[] = [
  ['the originator reads its RED', READS, na, part(red)],
  ['the originator reads its AMBER without an operation', READS, na, part(amberAlone)],
  ['the originator reads without purpose', READS, reader('na-ncb', silent), part(amberAlone)],
  ['the originator reads what is sealed', READS, na, part(amberAlone, { reviewMonth: '2020-01' })],
  ['a bank reads its own RED', READS, bank, part(label('jp-bank', 'RED'))],
  ['the originator is refused what is erased', REFUSED, na, part(clear, { erased: true })],
  ['the originator is refused above its ceiling', REFUSED, reader('na-ncb', { maxTlp: 'AMBER' }), part(strict)],
  ['the originator is refused while suspended', REFUSED, reader('gr-suspended'), part(label('gr-suspended', 'CLEAR'))],
  ['a suspended person of the originator is refused', REFUSED, reader('na-ncb', { subject: 'issuer|suspended' }), part(clear)],
  ['the successor reads what the former organisation gave', READS, reader('gb-ncb'), part(label('gb-former', 'RED'))],
  ['nobody speaks for the former organisation', REFUSED, reader('gb-former'), part(label('gb-former', 'CLEAR'))],
  ['the former organisation does not read its successor', REFUSED, reader('gb-former'), part(label('gb-ncb', 'RED'))],
];

const vetoes: readonly Row[] = [
  ['erased: nobody, CLEAR included', REFUSED, de, part(clear, { erased: true })],
  ['erased: not the named recipient', REFUSED, de, part(redToGermany, { erased: true })],
  ['erased: not by a release', REFUSED, de, { ...released('to-de'), erased: true }],
  ['ceiling GREEN refuses AMBER of the own operation', REFUSED, reader('jp-ncb', { maxTlp: 'GREEN' }), part(amber)],
  ['ceiling AMBER reads AMBER', READS, reader('jp-ncb', { maxTlp: 'AMBER' }), part(amber)],
  ['ceiling CLEAR refuses GREEN', REFUSED, reader('de-ncb', { maxTlp: 'CLEAR' }), part(green)],
  ['ceiling AMBER+STRICT refuses the named recipient of RED', REFUSED, reader('de-ncb', { maxTlp: 'AMBER_STRICT' }), part(redToGermany)],
  ['ceiling AMBER+STRICT refuses a release of RED', REFUSED, reader('de-ncb', { maxTlp: 'AMBER_STRICT' }), released('to-de')],
  ['a suspended participant is refused AMBER', REFUSED, reader('gr-suspended'), part(amber)],
  ['a suspended organisation is refused CLEAR', REFUSED, reader('gr-suspended'), part(clear)],
  ['a suspended organisation is refused what is released to it', REFUSED, reader('gr-suspended'), released('to-suspended')],
  ['a suspended person is refused CLEAR', REFUSED, reader('de-ncb', { subject: 'issuer|suspended' }), part(clear)],
  ['a suspended person is refused what names its organisation', REFUSED, reader('de-ncb', { subject: 'issuer|suspended' }), part(redToGermany)],
  ['sealed: CLEAR is refused to others', REFUSED, de, part(clear, { reviewMonth: '2024-05' })],
  ['sealed: not the named recipient', REFUSED, de, part(redToGermany, { reviewMonth: '2024-05' })],
  ['sealed: not by a release', REFUSED, de, { ...released('to-de'), reviewMonth: '2024-05' }],
  ['sealed: not the participant', REFUSED, jp, part(amber, { reviewMonth: '2023-12' })],
  ['the month of review itself is still readable', READS, de, part(clear, { reviewMonth: '2024-06' })],
  ['a review to come hides nothing', READS, jp, part(amber, { reviewMonth: '2025-01' })],
  ['a review month that is none counts as over', REFUSED, de, part(clear, { reviewMonth: '2024-7' })],
];

const recipients: readonly Row[] = [
  ['a named organisation reads RED', READS, de, part(redToGermany)],
  ['a named organisation reads AMBER+STRICT', READS, de, part(label('na-ncb', 'AMBER_STRICT', toGermany))],
  ['a named organisation reads AMBER without an operation', READS, de, part(label('na-ncb', 'AMBER', toGermany))],
  ['a named person reads RED', READS, de, part(label('na-ncb', 'RED', toOfficer))],
  ['a colleague of the named person is refused', REFUSED, reader('de-ncb', { subject: 'issuer|other' }), part(label('na-ncb', 'RED', toOfficer))],
  ['the named person is refused when it speaks for another organisation', REFUSED, reader('jp-ncb', { subject: 'issuer|de-ncb' }), part(label('na-ncb', 'RED', toOfficer))],
  ['who is not named is refused', REFUSED, jp, part(redToGermany)],
  ['a named organisation is refused without purpose', REFUSED, reader('de-ncb', silent), part(redToGermany)],
  ['a named organisation is refused without case', REFUSED, reader('de-ncb', { caseReference: null }), part(redToGermany)],
  ['a named bank reads RED', READS, bank, part(label('na-ncb', 'RED', toBank))],
  ['a named bank reads GREEN', READS, bank, part(label('na-ncb', 'GREEN', toBank))],
  ['another bank is refused', REFUSED, reader('na-bank'), part(label('jp-ncb', 'GREEN', toBank))],
  ['the successor of a named organisation reads', READS, reader('gb-ncb'), part(label('na-ncb', 'RED', { recipients: [{ kind: 'ORGANISATION', organisation: 'gb-former' }] }))],
];

const releases: readonly Row[] = [
  ['a release opens RED', READS, de, released('to-de')],
  ['a release opens to nobody else', REFUSED, jp, released('to-de')],
  ['a release does not open for another purpose', REFUSED, reader('de-ncb', { purpose: 'border-control' }), released('to-de')],
  ['a release for another purpose does not open', REFUSED, de, released('to-de-border')],
  ['a release does not open without purpose', REFUSED, reader('de-ncb', { purpose: null }), released('to-de')],
  ['a release does not open without case', REFUSED, reader('de-ncb', { caseReference: null }), released('to-de')],
  ['a release does not open for an empty case', REFUSED, reader('de-ncb', { caseReference: ' ' }), released('to-de')],
  ['a release opens until a moment before its end', READS, de, released('to-de-expiring')],
  ['a release is over at its end exactly', REFUSED, de, released('to-de-expired')],
  ['a recalled release is over', REFUSED, de, released('to-de-recalled')],
  ['an unknown release group opens nothing', REFUSED, de, released('to-nobody-knows')],
  ['a release to a person opens to that person', READS, de, released('to-de-person')],
  ['a release to a person is closed to its colleague', REFUSED, reader('de-ncb', { subject: 'issuer|other' }), released('to-de-person')],
  ['a release to a bureau opens to it', READS, de, released('to-de-bureau')],
  ['a release to a bureau is closed to another bureau', REFUSED, jp, released('to-de-bureau')],
  ['a release to a bureau is closed to the police of its country', REFUSED, reader('jp-police'), released('to-jp-bureau')],
  ['a release to a bureau is closed to a bank of its country', REFUSED, bank, released('to-jp-bureau')],
  ['a release to an operation opens to a participant', READS, jp, released('to-joint')],
  ['a release to an operation opens to a bank that takes part', READS, bank, released('to-joint')],
  ['a release to an operation is closed to others', REFUSED, de, released('to-joint')],
  ['a release to an operation is closed to its observer', REFUSED, reader('ch-observer'), released('to-joint')],
  ['a release to an operation is closed to who left it', REFUSED, reader('it-ended'), released('to-joint')],
  ['a release to an operation is closed to whom the originator refused', REFUSED, reader('es-late'), released('to-joint')],
  ['a release to an unknown operation opens to nobody', REFUSED, jp, released('to-nowhere')],
  ['a release to a bank opens GREEN', READS, bank, released('to-bank', 'GREEN')],
  ['a release to a bank opens AMBER', READS, bank, released('to-bank', 'AMBER')],
  ['a release to a bank opens GREEN for no other purpose', REFUSED, reader('jp-bank', { purpose: 'border-control' }), released('to-bank', 'GREEN')],
  ['a release to a bank is closed to another bank', REFUSED, reader('na-bank'), released('to-bank', 'GREEN')],
  ['a release reaches the successor', READS, reader('gb-ncb'), released('to-former')],
  ['a group opens what it extends', READS, de, released('extends-to-de')],
  ['a group does not open what was recalled in the one it extends', REFUSED, de, released('extends-recalled')],
  ['a group that extends itself opens nothing', REFUSED, de, released('extends-itself')],
  ["a group does not open by another originator's group", REFUSED, de, part(label('jp-ncb', 'RED', { releaseGroup: 'extends-of-another' }))],
];

const purposes: readonly Row[] = [
  ['AMBER of others is refused without purpose and case', REFUSED, reader('jp-ncb', silent), part(amber)],
  ['AMBER of others is refused without purpose', REFUSED, reader('jp-ncb', { purpose: null }), part(amber)],
  ['AMBER of others is refused without case', REFUSED, reader('jp-ncb', { caseReference: null }), part(amber)],
  ['AMBER of others is refused with an empty case', REFUSED, reader('jp-ncb', { caseReference: '' }), part(amber)],
  ['AMBER of others is refused to the coordinating body without purpose', REFUSED, reader('interpol', silent), part(amber)],
];

const participation: readonly Row[] = [
  ['an observer is refused AMBER', REFUSED, reader('ch-observer'), part(amber)],
  ['an observer reads GREEN', READS, reader('ch-observer'), part(label('na-ncb', 'GREEN', { operation: 'known' }))],
  ['who left at this moment is refused', REFUSED, reader('it-ended'), part(amber)],
  ['who leaves in a moment still reads', READS, reader('pl-ending'), part(amber)],
  ['who joins in a moment is refused', REFUSED, reader('se-future'), part(amber)],
  ['who joins at this moment as a founder reads', READS, reader('fi-today'), part(amber)],
  ['a late participant reads the originator that accepted it', READS, reader('fr-late'), part(label('jp-ncb', 'AMBER', { operation: 'open' }))],
  ['a late participant is refused by the originator that refused it', REFUSED, reader('fr-late'), part(label('na-ncb', 'AMBER', { operation: 'open' }))],
  ['a late participant is refused while an originator is silent', REFUSED, reader('fr-late'), part(label('jp-police', 'AMBER', { operation: 'open' }))],
  ['a second before 72 hours of silence: refused', REFUSED, reader('pt-late'), part(label('jp-ncb', 'AMBER', { operation: 'open' }))],
  ['after exactly 72 hours of silence: reads', READS, reader('es-late'), part(label('jp-ncb', 'AMBER', { operation: 'open' }))],
  ['a refusal outlasts the 72 hours', REFUSED, reader('es-late'), part(label('na-ncb', 'AMBER', { operation: 'open' }))],
  ['a late participant reads GREEN at once', READS, reader('pt-late'), part(label('jp-ncb', 'GREEN', { operation: 'open' }))],
  ['the successor takes the place of a participant', READS, reader('gb-ncb'), part(amber)],
];

const frozen: readonly Row[] = [
  ['H2: a participant who is not named is refused', REFUSED, jp, part(label('na-ncb', 'AMBER', { operation: 'joint', codes: ['H2'] }))],
  ['H2: the coordinating body is refused when not named', REFUSED, interpol, part(label('na-ncb', 'AMBER', { operation: 'joint', codes: ['H2'] }))],
  ['H2: a named participant reads', READS, jp, part(label('na-ncb', 'AMBER', { operation: 'joint', codes: ['H2'], ...toJapan }))],
  ['H2: a later participant is refused', REFUSED, reader('es-late'), part(label('jp-ncb', 'AMBER', { operation: 'open', codes: ['H2'], ...toGermany }))],
  ['H2: a release with consent opens', READS, de, released('to-de', 'AMBER', { codes: ['H2'] })],
  ['H0, H1 close nothing', READS, jp, part(label('na-ncb', 'AMBER', { operation: 'joint', codes: ['H0', 'H1'] }))],
  ['H3 opens nothing', REFUSED, jp, part(label('na-ncb', 'AMBER_STRICT', { operation: 'joint', codes: ['H3'], restriction: 'Not to be used in court.' }))],
];

const compound: readonly Row[] = [
  ['CLEAR under a RED operation: refused to a participant', REFUSED, na, part(label('jp-ncb', 'CLEAR', { operation: 'quiet' }))],
  ['CLEAR under a RED operation: the named recipient of the operation reads', READS, jp, part(label('na-ncb', 'CLEAR', { operation: 'quiet' }))],
  ['CLEAR under a RED operation: the coordinating body, which gave it, reads', READS, interpol, part(label('na-ncb', 'CLEAR', { operation: 'quiet' }))],
  ['CLEAR under a RED operation: refused without purpose', REFUSED, reader('jp-ncb', silent), part(label('na-ncb', 'CLEAR', { operation: 'quiet' }))],
  ['CLEAR under a RED operation: refused under a lower ceiling', REFUSED, reader('jp-ncb', { maxTlp: 'AMBER' }), part(label('na-ncb', 'CLEAR', { operation: 'quiet' }))],
  ['CLEAR under a GREEN operation: refused to a bank', REFUSED, bank, part(label('na-ncb', 'CLEAR', { operation: 'known' }))],
  ['CLEAR under a CLEAR operation: a bank reads', READS, bank, part(label('na-ncb', 'CLEAR', { operation: 'open' }))],
  ['GREEN under an AMBER operation: refused to an outsider', REFUSED, de, part(label('na-ncb', 'GREEN', { operation: 'joint' }))],
  ['GREEN under an AMBER operation: an observer is refused', REFUSED, reader('ch-observer'), part(label('na-ncb', 'GREEN', { operation: 'joint' }))],
  ['released, under an operation it may not read: refused', REFUSED, de, released('to-de', 'AMBER', { operation: 'quiet' })],
  ['named, under an operation it may not read: refused', REFUSED, de, part(label('na-ncb', 'RED', { operation: 'quiet', ...toGermany }))],
  ['the own record under an operation it may not read: its originator keeps it', READS, na, part(label('na-ncb', 'CLEAR', { operation: 'quiet' }))],
  ['the own record under an operation it may not read: the successor keeps it', READS, reader('gb-ncb'), part(label('gb-former', 'RED', { operation: 'quiet' }))],
  ['the own record under an operation it may not read: a sibling is refused', REFUSED, reader('jp-police'), part(label('jp-ncb', 'CLEAR', { operation: 'quiet' }))],
  ['the own record under a part of a RED operation: its originator keeps it', READS, na, part(label('na-ncb', 'AMBER', { operation: 'phase-of-quiet' }))],
  ['the own record under an operation it may not read: refused above its ceiling', REFUSED, reader('na-ncb', { maxTlp: 'GREEN' }), part(label('na-ncb', 'AMBER', { operation: 'quiet' }))],
  ['under a part of a RED operation: refused', REFUSED, na, part(label('jp-ncb', 'CLEAR', { operation: 'phase-of-quiet' }))],
  ['under a part of a RED operation: its named recipient reads', READS, jp, part(label('na-ncb', 'CLEAR', { operation: 'phase-of-quiet' }))],
  ['under a part of an unknown operation: refused', REFUSED, jp, part(label('na-ncb', 'CLEAR', { operation: 'phase-of-nothing' }))],
  ['operations in a circle are each asked once', READS, de, part(label('na-ncb', 'CLEAR', { operation: 'circle-a' }))],
];

const unknown: readonly Row[] = [
  ['an unknown originator: CLEAR is refused', REFUSED, de, part(label('atlantis', 'CLEAR'))],
  ['an unknown organisation is refused CLEAR', REFUSED, reader('atlantis'), part(clear)],
  ['an unknown organisation is refused what says it is its own', REFUSED, reader('atlantis'), part(label('atlantis', 'CLEAR'))],
  ['an unknown operation: refused', REFUSED, de, part(label('na-ncb', 'CLEAR', { operation: 'nowhere' }))],
  ['an unknown operation: the originator keeps its record', READS, na, part(label('na-ncb', 'CLEAR', { operation: 'nowhere' }))],
];

const dashboards: readonly Row[] = [
  ['a dashboard counts CLEAR and reads none', COUNTS, dashboard, part(clear)],
  ['a dashboard counts GREEN and reads none', COUNTS, dashboard, part(green)],
  ['a dashboard does not count AMBER of its operation', REFUSED, dashboard, part(amber)],
  ['a dashboard does not count AMBER of its own organisation', REFUSED, dashboard, part(ofJapan)],
  ['a dashboard does not count what is released to its organisation', REFUSED, reader('de-ncb', { roles: ['dashboard'] }), released('to-de')],
  ['a dashboard does not count CLEAR under an AMBER operation', REFUSED, dashboard, part(label('na-ncb', 'CLEAR', { operation: 'joint' }))],
  ['a dashboard of a bank does not count GREEN', REFUSED, reader('jp-bank', { roles: ['dashboard'] }), part(green)],
  ['a dashboard under the ceiling CLEAR does not count GREEN', REFUSED, reader('jp-ncb', { roles: ['dashboard'], maxTlp: 'CLEAR' }), part(green)],
  ['a dashboard that is also a reader reads none', COUNTS, reader('jp-ncb', { roles: ['reader', 'dashboard'] }), part(clear)],
  ['an auditor alone counts CLEAR and reads none', COUNTS, reader('jp-ncb', { roles: ['auditor'] }), part(clear)],
  ['an auditor alone does not count AMBER of its operation', REFUSED, reader('jp-ncb', { roles: ['auditor'] }), part(amber)],
  ['an approver alone does not read its own organisation', REFUSED, reader('na-ncb', { roles: ['approver'] }), part(amber)],
  ['a registrar alone reads no GREEN', COUNTS, reader('jp-ncb', { roles: ['registrar'] }), part(green)],
  ['who contributes and releases only reads none', COUNTS, reader('na-ncb', { roles: ['contributor', 'releaser'] }), part(clear)],
  ['a reader who audits too reads', READS, reader('jp-ncb', { roles: ['auditor', 'reader'] }), part(amber)],
  ['who holds no role reads nothing', REFUSED, reader('jp-ncb', { roles: [] }), part(clear)],
  ['an accepted participant does not open the sibling originator', REFUSED, reader('fr-late'), part(ofPolice)],
];

export const truthTable: readonly Row[] = [
  ...levels,
  ...originators,
  ...vetoes,
  ...recipients,
  ...releases,
  ...purposes,
  ...participation,
  ...frozen,
  ...compound,
  ...unknown,
  ...dashboards,
];
