import type { AgencyEntry } from '../../../subgraphs/agencies/agency/agency.service.js';
import { officer } from '../../../shared/testing/ask.js';
import { authority, coordinatingBody, institution } from '../../../shared/testing/organisations.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';

/** Windhoek gives most of what the others may not read; Singapore is whom it trusts. */
export const OWNER = 'na-ncb';
export const CONFIDANT = 'sg-ncb';
/** Tokyo, for whom most viewers speak. */
export const HOME = 'jp-ncb';
export const LATECOMER = 'fi-ncb';
export const OUTSIDER = 'kr-ncb';

export const ORGANISATIONS: readonly AgencyEntry[] = [
  coordinatingBody('interpol'),
  coordinatingBody('europol'),
  authority(HOME, 'JP'),
  authority('jp-tokyo', 'JP'),
  authority(OWNER, 'NA'),
  authority(CONFIDANT, 'SG'),
  authority(LATECOMER, 'FI'),
  authority(OUTSIDER, 'KR'),
  authority('br-ncb', 'BR'),
  authority('de-new', 'DE'),
  authority('de-old', 'DE'),
  institution('jp-bank', 'JP'),
];

/** Merged after it had joined an operation: its rights and records are now those of another. */
export const MERGED: AgencyEntry = authority('de-old', 'DE', { succeededBy: 'de-new' });

const VIEWERS = {
  'a liaison of a participant': officer(HOME),
  'a liaison who states no purpose': officer(HOME, { purpose: null, caseReference: null }),
  'an officer of a sibling agency': officer('jp-tokyo'),
  'an outsider': officer(OUTSIDER),
  'an observer': officer('br-ncb'),
  'an officer of the coordinating body': officer('interpol'),
  'a clerk of an institution': officer('jp-bank'),
  'a dashboard': officer(HOME, { roles: ['dashboard'] }),
  'a junior officer with a low ceiling': officer(HOME, { maxTlp: 'GREEN' }),
  'an officer of a merged organisation': officer('de-new'),
} as const satisfies Record<string, Viewer>;

export type ViewerName = keyof typeof VIEWERS;
export const VIEWER_NAMES = Object.keys(VIEWERS) as readonly ViewerName[];

export function viewerNamed(name: ViewerName): Viewer {
  return VIEWERS[name];
}

/** All but those who are named. */
export function everybodyBut(...names: readonly ViewerName[]): readonly ViewerName[] {
  return VIEWER_NAMES.filter((name) => !names.includes(name));
}
