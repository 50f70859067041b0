import type { RecordCriminalGroupInput } from '../../subgraphs/operations/criminal-group/criminal-group.inputs.js';
import type { Draw } from './draw.js';
import { EXERCISE_CODE } from './exercise-operation.js';
import { handled } from './handlings.js';
import { COORDINATOR } from './recorder.js';

export interface GroupContribution {
  readonly organisation: string;
  readonly input: RecordCriminalGroupInput;
}

/** What a cell does for its group, and which roles its people have: the group shares out roles like a corporation. */
const FUNCTIONS: Readonly<Record<string, { readonly name: string; readonly roles: readonly string[] }>> = {
  DIRECTION: { name: 'Invented Board', roles: ['BOSS'] },
  CALLING: { name: 'Invented Call Floor', roles: ['CALLER', 'FORCED_TO_OFFEND'] },
  RECRUITMENT: { name: 'Invented Hiring', roles: ['RECRUITER'] },
  RECEIVING: { name: 'Invented Collection', roles: ['RECEIVER', 'COLLECTOR', 'LOOKOUT'] },
  LAUNDERING: { name: 'Invented Treasury', roles: ['MONEY_MULE'] },
  TOOL_SUPPLY: { name: 'Invented Supply', roles: ['TOOL_SUPPLIER'] },
  PREMISES: { name: 'Invented Estates', roles: ['PREPARER'] },
};

interface Plan {
  readonly organisation: string;
  readonly name: string;
  readonly tlp: 'CLEAR' | 'GREEN' | 'AMBER';
  readonly crimeTypes: readonly string[];
  /** The country of each cell, by what it does. */
  readonly cells: Readonly<Record<string, string>>;
}

const PLANS: readonly Plan[] = [
  {
    organisation: COORDINATOR, name: 'Invented Group Alpha', tlp: 'CLEAR', crimeTypes: ['VOICE_PHISHING', 'IMPERSONATION'],
    cells: { DIRECTION: 'AE', CALLING: 'KH', RECRUITMENT: 'TH', RECEIVING: 'JP', LAUNDERING: 'SG', TOOL_SUPPLY: 'MY', PREMISES: 'KH' },
  },
  {
    organisation: COORDINATOR, name: 'Invented Group Bravo', tlp: 'GREEN', crimeTypes: ['INVESTMENT_FRAUD', 'ROMANCE_SCAM'],
    cells: { DIRECTION: 'CY', CALLING: 'NG', RECRUITMENT: 'GH', RECEIVING: 'ES', LAUNDERING: 'PT', TOOL_SUPPLY: 'RO', PREMISES: 'ZA' },
  },
  {
    organisation: 'sg-ncb', name: 'Invented Group Charlie', tlp: 'GREEN', crimeTypes: ['JOB_SCAM', 'FORCED_CRIMINALITY_TRAFFICKING'],
    cells: { DIRECTION: 'MM', CALLING: 'MM', RECRUITMENT: 'NA', RECEIVING: 'SG', LAUNDERING: 'AE', TOOL_SUPPLY: 'VN', PREMISES: 'LA' },
  },
  {
    organisation: 'jp-ncb', name: 'Invented Group Delta', tlp: 'AMBER', crimeTypes: ['VOICE_PHISHING'],
    cells: { DIRECTION: 'PH', CALLING: 'PH', RECEIVING: 'JP', LAUNDERING: 'KR', PREMISES: 'PH' },
  },
  {
    organisation: 'na-ncb', name: 'Invented Group Echo', tlp: 'AMBER', crimeTypes: ['SEXTORTION', 'INVESTMENT_FRAUD'],
    cells: { DIRECTION: 'ZA', CALLING: 'NA', RECRUITMENT: 'NA', LAUNDERING: 'ZM', PREMISES: 'NA' },
  },
];

export function exerciseGroups(): GroupContribution[] {
  return PLANS.map(({ organisation, name, tlp, crimeTypes, cells }) => ({
    organisation,
    input: {
      reference: referenceOf(name),
      operation: EXERCISE_CODE,
      name,
      crimeTypes: [...crimeTypes],
      cells: Object.entries(cells).map(([does, country]) => ({ code: does.toLowerCase().replace('_', '-'), name: `${FUNCTIONS[does]?.name ?? does} ${name.slice(-5)}`, country, function: does })),
      note: 'Exercise: there is no such group.',
      evaluation: { source: 'B', information: '3' },
      handling: handled(tlp),
    },
  }));
}

export interface DrawnMembership {
  readonly group: string;
  readonly cell: string;
  /** Where the cell works. */
  readonly country: string;
}

/** The group and cell of somebody in this role, where the organisation may name one: an AMBER group is its originator's to name. */
export function drawMembership(draw: Draw, organisation: string, role: string | null): DrawnMembership | null {
  const does = Object.keys(FUNCTIONS).find((key) => role !== null && FUNCTIONS[key]?.roles.includes(role));
  if (does === undefined || !draw.chance(40)) return null;
  const known = PLANS.filter((plan) => does in plan.cells && (plan.tlp !== 'AMBER' || plan.organisation === organisation));
  if (known.length === 0) return null;
  const { organisation: originator, name, cells } = draw.of(known);
  return { group: `${originator}/${referenceOf(name)}`, cell: does.toLowerCase().replace('_', '-'), country: cells[does] ?? '' };
}

function referenceOf(name: string): string {
  return `mosaic-${name.toLowerCase().replaceAll(' ', '-')}`;
}
